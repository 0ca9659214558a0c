import { normalise } from './normalise.js';

const WORD = /\p{L}+/gu;
// At the end of a word: "quý" is right, "khoản" and "khuỷu" end with more letters and take the tone there.
const REFUSED = /(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])$/iu;

/**
 * The words of a text that break the product's spelling rule (tone on the first vowel of oa, oe, uy without final
 * consonant: hòa, khỏe, thủy), in reading order: `hoá`, `khoẻ`, `uỷ`. Empty when all is well. For catalogue checks.
 */
export function refusesToneSpelling(text: string): string[] {
  return (normalise(text).match(WORD) ?? []).filter((word) => REFUSED.test(word));
}
