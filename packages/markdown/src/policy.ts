import { isOwnFile, isSafeHref } from './addresses.js';
import { parseReference } from './references.js';

type Attributes = Record<string, string>;

/** Said of every link in a member's text: do not vouch for it, it was written by users, do not hand over the window. */
export const LINK_REL = 'nofollow ugc noopener';
const LANGUAGE = /^[a-z0-9][a-z0-9+#.-]{0,29}$/;
const START = /^\d{1,9}$/;
const ALIGNMENTS = new Set(['left', 'center', 'right']);
const LONGEST_TITLE = 300;

const none = (): Attributes => ({});

function cell({ align }: Attributes): Attributes {
  return align !== undefined && ALIGNMENTS.has(align) ? { align } : {};
}

function link({ href, title, 'data-ref': target }: Attributes): Attributes | undefined {
  if (target !== undefined) return parseReference(target) ? { 'data-ref': target } : undefined;
  if (href === undefined || !isSafeHref(href)) return undefined;
  return { href, ...titled(title), rel: LINK_REL };
}

function image({ src, alt, title }: Attributes): Attributes | undefined {
  if (src === undefined || !isOwnFile(src)) return undefined;
  return { src, alt: alt ?? '', ...titled(title), loading: 'lazy' };
}

function titled(title: string | undefined): Attributes {
  return title && title.length <= LONGEST_TITLE ? { title } : {};
}

function code({ class: name }: Attributes): Attributes {
  return name?.startsWith('language-') && isLanguage(name.slice(9)) ? { class: name } : {};
}

/** Whether the word after ``` may become a class of the block of code. */
export function isLanguage(word: string): boolean {
  return LANGUAGE.test(word);
}

const LINES = ['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'ul', 'li'];
const WORDS = ['em', 'strong', 's', 'span'];
const TABLES = ['table', 'thead', 'tbody', 'tr'];

/** The whole allow-list: element → the attributes it keeps, in the order they are written; undefined makes it a bare span. */
export const ELEMENTS: ReadonlyMap<string, (given: Attributes) => Attributes | undefined> = new Map([
  ...[...LINES, ...WORDS, ...TABLES].map((tag) => [tag, none] as const),
  ['ol', ({ start }: Attributes) => (start !== undefined && START.test(start) ? { start } : {})] as const,
  ['code', code] as const,
  ['th', cell] as const,
  ['td', cell] as const,
  ['a', link] as const,
  ['img', image] as const,
]);

/** Attributes that can appear per element, whatever their value. */
export const ATTRIBUTES: Readonly<Record<string, string[]>> = {
  ol: ['start'],
  code: ['class'],
  th: ['align'],
  td: ['align'],
  a: ['href', 'title', 'rel', 'data-ref'],
  img: ['src', 'alt', 'title', 'loading'],
};
