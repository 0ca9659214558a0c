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

/** Days that somebody promises who says "Tôi trả lời trong 2 ngày". */
const PROMISED_DAYS = 2;
/** Working days after which an invitation runs out: unanswered, and after the promised day. */
const UNANSWERED = 6;
const PROMISE_PASSED = 2;
const DAY_MS = 86_400_000;

/** The day in Asia/Ho_Chi_Minh by which "trong 2 ngày" ends. */
export const promisedDay = (now: Date): string => dayAt(new Date(now.getTime() + PROMISED_DAYS * DAY_MS));

/** Before which moment an invitation was sent, and before which day an answer was promised, that has run out now. */
export function invitationsRunOut(now: Date): { sent: string; promised: string } {
  const today = dayAt(now);
  const holidays = fixedHolidays(Number(today.slice(0, 4)));
  const back = (days: number) => addWorkingDays(today, -days, holidays);
  return { sent: startOf(back(UNANSWERED)), promised: back(PROMISE_PASSED) };
}

/** When to remind, in Asia/Ho_Chi_Minh: in an hour, next Monday at 08:00, or at 08:00 of a day. ISO 8601. */
export function reminderAt(now: Date, remind: 'hour' | 'monday' | 'day', day: string): string {
  if (remind === 'hour') return new Date(now.getTime() + 3_600_000).toISOString();
  const today = dayAt(now);
  const untilMonday = 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7);
  const on = remind === 'monday' ? dayAt(new Date(now.getTime() + untilMonday * DAY_MS)) : day;
  return new Date(`${on}T08:00:00+07:00`).toISOString();
}
