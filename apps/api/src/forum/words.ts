import type { Change } from '@hat-nhan/contracts';
import { diffArrays } from 'diff';

/** Characters below which a change is a small one. */
const SMALL = 100;
/** Milliseconds that a comparison may take; beyond it all went and all came. */
const PATIENCE = 200;

const words = new Intl.Segmenter('vi', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Whether few characters came or went. Gives up as soon as so many words are another's. */
export function isSmall(before: string, after: string): boolean {
  if (Math.abs(before.length - after.length) >= SMALL) return false;
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: 2 * SMALL, timeout: PATIENCE });
  if (!parts) return false;
  const changed = (kind: 'added' | 'removed') =>
    parts.filter((part) => part[kind]).reduce((sum, { value }) => sum + value.join('').length, 0);
  return Math.max(changed('added'), changed('removed')) < SMALL;
}

/** Word by word what stayed, came and went; the words are those of Vietnamese, one syllable each. */
export function changesBetween(before: string, after: string): Change[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { timeout: PATIENCE });
  const changes = parts
    ? parts.map(({ added, removed, value }): Change => {
        const kind = added ? 'added' : removed ? 'removed' : 'same';
        return { kind, text: value.join('') };
      })
    : [
        { kind: 'removed' as const, text: before },
        { kind: 'added' as const, text: after },
      ];
  return changes.filter(({ text }) => text !== '');
}
