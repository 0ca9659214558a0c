import { normalise } from './normalise.js';

// In words, not in letters: "quý" is right, "khoản" and "khuỷu" end with more letters and take the tone there.
const REFUSED = /(?<!\p{L})\p{L}*?(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/giu;

/**
 * The words of a text that break the product's spelling rule (tone on the first vowel of oa, oe, uy without final
 * consonant: hòa, khỏe, thủy), in reading order: `hoá`, `khoẻ`, `uỷ`. Empty when all is well. For catalogue checks.
 */
export function refusesToneSpelling(text: string): string[] {
  return normalise(text).match(REFUSED) ?? [];
}
