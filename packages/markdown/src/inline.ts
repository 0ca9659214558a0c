import MarkdownIt, { type Token } from 'markdown-it';
import { isOwnFile, isSafeHref } from './addresses.js';
import { LIMITS } from './limit-values.js';
import { parseReference, type Reference } from './references.js';

/** What a text holds. Mentions are in order and repeated; links are those written, also beyond the limit. */
export interface Found {
  mentions: Reference[];
  links: number;
  depth: number;
}

/** What stands for a name where no reader's name can be filled in. */
export const NAMELESS = '@…';

/** The tokens of one line of text that may be written; `depth` is that of the blocks around it. */
export function keepInline(children: Token[], depth: number, found: Found): Token[] {
  const broken = linksAround(children);
  const kept: Token[] = [];
  const open: { written: boolean; link: boolean }[] = [];
  let level = depth;
  let inLink = false;
  for (const token of children) {
    if (token.nesting === 1) {
      level += 1;
      found.depth = Math.max(found.depth, level);
      const link = token.type === 'link_open' && !inLink && !broken.has(token) && mayLink(token, 'href', found);
      const written = token.type === 'link_open' ? link : level <= LIMITS.depth;
      open.push({ written, link });
      if (link) inLink = true;
      if (written) kept.push(token);
    } else if (token.nesting === -1) {
      level -= 1;
      const opened = open.pop();
      if (opened?.link) inLink = false;
      if (opened?.written) kept.push(token);
    } else if (token.type === 'image') {
      kept.push(...keepImage(token, inLink, found));
    } else {
      const reference = token.type === 'mention' ? parseReference(token.content) : undefined;
      if (reference) found.mentions.push(reference);
      kept.push(token);
    }
  }
  return kept;
}

// A link cannot hold a link, and a mention becomes one: as in CommonMark the inner one wins.
function linksAround(children: Token[]): Set<Token> {
  const broken = new Set<Token>();
  const open: Token[] = [];
  for (const token of children) {
    if (token.type === 'link_open') open.push(token);
    else if (token.type === 'link_close') open.pop();
    else if (token.type === 'mention') for (const link of open) broken.add(link);
  }
  return broken;
}

function mayLink(token: Token, attribute: 'href' | 'src', found: Found): boolean {
  if (!isSafeHref(String(token.attrGet(attribute) ?? ''))) return false;
  found.links += 1;
  return found.links <= LIMITS.links;
}

// Pictures from elsewhere would tell that server who reads: they become plain links.
function keepImage(token: Token, inLink: boolean, found: Found): Token[] {
  const src = String(token.attrGet('src') ?? '');
  const words = new MarkdownIt.Token('text', '', 0);
  words.content = inlineText(token.children ?? []);
  if (isOwnFile(src)) {
    token.children = [words];
    return [token];
  }
  words.content ||= src;
  if (inLink || !mayLink(token, 'src', found)) return [words];
  const opening = new MarkdownIt.Token('link_open', 'a', 1);
  opening.attrs = [['href', src]];
  return [opening, words, new MarkdownIt.Token('link_close', 'a', -1)];
}

/** Words of one line of text; `name` tells what stands for a mention. */
export function inlineText(children: Token[], name: (reference: Reference) => string = () => NAMELESS): string {
  let text = '';
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n';
    else if (token.type === 'image') text += inlineText(token.children ?? [], name);
    else if (token.type === 'mention') {
      const reference = parseReference(token.content);
      if (reference) text += name(reference);
    } else text += token.content;
  }
  return text;
}
