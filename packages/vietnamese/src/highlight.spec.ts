import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { syllable, text } from './fixtures/text.js';
import { highlight } from './index.js';

const hits = (input: string, query: string) =>
  highlight(input, query)
    .filter((stretch) => stretch.hit)
    .map((stretch) => stretch.text);

describe('highlight', () => {
  it('marks neighbours as one stretch', () => {
    expect(highlight('Phát triển Chính phủ điện tử.', 'chính phủ')).toEqual([
      { text: 'Phát triển ', hit: false },
      { text: 'Chính phủ', hit: true },
      { text: ' điện tử.', hit: false },
    ]);
  });

  it('finds marked text without marks, but typed marks count', () => {
    expect(hits('Thuê dịch vụ thuế', 'thue')).toEqual(['Thuê', 'thuế']);
    expect(hits('Thuê dịch vụ thuế', 'thuê')).toEqual(['Thuê']);
    expect(hits('Đào tạo từ xa cho xã', 'từ xa')).toEqual(['từ xa']);
  });

  it('sees through spelling, decomposition and document numbers', () => {
    expect(hits('Tỉnh Hòa Bình', 'Hoà Bình')).toEqual(['Hòa Bình']);
    expect(hits('kỹ thuật', 'ki thuat')).toEqual(['kỹ thuật']);
    expect(hits('Quyết định 749/QĐ-TTg ngày', '749/QD-TTg')).toEqual(['749/QĐ-TTg']);
    expect(hits('điện\u200B tử'.normalize('NFD'), 'điện tử')).toEqual(['điện\u200B tử'.normalize('NFD')]);
  });

  it('marks nothing without a query or a text', () => {
    expect(highlight('Chính phủ', '…')).toEqual([{ text: 'Chính phủ', hit: false }]);
    expect(highlight('', 'a')).toEqual([]);
  });

  it('loses and adds no character, alternates, has no empty stretch', () => {
    fc.assert(
      fc.property(text, text, (any, query) => {
        const stretches = highlight(any, query);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(any);
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.text).not.toBe('');
          expect(stretch.hit).not.toBe(stretches[index - 1]?.hit);
        }
      }),
    );
  });

  it('finds every syllable that is there, in either form', () => {
    fc.assert(
      fc.property(text, syllable, text, (before, one, after) => {
        const whole = `${before} ${one} ${after}`.normalize('NFD');
        expect(hits(whole, one).some((hit) => hit.includes(one.normalize('NFD')))).toBe(true);
      }),
    );
  });
});
