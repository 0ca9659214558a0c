import { fold } from './fold.js';

/**
 * The readable part of an address: ASCII letters and digits with single hyphens, at most `maxLength` characters, cut
 * between words where possible. Empty when the text has no such letters. Slugs are not unique; the id stands beside.
 */
export function slug(text: string, maxLength = 80): string {
  const whole = fold(text)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (whole.length <= maxLength) return whole;
  const end = whole.lastIndexOf('-', maxLength);
  return whole.slice(0, end > 0 ? end : maxLength);
}
