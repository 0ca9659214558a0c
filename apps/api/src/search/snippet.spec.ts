import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { snippet } from './snippet.js';

const joined = (text: string, query: string) =>
  snippet(text, query)
    .map((piece) => piece.text)
    .join('');

describe('snippet', () => {
  it('shows the place where the words stand densest, marked, cut at whole words', () => {
    const filler = 'Nội dung khác không liên quan đến việc đang hỏi. '.repeat(12);
    const text = `${filler}Một lần nhắc dữ liệu. ${filler}Việc kết nối, chia sẻ dữ liệu dân cư cần hợp đồng. ${filler}`;
    const pieces = snippet(text, 'chia se du lieu');
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toContain('chia sẻ dữ liệu');
    const shown = joined(text, 'chia se du lieu');
    expect(shown.length).toBeLessThanOrEqual(210);
    expect(shown).toMatch(/^….*…$/u);
    for (const word of shown.replaceAll('…', '').split(' ')) expect(text.split(/\s+/)).toContain(word);
  });

  it('shows the beginning where nothing matches, and nothing of an empty text', () => {
    expect(joined('a'.repeat(50), 'xyz')).toBe('a'.repeat(50));
    expect(joined(`${'từ '.repeat(200)}`, 'xyz').startsWith('từ từ')).toBe(true);
    expect(snippet('', 'xyz')).toEqual([]);
  });

  it('is a piece of the text for any text and query', () => {
    const words = fc.array(
      fc.constantFrom('dữ', 'liệu', 'du', 'lieu', 'x'.repeat(300), 'hồ', 'sơ', '749/QĐ-TTg', '…'),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(words, words, (text, query) => {
        const line = text.join(' ');
        const shown = joined(line, query.join(' '));
        expect(line.replace(/^…|…$/gu, '')).toContain(shown.replace(/^…|…$/gu, '').trim());
      }),
    );
  });
});
