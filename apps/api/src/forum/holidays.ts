import { addWorkingDays, isWorkingDay } from '@hat-nhan/vietnamese';

// Labour Code 2019, article 112: the days fixed in the solar calendar. Tết and the Hùng Kings' day move, and are kept by administration.
const FIXED = ['01-01', '04-30', '05-01', '09-02'];
const ZONE_MS = 7 * 3_600_000;
const OVERDUE_AFTER = 3;

/** The fixed public holidays of a year and of the one before it, as `YYYY-MM-DD`. */
export const fixedHolidays = (year: number): ReadonlySet<string> =>
  new Set([year - 1, year].flatMap((each) => FIXED.map((day) => `${each}-${day}`)));

/** The day in Asia/Ho_Chi_Minh at this moment. */
export const dayAt = (moment: Date): string => new Date(moment.getTime() + ZONE_MS).toISOString().slice(0, 10);

/** The first moment of a day in Asia/Ho_Chi_Minh, ISO 8601. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`;

/** What was asked before this moment has waited for more than 3 working days. ISO 8601. */
export function overdueBefore(now: Date): string {
  const today = dayAt(now);
  const holidays = fixedHolidays(Number(today.slice(0, 4)));
  // On a day off, the days counted end with the last working day.
  const last = isWorkingDay(today, holidays) ? today : addWorkingDays(today, -1, holidays);
  return startOf(addWorkingDays(last, -OVERDUE_AFTER, holidays));
}

/** The first moment of this month in Asia/Ho_Chi_Minh, ISO 8601. */
export const startOfMonth = (now: Date): string => startOf(`${dayAt(now).slice(0, 7)}-01`);
