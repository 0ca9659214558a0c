import { clean } from './clean.js';
import { parse } from './document.js';
import { LIMITS } from './limit-values.js';

export { LIMITS } from './limit-values.js';

export type LimitCode = 'too_long' | 'too_deep' | 'too_many_mentions' | 'too_many_links';

/**
 * The first limit that a text breaks, or undefined. To be asked before `render`, which leaves out what is beyond them.
 * Lengths are code points after NFC, so that a text typed on a Mac counts as the same text typed elsewhere.
 */
export function limits(source: string): LimitCode | undefined {
  if (isTooLong(source)) return 'too_long';
  const document = parse(source);
  if (document.depth > LIMITS.depth) return 'too_deep';
  if (document.mentions.length > LIMITS.mentions) return 'too_many_mentions';
  if (document.links > LIMITS.links) return 'too_many_links';
  return undefined;
}

function isTooLong(source: string): boolean {
  // A letter of Vietnamese is at most three code points when decomposed: beyond four no need to compose it all.
  if (source.length > LIMITS.codePoints * 4) return true;
  const text = clean(source);
  let codePoints = text.length;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800) codePoints -= 1;
  }
  return codePoints > LIMITS.codePoints;
}
