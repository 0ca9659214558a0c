import { workingDaysBetween } from '@hat-nhan/vietnamese';
import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { statutoryDays } from '../calendar/statutory.js';
import { dayAt, overdueBefore, startOfMonth } from './holidays.js';

const around = (now: Date) => ({
  off: new Set([-1, 0, 1].flatMap((at) => statutoryDays(now.getUTCFullYear() + at).map(({ day }) => day))),
  worked: new Set<string>(),
});

it.each([
  ['a Friday: asked on Monday or earlier', '2026-11-27T03:00:00Z', '2026-11-24T00:00:00+07:00'],
  ['a Saturday: as on Friday', '2026-11-28T03:00:00Z', '2026-11-24T00:00:00+07:00'],
  ['late in the evening it is tomorrow already in UTC terms', '2026-11-26T18:00:00Z', '2026-11-24T00:00:00+07:00'],
  ['National Day and the day beside it do not count', '2026-09-04T03:00:00Z', '2026-08-28T00:00:00+07:00'],
  ['Tết does not count', '2026-02-24T03:00:00Z', '2026-02-12T00:00:00+07:00'],
])('%s', (_what, now, expected) => {
  expect(overdueBefore(new Date(now), around(new Date(now)))).toBe(expected);
});

it('is the first moment from which no more than 3 working days have passed', () => {
  const range = { min: new Date('2025-06-01T00:00:00Z'), max: new Date('2027-06-01T00:00:00Z'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (now) => {
      const today = dayAt(now);
      const holidays = around(now);
      const first = overdueBefore(now, around(now)).slice(0, 10);
      const before = dayAt(new Date(Date.parse(overdueBefore(now, around(now))) - 1));
      expect(workingDaysBetween(first, today, holidays)).toBeLessThanOrEqual(3);
      expect(workingDaysBetween(before, today, holidays)).toBeGreaterThan(3);
    }),
  );
});

it('begins the month at midnight in Hà Nội', () => {
  expect(startOfMonth(new Date('2026-10-31T17:00:00Z'))).toBe('2026-11-01T00:00:00+07:00');
});
