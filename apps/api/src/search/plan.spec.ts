import { describe, expect, it } from '@jest/globals';
import { LEVELS, queryTerms } from '@hat-nhan/vietnamese';
import { planSearch, unitsOf, type TermRow } from './plan.js';

const NONE = Array.from({ length: LEVELS }, () => 0);
/** Rows of `term` as they would be for these units, each with its frequencies. */
const rowsFor = (query: string, df: (at: number) => number[], open = 10): TermRow[] =>
  queryTerms(query, 24).map(({ h, f }, at) => ({ h, f, df: df(at), open_df: open, open_rows: 10_000 }));

const typed = (query: string) =>
  planSearch(
    unitsOf(query),
    rowsFor(query, () => NONE),
  )?.typed;

describe('planSearch', () => {
  it('reads rare words first and stays within its budget', () => {
    const rows = rowsFor('liên thông', (at) => (at === 0 ? NONE.map(() => 10) : NONE.map(() => 900)));
    const plan = planSearch(unitsOf('liên thông'), rows)!;
    const size = new Map(rows.flatMap((row) => row.df.map((count, level) => [row.h | level, count] as const)));
    expect(plan.segments.reduce((sum, key) => sum + size.get(key)!, 0)).toBeLessThanOrEqual(3000);
    expect(plan.segments).toEqual(expect.arrayContaining(rows[0]!.df.map((_, level) => rows[0]!.h | level)));
    expect(plan.cut).toBe(true);
    expect(plan.keys).toHaveLength(rows.length * LEVELS);
    expect(plan.keys).toEqual(plan.keys.toSorted((left, right) => left - right));
  });

  it('reads less where it is given less', () => {
    const rows = rowsFor('liên thông', () => NONE.map(() => 400));
    const sizes = [3000, 1500].map((budget) => planSearch(unitsOf('liên thông'), rows, budget)!.segments.length * 400);
    expect(sizes).toEqual([2800, 1200]);
  });

  it('keeps every level of a word that is newer than the last recount', () => {
    const rows = rowsFor('số hóa', (at) => (at === 0 ? NONE : NONE.map(() => 100)), 0);
    const plan = planSearch(unitsOf('số hóa'), rows)!;
    for (let level = 0; level < LEVELS; level++) expect(plan.segments).toContain(rows[0]!.h | level);
  });

  it('answers something where every word stands everywhere', () => {
    const plan = planSearch(
      unitsOf('của'),
      rowsFor('của', () => [9000, 8000, 7000, 6000, 5000, 4500, 4000, 3500]),
    )!;
    expect(plan.segments).toHaveLength(1);
    expect(plan.cut).toBe(true);
  });

  it('counts each distinct syllable once, pairs and whole numbers not at all', () => {
    expect(typed('số số hóa')).toBe(2);
    expect(typed('749/QĐ-TTg')).toBe(3);
    expect(typed('a')).toBeUndefined();
    expect(planSearch(unitsOf('không có'), [])).toBeUndefined();
  });

  it('weighs the form as typed over another marking, and all alike where no mark was typed', () => {
    const [exact] = queryTerms('hóa');
    const rows: TermRow[] = [
      { h: exact!.h, f: exact!.f, df: NONE, open_df: 5, open_rows: 100 },
      { h: 8000, f: exact!.f, df: NONE, open_df: 5, open_rows: 100 },
    ];
    const weightOf = (query: string, h: number) => {
      const plan = planSearch(unitsOf(query), rows)!;
      return plan.weights[plan.keys.indexOf(h | 7)]!;
    };
    expect(weightOf('hóa', exact!.h)).toBeGreaterThan(3 * weightOf('hóa', 8000));
    expect(weightOf('hoa', exact!.h)).toBe(weightOf('hoa', 8000));
  });
});
