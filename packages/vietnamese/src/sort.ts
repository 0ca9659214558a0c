import { normalise } from './normalise.js';
import { splitTones } from './syllables.js';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNIT = /\d+|./gsu;
const MARKS = /\p{M}/gu;

/** Own letters of the alphabet after their plain one: `{` and `|` follow z in ASCII. */
const LETTERS: Record<string, string> = { ă: 'a{', â: 'a|', đ: 'd{', ê: 'e{', ô: 'o{', ơ: 'o|', ư: 'u{' };

function unitKey(unit: string): string {
  if (/^\d/u.test(unit)) {
    const digits = unit.replace(/^0+(?=\d)/u, '').slice(0, 99);
    return String(digits.length).padStart(2, '0') + digits;
  }
  const own = LETTERS[unit];
  if (own) return own;
  const plain = unit.normalize('NFD').replace(MARKS, '');
  if (plain === '' || /^[a-z]$/u.test(plain)) return plain;
  return `~${unit.codePointAt(0)?.toString(16).padStart(6, '0')}`;
}

function wordKey(word: string): string {
  const { letters, tones } = splitTones(word);
  return `${letters.replace(UNIT, unitKey)}.${tones || '0'}`;
}

/**
 * An ASCII key whose byte order is the order of a Vietnamese dictionary, so that `ORDER BY key COLLATE "C"` gives the
 * same list on every PostgreSQL: word by word, first the letters (a ă â b c d đ e ê …), then the tone (ngang huyền
 * hỏi ngã sắc nặng). Case, punctuation and tone placement do not count; numbers go by value and before letters.
 */
export function sortKey(text: string): string {
  // "." (tone) and "-" (next word) are below digits and letters: a shorter word, and a shorter text, come first.
  return (normalise(text).match(WORD) ?? []).map(wordKey).join('-');
}

/**
 * The key for lists of people: given name (last word), then middle names, then family name, as every Vietnamese list
 * of names. Same byte order rules as `sortKey`.
 */
export function nameSortKey(fullName: string): string {
  const words = normalise(fullName).match(WORD) ?? [];
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? words[0] : '';
  // A space is below "-": nobody without a middle name stands between those who have one.
  return [given, words.slice(1, -1).join(' '), family ?? ''].map(sortKey).join(' ').trimEnd();
}
