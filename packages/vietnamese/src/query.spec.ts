import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { text } from './fixtures/text.js';
import { queryTerms, termKey } from './index.js';

describe('queryTerms', () => {
  it('gives hashes of the form and of the folded form', () => {
    expect(queryTerms('từ xa')).toEqual([
      { text: 'tư1', h: termKey('tư1'), f: termKey('tu'), exact: true, weight: 1, bigram: false, position: 0 },
      { text: 'tư1 xa', h: termKey('tư1 xa'), f: termKey('tu xa'), exact: true, weight: 1, bigram: true, position: 0 },
      { text: 'xa', h: termKey('xa'), f: termKey('xa'), exact: true, weight: 1, bigram: false, position: 1 },
    ]);
    expect(queryTerms('tu xa').map((term) => term.exact)).toEqual([false, false, false]);
  });

  it('names a repeated syllable once', () => {
    expect(queryTerms('số số').map((term) => term.text)).toEqual(['sô4', 'sô4 sô4']);
  });

  it('keeps whole numbers and telling syllables of a long question, in reading order', () => {
    const question =
      'Xin hỏi khi lập đề cương và dự toán chi tiết thuê dịch vụ thì có phải theo Thông tư 03/2020/TT-BTTTT hay là không';
    const texts = queryTerms(question).map((term) => term.text);
    expect(texts).toHaveLength(16);
    expect(texts).toEqual(expect.arrayContaining(['03/2020/tt-btttt', 'đê1', 'cương', 'thuê']));
    expect(texts).not.toContain('va1');
    expect(queryTerms(question, 100).length).toBeGreaterThan(40);
  });

  it('is bounded, distinct and in order for any text', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const terms = queryTerms(`${left} ${right}`);
        expect(terms.length).toBeLessThanOrEqual(16);
        expect(new Set(terms.map((term) => term.text)).size).toBe(terms.length);
        const positions = terms.filter((term) => !term.bigram).map((term) => term.position);
        expect(positions).toEqual(positions.toSorted((one, two) => one - two));
      }),
    );
  });
});
