import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { syllable, TONE_MARKS } from './fixtures/text.js';
import { splitTones, toneNormalise } from './index.js';

describe('toneNormalise', () => {
  it('writes the tone behind the syllable and keeps the letters', () => {
    expect(['ma', 'mà', 'mả', 'mã', 'má', 'mạ'].map(toneNormalise)).toEqual(['ma', 'ma1', 'ma2', 'ma3', 'ma4', 'ma5']);
    expect(toneNormalise('ĐƯỜNG')).toBe('đương1');
    expect(splitTones('Nguyễn')).toEqual({ letters: 'nguyên', tones: '3' });
  });

  it.each([
    ['hoà', 'hòa'],
    ['hoá', 'hóa'],
    ['toả', 'tỏa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['uỷ', 'ủy'],
    ['quí'.normalize('NFD'), 'quí'],
    ['kĩ', 'kỹ'],
    ['lí', 'lý'],
    ['tỉ', 'tỷ'],
    ['sĩ', 'sỹ'],
    ['mĩ', 'mỹ'],
    ['hi', 'hy'],
    ['Ðề', 'Đề'],
    ['a\u0301\u0302', 'ấ'],
  ])('%s is %s', (left, right) => {
    expect(toneNormalise(left)).toBe(toneNormalise(right));
  });

  it.each([
    ['quý', 'quí'],
    ['hay', 'hai'],
    ['thuý', 'thuí'],
    ['thuê', 'thuế'],
    ['xa', 'xã'],
    ['đường', 'dương'],
    ['ý', 'í'],
    ['á', 'a4'],
    ['á', 'a40'],
    ['a40', 'a4'],
  ])('%s is not %s', (left, right) => {
    expect(toneNormalise(left)).not.toBe(toneNormalise(right));
  });

  it('finds every tone of every syllable, in NFC and NFD', () => {
    fc.assert(
      fc.property(syllable, (one) => {
        const mark = [...one.normalize('NFD')].find((character) => TONE_MARKS.includes(character)) ?? '';
        expect(splitTones(one).tones).toBe(mark && String(TONE_MARKS.indexOf(mark)));
        expect(toneNormalise(one.normalize('NFD').toUpperCase())).toBe(toneNormalise(one));
      }),
    );
  });
});
