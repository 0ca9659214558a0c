import { type Token } from 'markdown-it';
import { clean } from './clean.js';
import { parse } from './document.js';
import { inlineText, NAMELESS } from './inline.js';
import { type Reference, type ReferenceKind } from './references.js';

const DEFAULT_EXCERPT = 200;
const TRAILING = /[\s,;:.!?…(–-]/u;

type Name = (reference: Reference) => string;
/** The name of what is mentioned, as this reader may know it. */
type Known = (kind: ReferenceKind, id: number) => string | undefined;

/**
 * The words of a text without marks, one line per block, for search, excerpts and mails (as text: escape it in HTML).
 * A mention is `@…` unless `name` knows whom this reader sees; the name typed by the author is never taken over.
 */
export function plainText(source: string, name?: Known): string {
  return tokensText(parse(source).tokens, ({ kind, id }) => {
    const known = name?.(kind, id);
    return known === undefined ? NAMELESS : `@${known}`;
  });
}

/** The first `length` code points of a plain text on one line, cut after a whole word with `…`. */
export function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const letters = Array.from(line);
  if (letters.length <= length) return line;
  const room = letters.slice(0, Math.max(0, length - 1)).join('');
  const end = letters[Math.max(0, length - 1)] === ' ' ? room.length : room.lastIndexOf(' ');
  let kept = end > 0 ? room.slice(0, end) : room;
  while (TRAILING.test(kept.slice(-1))) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** As `plainText`, cut to at most `length` code points. */
export const excerpt = (source: string, length = DEFAULT_EXCERPT, name?: Known): string =>
  cut(plainText(source, name), length);

/** Plain text of parsed tokens; cells of a table row stand on one line. */
export function tokensText(tokens: Token[], name?: Name): string {
  const lines: string[] = [];
  let row: string[] | undefined;
  for (const token of tokens) {
    if (token.type === 'tr_open') row = [];
    else if (token.type === 'tr_close') {
      lines.push((row ?? []).filter(Boolean).join(' | '));
      row = undefined;
    } else if (token.type === 'inline') (row ?? lines).push(inlineText(token.children ?? [], name));
    else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.replace(/\n$/, ''));
  }
  return clean(lines.filter(Boolean).join('\n'));
}
