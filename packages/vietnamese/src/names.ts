import { normalise } from './normalise.js';

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Two letters for the mark beside a name: last middle name and given name (Nguyễn Minh Khôi → MK, Trần Nam → TN), in
 * capitals, đ and the hats kept, tones dropped. One letter for a name of one word, none for an empty one.
 */
export function initials(fullName: string): string {
  const words = normalise(fullName).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words
    .slice(-2)
    .map((word) => {
      const [first = ''] = word.normalize('NFD').replace(TONE, '').normalize('NFC');
      return first.toUpperCase();
    })
    .join('');
}
