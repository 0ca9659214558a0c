import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './index.js';

// Tết Bính Ngọ and the days around 30/4 of 2026, as an example list of holidays.
const HOLIDAYS = {
  off: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-30', '2026-05-01']),
  // The Saturday that makes up for a Monday off, as in August 2026.
  worked: new Set(['2026-08-22']),
};

const day = fc
  .integer({ min: Date.UTC(2025, 11, 1) / 86_400_000, max: Date.UTC(2027, 1, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const count = fc.integer({ min: -40, max: 40 });

describe('working days', () => {
  it('are Monday to Friday without holidays', () => {
    expect(isWorkingDay('2026-11-23', HOLIDAYS)).toBe(true);
    expect(isWorkingDay('2026-11-21', HOLIDAYS)).toBe(false);
    expect(isWorkingDay('2026-11-22', HOLIDAYS)).toBe(false);
    expect(isWorkingDay('2026-02-17', HOLIDAYS)).toBe(false);
  });

  it('count a weekend that is worked', () => {
    expect(isWorkingDay('2026-08-22', HOLIDAYS)).toBe(true);
    expect(addWorkingDays('2026-08-21', 1, HOLIDAYS)).toBe('2026-08-22');
    expect(workingDaysBetween('2026-08-21', '2026-08-24', HOLIDAYS)).toBe(2);
  });

  it('step over weekends and holidays, both ways', () => {
    expect(addWorkingDays('2026-02-13', 1, HOLIDAYS)).toBe('2026-02-23');
    expect(addWorkingDays('2026-02-23', -1, HOLIDAYS)).toBe('2026-02-13');
    expect(addWorkingDays('2026-04-29', 2, HOLIDAYS)).toBe('2026-05-05');
    expect(addWorkingDays('2026-11-21', 0, HOLIDAYS)).toBe('2026-11-21');
    expect(workingDaysBetween('2026-02-13', '2026-02-23', HOLIDAYS)).toBe(1);
    expect(workingDaysBetween('2026-11-20', '2026-11-27', { off: new Set(), worked: new Set() })).toBe(5);
  });

  it.each(['2026-02-30', '2026-1-5', '05/01/2026', '', '2026-13-01'])('refuse %p', (bad) => {
    expect(() => isWorkingDay(bad, HOLIDAYS)).toThrow(RangeError);
    expect(() => workingDaysBetween('2026-01-05', bad, HOLIDAYS)).toThrow(RangeError);
  });

  it('refuse half a day', () => {
    expect(() => addWorkingDays('2026-01-05', 0.5, HOLIDAYS)).toThrow(RangeError);
  });

  it('count what was added', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const to = addWorkingDays(from, n, HOLIDAYS);
        expect(workingDaysBetween(from, to, HOLIDAYS)).toBe(n);
        if (n !== 0) expect(isWorkingDay(to, HOLIDAYS)).toBe(true);
        expect(Math.sign(Number(to > from) - Number(to < from))).toBe(Math.sign(n));
      }),
    );
  });

  it('add up, and forward then back returns to a working day', () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.nat(30), (from, first, second) => {
        const steps = addWorkingDays(addWorkingDays(from, first, HOLIDAYS), second, HOLIDAYS);
        expect(steps).toBe(addWorkingDays(from, first + second, HOLIDAYS));
        const start = addWorkingDays(from, 1, HOLIDAYS);
        expect(addWorkingDays(addWorkingDays(start, first, HOLIDAYS), -first, HOLIDAYS)).toBe(start);
      }),
    );
  });

  it('between three days add up', () => {
    fc.assert(
      fc.property(day, day, day, (one, two, three) => {
        const [a = one, b = two, c = three] = [one, two, three].toSorted();
        expect(workingDaysBetween(a, b, HOLIDAYS) + workingDaysBetween(b, c, HOLIDAYS)).toBe(
          workingDaysBetween(a, c, HOLIDAYS),
        );
      }),
    );
  });
});
