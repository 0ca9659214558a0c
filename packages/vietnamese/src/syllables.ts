import { normalise } from './normalise.js';

/** ngang 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5: the order of Vietnamese dictionaries. */
const TONES: Record<string, string> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' };
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const DIGIT = /\p{N}/u;
const LOOKS_TONED = /^\p{L}+[1-5]0*$/u;
const FINAL_Y = /^([hklmst])y$/u;

/**
 * A word in lower case taken apart: its letters without tone (ă â ê ô ơ ư đ stay) and its tones as digits 1–5 in
 * dictionary order, usually one or none.
 */
export function splitTones(word: string): { letters: string; tones: string } {
  const lower = normalise(word).toLowerCase();
  let tones = '';
  const letters = lower.normalize('NFD').replace(TONE, (mark) => {
    tones += TONES[mark];
    return '';
  });
  return { letters: letters.normalize('NFC'), tones };
}

/**
 * One form for the spellings of one syllable: the tone taken out and appended as 1–5 (hoà = hòa = `hoa1`), and i for
 * a lone y after h, k, l, m, s, t (kỹ = kĩ = `ki3`, but quý and hay stay). Domain fact: QĐ 1989/QĐ-BGDĐT and
 * legal texts differ, both must match.
 */
export function toneNormalise(syllable: string): string {
  if (!DIGIT.test(syllable)) {
    const { letters, tones } = splitTones(syllable);
    return letters.replace(FINAL_Y, '$1i') + tones;
  }
  // A literal "A4" must not become the form of "Á": it gets the zero of "no tone" (and "A40" one more).
  const lower = normalise(syllable).toLowerCase();
  return LOOKS_TONED.test(lower) ? `${lower}0` : lower;
}
