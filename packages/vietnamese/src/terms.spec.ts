import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { text } from './fixtures/text.js';
import { analyse, fold, isWhole } from './index.js';

const texts = (input: string) => analyse(input).map((term) => term.text);
const single = (input: string) =>
  analyse(input)
    .filter((term) => !term.bigram)
    .map((term) => term.folded);

describe('analyse', () => {
  it('gives syllables and pairs, across punctuation, with positions', () => {
    expect(analyse('Số hóa, hộ tịch')).toEqual([
      { text: 'sô4', folded: 'so', bigram: false, position: 0 },
      { text: 'sô4 hoa4', folded: 'so hoa', bigram: true, position: 0 },
      { text: 'hoa4', folded: 'hoa', bigram: false, position: 1 },
      { text: 'hoa4 hô5', folded: 'hoa ho', bigram: true, position: 1 },
      { text: 'hô5', folded: 'ho', bigram: false, position: 2 },
      { text: 'hô5 tich5', folded: 'ho tich', bigram: true, position: 2 },
      { text: 'tich5', folded: 'tich', bigram: false, position: 3 },
    ]);
  });

  it('gives document numbers whole and in parts, with and without Đ', () => {
    expect(single('749/QĐ-TTg')).toEqual(['749/qd-ttg', '749', 'qd', 'ttg']);
    expect(single('749/QD-TTg')).toEqual(single('749/QĐ-TTg'));
    expect(texts('749/QĐ-TTg')).toEqual(['749/qd-ttg', '749', '749 qđ', 'qđ', 'qđ ttg', 'ttg']);
    expect(single('TT&TT')).toEqual(['tt&tt', 'tt', 'tt']);
    expect(single('91/2025/QH15.')).toEqual(['91/2025/qh15', '91', '2025', 'qh15']);
    expect(single('Hue-S và/hoặc')).toEqual(['hue', 's', 'va', 'hoac']);
    expect(analyse('749/QĐ-TTg').filter(isWhole)).toHaveLength(1);
  });

  it('folds from the form, so unmarked typing finds both spellings', () => {
    expect(analyse('kỹ thuật').map((term) => term.folded)).toEqual(analyse('ki thuat').map((term) => term.folded));
    expect(analyse('ky thuat')).toEqual(analyse('ki thuat'));
    expect(texts('hòa bình')).toEqual(texts('Hoà Bình'.normalize('NFD')));
  });

  it('is empty where there is nothing to find', () => {
    expect(analyse('')).toEqual([]);
    expect(analyse(' … /&- \u0301 ')).toEqual([]);
  });

  it('is the same for NFC and NFD, capitals and small letters', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(analyse(any.normalize('NFD'))).toEqual(analyse(any));
      }),
    );
    expect(analyse('ỦY BAN NHÂN DÂN')).toEqual(analyse('ủy ban nhân dân'));
  });

  it('has one pair less than syllables, and folded forms without marks', () => {
    fc.assert(
      fc.property(text, (any) => {
        const terms = analyse(any);
        const pairs = terms.filter((term) => term.bigram);
        const parts = terms.filter((term) => !term.bigram && !isWhole(term));
        expect(pairs).toHaveLength(Math.max(0, parts.length - 1));
        expect(parts.map((term) => term.position)).toEqual(parts.map((_, index) => index));
        for (const term of terms) expect(fold(term.folded)).toBe(term.folded);
      }),
    );
  });

  it('stays right when more distinct words pass than the cache holds', () => {
    const before = analyse('Chính phủ điện tử');
    for (let start = 0; start < 210_000; start += 10_000) {
      analyse(Array.from({ length: 10_000 }, (_, index) => `w${start + index}`).join(' '));
    }
    expect(analyse('Chính phủ điện tử')).toEqual(before);
  });
});
