import MarkdownIt, { type StateInline } from 'markdown-it';
import { isOwnFile, isSafeHref } from './addresses.js';
import { bound } from './bounds.js';
import { parseReference, placeholder } from './references.js';

// Twenty-one lists inside one another (the first depth that `limits` refuses) are forty-two levels of tokens.
const DEEPEST_TOKEN = 50;
const MENTION = /@\[([^[\]\n]{1,200})\]\(((?:person|organisation):[1-9]\d{0,9})\)/y;

/** CommonMark with tables, ~~strikethrough~~, Enter as a line break, http(s) addresses as links, mentions; no raw HTML. */
export const parser = new MarkdownIt({
  html: false,
  linkify: true,
  breaks: true,
  maxNesting: DEEPEST_TOKEN,
});
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const scheme of ['ftp:', 'mailto:', '//']) parser.linkify.add(scheme, null);
parser.validateLink = (href) => isSafeHref(href) || isOwnFile(href);
parser.disable(['html_block', 'html_inline']);
bound(parser);
parser.inline.ruler.before('link', 'mention', mention);
parser.renderer.rules['mention'] = (tokens, index) => {
  const reference = parseReference(tokens[index]?.content ?? '');
  return reference ? placeholder(reference) : '';
};

function mention(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x40 || state.src.charCodeAt(state.pos + 1) !== 0x5b) return false;
  MENTION.lastIndex = state.pos;
  const match = MENTION.exec(state.src);
  if (!match || state.pos + match[0].length > state.posMax || !parseReference(match[2] ?? '')) return false;
  if (!silent) state.push('mention', 'a', 0).content = match[2] ?? '';
  state.pos += match[0].length;
  return true;
}
