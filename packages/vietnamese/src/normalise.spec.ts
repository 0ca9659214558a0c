import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { text } from './fixtures/text.js';
import { cleanText, hasForbidden, normalise } from './index.js';

describe('normalise', () => {
  it('composes, maps Icelandic eth, opens no-break spaces and drops the invisible', () => {
    expect(normalise('Đề án'.normalize('NFD'))).toBe('Đề án');
    expect(normalise('\u00D0ề án \u00F0ô thị')).toBe('Đề án đô thị');
    expect(normalise('dữ\u00A0liệu\u200B\u00AD mở\uFEFF\u2060')).toBe('dữ liệu mở');
    expect(normalise('e\u200B\u0302\u0300')).toBe('ề');
    expect(normalise('a\u0306\u0323 a\u0323\u0306')).toBe('ặ ặ');
  });

  it('is idempotent and blind to the form of the input', () => {
    fc.assert(
      fc.property(text, (any) => {
        const once = normalise(any);
        expect(normalise(once)).toBe(once);
        expect(normalise(any.normalize('NFD'))).toBe(once);
      }),
    );
  });

  it('cleans both ends', () => {
    expect(cleanText('\u00A0 Sở\u200B Nội vụ \n')).toBe('Sở Nội vụ');
  });
});

describe('hasForbidden', () => {
  it.each([
    ['NUL', '\0'],
    ['bell', '\u0007'],
    ['delete', '\u007F'],
    ['C1 control', '\u0085'],
    ['bidi override', '\u202E'],
    ['bidi isolate', '\u2067'],
    ['bidi mark', '\u200F'],
    ['Arabic letter mark', '\u061C'],
    ['zero-width space', '\u200B'],
    ['zero-width joiner', '\u200D'],
    ['byte order mark', '\uFEFF'],
    ['soft hyphen', '\u00AD'],
    ['tag character', '\u{E0041}'],
    ['lone surrogate', '\uD83D'],
  ])('refuses %s in one line and in many', (_name, character) => {
    expect(hasForbidden(`Sở ${character}Nội vụ`)).toBe(true);
    expect(hasForbidden(`Sở ${character}Nội vụ`, { multiline: true })).toBe(true);
  });

  it('allows tab and line breaks only in many lines', () => {
    for (const character of ['\n', '\r\n', '\t']) {
      expect(hasForbidden(`một${character}hai`)).toBe(true);
      expect(hasForbidden(`một${character}hai`, { multiline: true })).toBe(false);
    }
  });

  it('allows Vietnamese in both forms, other scripts and emoji', () => {
    for (const fine of ['Đặng Hữu Nghĩa', 'Đặng Hữu Nghĩa'.normalize('NFD'), 'ສະບາຍດີ', '你好', '15.000 ₫ 👍🏽']) {
      expect(hasForbidden(fine)).toBe(false);
    }
  });

  it('has nothing to say about cleaned Vietnamese', () => {
    expect(hasForbidden(cleanText('dữ\u00A0liệu\u200B mở\uFEFF'))).toBe(false);
  });
});
