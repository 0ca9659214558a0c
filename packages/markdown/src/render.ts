import { withoutUnseen } from './clean.js';
import { parse } from './document.js';
import { parser } from './parser.js';
import { tokensText } from './plain-text.js';
import { distinct, type Reference } from './references.js';
import { sanitiseRendered } from './sanitise.js';

/** A text ready to be stored. */
export interface Rendered {
  /** Sanitised HTML with empty placeholders for mentions; `fillReferences` names them for each reader. */
  html: string;
  /** Plain text without names, for search. */
  text: string;
  /** Whom the text mentions, once each, in order. */
  mentions: Reference[];
  /** Links in the source, also beyond the hundred that are written. */
  links: number;
}

/**
 * Markdown of a member → what is stored and shown. Preview and saving both call this, so they are equal byte for byte.
 * Deterministic, pure, never throws; what is beyond `LIMITS` is written as plain text (ask `limits` first).
 */
export function render(source: string): Rendered {
  const document = parse(source);
  const html = parser.renderer.render(document.tokens, parser.options, {});
  return {
    // Cleaned again: an entity such as &#x202e; brings back what was taken out of the source.
    html: sanitiseRendered(withoutUnseen(html)),
    text: tokensText(document.tokens),
    mentions: distinct(document.mentions),
    links: document.links,
  };
}
