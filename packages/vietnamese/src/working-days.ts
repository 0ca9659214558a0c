/** A day of the calendar as `YYYY-MM-DD`, without time or zone. */
export type Day = string;

/** What a calendar says beside Monday to Friday: days off, and days of work on a weekend or in the place of one off. */
export interface WorkCalendar {
  off: ReadonlySet<Day>;
  worked: ReadonlySet<Day>;
}

const DAY_MS = 86_400_000;

function parse(day: Day): number {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || print(time) !== day) throw new RangeError(`Not a day of the form YYYY-MM-DD: ${day}`);
  return time;
}

function print(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

function isWorking(time: number, { off, worked }: WorkCalendar): boolean {
  const weekday = new Date(time).getUTCDay();
  const day = print(time);
  return worked.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day));
}

/** Monday to Friday and not a day off, or worked all the same. Throws RangeError for a day that does not exist. */
export function isWorkingDay(date: Day, calendar: WorkCalendar): boolean {
  return isWorking(parse(date), calendar);
}

/**
 * The n-th working day after `date` (the day itself does not count, as in "trong 2 ngày làm việc"), before it for a
 * negative n; `date` itself for 0. Throws RangeError for a day that does not exist or an n that is not an integer.
 */
export function addWorkingDays(date: Day, n: number, calendar: WorkCalendar): Day {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  let time = parse(date);
  for (let left = Math.abs(n); left > 0;) {
    time += Math.sign(n) * DAY_MS;
    if (isWorking(time, calendar)) left -= 1;
  }
  return print(time);
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier (then those before `from`). So
 * `workingDaysBetween(d, addWorkingDays(d, n, c), c) === n`. Throws RangeError for a day that does not exist.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  const end = parse(to);
  let time = parse(from);
  const step = Math.sign(end - time);
  let days = 0;
  while (time !== end) {
    time += step * DAY_MS;
    if (isWorking(time, calendar)) days += step;
  }
  return days;
}
