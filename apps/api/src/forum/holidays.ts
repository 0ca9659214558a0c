import { addWorkingDays, isWorkingDay, type WorkCalendar } from '@hat-nhan/vietnamese';

const ZONE_MS = 7 * 3_600_000;
const OVERDUE_AFTER = 3;

/** The day in Asia/Ho_Chi_Minh at this moment. */
export const dayAt = (moment: Date): string => new Date(moment.getTime() + ZONE_MS).toISOString().slice(0, 10);

/** The first moment of a day in Asia/Ho_Chi_Minh, ISO 8601. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`;

/** What was asked before this moment has waited for more than 3 working days. ISO 8601. */
export function overdueBefore(now: Date, calendar: WorkCalendar): string {
  const today = dayAt(now);
  // On a day off, the days counted end with the last working day.
  const last = isWorkingDay(today, calendar) ? today : addWorkingDays(today, -1, calendar);
  return startOf(addWorkingDays(last, -OVERDUE_AFTER, calendar));
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
export function invitationsRunOut(now: Date, calendar: WorkCalendar): { sent: string; promised: string } {
  const today = dayAt(now);
  const back = (days: number) => addWorkingDays(today, -days, calendar);
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
