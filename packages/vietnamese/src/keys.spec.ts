import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { syllable, text } from './fixtures/text.js';
import { analyse, hash29, LEVELS, levelImpact, searchKeys, termKey, termRows } from './index.js';

const keyOf = (keys: number[], term: string) => keys.find((key) => (key & -8) === termKey(term));
const levelIn = (keys: number[], term: string) => (keyOf(keys, term) ?? Number.NaN) & 7;

describe('hash29', () => {
  it('stays within 29 bits, so that a key is an int4', () => {
    fc.assert(
      fc.property(text, (any) => {
        const hash = hash29(any);
        expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 29).toBe(true);
        expect(termKey(any)).toBe(termKey(any) | 0);
        expect(termKey(any) & 7).toBe(0);
      }),
    );
  });

  it('never changes: stored rows depend on it', () => {
    expect([hash29(''), hash29('hoa1'), hash29('sô4 hoa4'), hash29('749/qd-ttg')]).toMatchInlineSnapshot(`
[
  359124865,
  198911219,
  454746647,
  13483619,
]
`);
  });

  it('spreads', () => {
    const hashes = new Set(Array.from({ length: 20_000 }, (_, index) => hash29(`từ ${index}`)));
    expect(hashes.size).toBeGreaterThan(19_980);
  });
});

describe('searchKeys', () => {
  it('is ascending, distinct and int4, one key per term', () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const keys = searchKeys(title, body);
        expect(keys).toEqual([...new Set(keys)].toSorted((left, right) => left - right));
        expect(keys.every((key) => key === (key | 0))).toBe(true);
        const terms = new Set([...analyse(title), ...analyse(body)].map((term) => termKey(term.text)));
        expect(keys.map((key) => key & -8).toSorted()).toEqual([...terms].toSorted());
        expect(searchKeys(title.normalize('NFD'), body.normalize('NFD'))).toEqual(keys);
      }),
    );
  });

  it('holds filters as they are', () => {
    const keys = searchKeys('Hỏi', '', ['space:3', 'chunk:0']);
    expect(keys).toHaveLength(3);
    expect(keys).toEqual(expect.arrayContaining([termKey('space:3'), termKey('chunk:0')]));
  });

  it('puts the title above the body, often above once, short above long', () => {
    const filler = 'lorem '.repeat(200);
    expect(levelIn(searchKeys('thuê', filler), 'thuê')).toBeGreaterThan(
      levelIn(searchKeys('x', `thuê ${filler}`), 'thuê'),
    );
    expect(levelIn(searchKeys('', 'thuê thuê thuê'), 'thuê')).toBeGreaterThan(
      levelIn(searchKeys('', 'thuê a b'), 'thuê'),
    );
    expect(levelIn(searchKeys('', 'thuê'), 'thuê')).toBeGreaterThan(levelIn(searchKeys('', `thuê ${filler}`), 'thuê'));
  });

  it('keeps the level next to the formula', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 300 }), (times, others) => {
        const body = `${'thuê '.repeat(times)}${'khác '.repeat(others)}`;
        const impact = (times * 2.2) / (times + 1.2 * (0.25 + (0.75 * (times + others)) / 90));
        const level = levelIn(searchKeys('', body), 'thuê');
        expect(Math.abs(levelImpact(level) - impact)).toBeLessThanOrEqual(2.2 / LEVELS / 2 + 1e-9);
      }),
    );
  });
});

describe('termRows', () => {
  it('names every key of the text once, ascending, with the hash of the folded form', () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const rows = termRows(title, body);
        expect(rows.map((row) => row.h)).toEqual(searchKeys(title, body).map((key) => key & -8));
      }),
    );
    expect(termRows('Thuê', 'thuế')).toEqual(
      expect.arrayContaining([
        { h: termKey('thuê'), f: termKey('thue') },
        { h: termKey('thuê4'), f: termKey('thue') },
      ]),
    );
  });

  it('gives the forms of a syllable in any tone one folded hash', () => {
    fc.assert(
      fc.property(syllable, (one) => {
        const [marked] = termRows(one, '');
        const [bare] = termRows('', one.normalize('NFD').replace(/\p{M}/gu, ''));
        if (!one.includes('đ')) expect(bare?.f).toBe(marked?.f);
        expect(bare?.h === marked?.h).toBe(one.normalize('NFD') === one);
      }),
    );
  });
});
