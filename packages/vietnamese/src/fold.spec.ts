import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MARKED_LETTERS, text } from './fixtures/text.js';
import { fold, hasMarks } from './index.js';

describe('fold', () => {
  it('knows all 134 letters, composed and decomposed', () => {
    expect(new Set(MARKED_LETTERS).size).toBe(134);
    for (const letter of MARKED_LETTERS) {
      expect(fold(letter)).toMatch(/^[adeiouy]$/u);
      expect(fold(letter.normalize('NFD'))).toBe(fold(letter));
      expect(hasMarks(letter)).toBe(true);
    }
    const plain = new Set(MARKED_LETTERS.map((letter) => `${fold(letter)}${letter === letter.toUpperCase()}`));
    expect(plain.size).toBe(14);
  });

  it('folds words as they are typed in a hurry', () => {
    expect(fold('Đường Nguyễn Huệ, Thừa Thiên Huế')).toBe('duong nguyen hue, thua thien hue');
    expect(fold('Ðề án')).toBe('de an');
    expect(fold('a\u0301\u0302')).toBe('a');
  });

  it('is idempotent and takes NFD as NFC', () => {
    fc.assert(
      fc.property(text, (any) => {
        const once = fold(any);
        expect(fold(once)).toBe(once);
        expect(fold(any.normalize('NFD'))).toBe(once);
        expect(hasMarks(once)).toBe(false);
      }),
    );
  });
});

describe('hasMarks', () => {
  it('tells marks from case, digits and other letters', () => {
    expect(hasMarks('QUYẾT ĐỊNH')).toBe(true);
    expect(hasMarks('749/QD-TTg')).toBe(false);
    expect(hasMarks('CHINH PHU – “2026”')).toBe(false);
    expect(hasMarks('đ')).toBe(true);
  });
});
