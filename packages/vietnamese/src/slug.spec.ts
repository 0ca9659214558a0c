import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { text } from './fixtures/text.js';
import { slug } from './index.js';

describe('slug', () => {
  it('reads like the title', () => {
    expect(slug('Đề cương & dự toán: theo 03/2020/TT-BTTTT?')).toBe('de-cuong-du-toan-theo-03-2020-tt-btttt');
    expect(slug('  Ðô thị  thông minh ')).toBe('do-thi-thong-minh');
    expect(slug('你好 …')).toBe('');
  });

  it('cuts between words, and inside only a single long one', () => {
    expect(slug('mot hai ba', 7)).toBe('mot-hai');
    expect(slug('mot hai ba', 8)).toBe('mot-hai');
    expect(slug('mot hai ba', 9)).toBe('mot-hai');
    expect(slug('mot hai ba', 10)).toBe('mot-hai-ba');
    expect(slug('x'.repeat(100))).toBe('x'.repeat(80));
  });

  it('is always fit for an address', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (any, length) => {
        const one = slug(any, length);
        expect(one).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u);
        expect(one.length).toBeLessThanOrEqual(length);
        expect(slug(one, length)).toBe(one);
        expect(slug(any.normalize('NFD'), length)).toBe(one);
      }),
    );
  });
});
