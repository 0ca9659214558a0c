import { type Token } from 'markdown-it';
import { clean } from './clean.js';
import { keepInline, type Found } from './inline.js';
import { parser } from './parser.js';
import { isLanguage } from './policy.js';

/** A parsed text: only what may be written, and what was counted on the way. */
export interface Document extends Found {
  tokens: Token[];
}

const CONTAINERS = new Set(['blockquote', 'bullet_list', 'ordered_list']);
const ALIGNED = /^text-align:(left|center|right)$/;

/** Markdown → tokens of the allow-list, with mentions, links and depth counted. Pure; never throws. */
export function parse(source: string): Document {
  const document: Document = { tokens: parser.parse(clean(source), {}), mentions: [], links: 0, depth: 0 };
  let depth = 0;
  for (const token of document.tokens) {
    if (CONTAINERS.has(token.type.replace(/_(?:open|close)$/, ''))) depth += token.nesting;
    document.depth = Math.max(document.depth, depth);
    if (token.type === 'inline') token.children = keepInline(token.children ?? [], depth, document);
    else keepBlock(token);
  }
  return document;
}

function keepBlock(token: Token): void {
  if (token.type.startsWith('heading_')) {
    // The page owns h1 and h2: a member's heading starts below them.
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
  } else if (token.type === 'fence') {
    const word = token.info.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '';
    token.info = isLanguage(word) ? word : '';
  } else if (token.tag === 'td' || token.tag === 'th') {
    // markdown-it writes a style attribute, which our content security policy refuses.
    const align = ALIGNED.exec(String(token.attrGet('style') ?? ''))?.[1];
    token.attrs = align === undefined ? null : [['align', align]];
  }
}
