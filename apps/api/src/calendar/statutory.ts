import { addWorkingDays, type Day } from '@hat-nhan/vietnamese';
import { CalendarVietnamese } from 'date-chinese';

/** One day off by law. */
export interface DayOff {
  day: Day;
  basis: 'law' | 'substitute';
  name: string;
  nameEn: string;
}

const print = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: Day): number => new Date(day).getUTCDay();
const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

/** The day of the sun on which a day of the Vietnamese moon calendar falls in a year. */
function lunar(year: number, month: number, day: number): Day {
  const calendar = new CalendarVietnamese();
  calendar.fromGregorian(year, 6, 1); // by June the year of the moon has begun
  const [cycle, inCycle] = calendar.get();
  const found = new CalendarVietnamese(cycle, inCycle, month, false, day).toGregorian(year);
  return print(found.year, found.month, found.day);
}

/**
 * The first of the five days of Tết. Each year's choice is announced; this is how those of 2020 to 2026 were made: two days of
 * the old year and three of the new one, but one and four where two would begin on a Sunday.
 */
export function tetBegins(year: number): Day {
  const first = lunar(year, 1, 1);
  const before = shifted(first, -2);
  return weekday(before) === 0 ? shifted(first, -1) : before;
}

/** The day beside 2 September: the one that is no weekend, or that makes one longer; where both do neither, the day before. */
function besideNationalDay(year: number): Day {
  const [before, after] = [print(year, 9, 1), print(year, 9, 3)];
  if (isWeekend(before)) return after;
  return weekday(after) === 5 ? after : before;
}

const NONE: ReadonlySet<Day> = new Set();

function computed(year: number): DayOff[] {
  const law = (day: Day, name: string, nameEn: string): DayOff => ({ day, basis: 'law', name, nameEn });
  const tet = tetBegins(year);
  const days = [
    law(print(year, 1, 1), 'Tết Dương lịch', 'New Year'),
    ...[0, 1, 2, 3, 4].map((at) => law(shifted(tet, at), 'Tết Nguyên đán', 'Lunar New Year')),
    law(lunar(year, 3, 10), 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
    law(print(year, 4, 30), 'Ngày Chiến thắng', 'Victory Day'),
    law(print(year, 5, 1), 'Ngày Quốc tế lao động', 'Labour Day'),
    law(print(year, 9, 2), 'Quốc khánh', 'National Day'),
    law(besideNationalDay(year), 'Quốc khánh', 'National Day'),
  ].toSorted((one, other) => (one.day < other.day ? -1 : 1));
  // Article 111: for each that falls on a weekend, the next working day.
  const off = new Set(days.map(({ day }) => day));
  const substitutes = days
    .filter(({ day }) => isWeekend(day))
    .map(({ day, name, nameEn }): DayOff => {
      const instead = addWorkingDays(day, 1, { off, worked: NONE });
      off.add(instead);
      return { day: instead, basis: 'substitute', name: `Nghỉ bù ${name}`, nameEn: `${nameEn} (substitute)` };
    });
  return [...days, ...substitutes].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

const known = new Map<number, DayOff[]>();

/** The days off of a year by articles 111 and 112 of the Labour Code 2019, in their order. */
export function statutoryDays(year: number): readonly DayOff[] {
  let days = known.get(year);
  if (!days) known.set(year, (days = computed(year)));
  return days;
}
