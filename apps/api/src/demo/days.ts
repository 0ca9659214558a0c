import type { DemoWhen } from './content/types.js';

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The calendar of one demo: every date of the content as a moment in Asia/Ho_Chi_Minh, none of them after `now`. */
export interface DemoDays {
  readonly now: Date;
  /** ISO 8601 in UTC. */
  at(when: DemoWhen): string;
  /** YYYY-MM-DD, so many days before the first run; negative after it. */
  day(daysAgo: number): string;
}

/** Milliseconds of a moment, for the midnight that the first run's day began with. */
const momentOf = (midnight: number, { daysAgo, at }: DemoWhen) => {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return midnight - daysAgo * DAY_MS + (hours * 60 + minutes) * 60_000;
};

/** Its weekday in Vietnam for the midnight of a day, 0 is Sunday. */
const weekdayOf = (midnight: number) => new Date(midnight + VIETNAM_MS).getUTCDay();

/**
 * The content's weeks on the calendar of this run. Day 0 is a working day, 1 to 5 are the working days before it, and from 6
 * on whole weeks follow: whatever the day of the run, a remainder by 7 of 6 is a Sunday and of 0 a Saturday.
 */
function calendarDays(daysAgo: number, weekday: number): number {
  if (daysAgo > 5) return daysAgo + weekday + 1;
  return daysAgo >= weekday ? daysAgo + 2 : daysAgo;
}

/**
 * Dates relative to the first run. A run on a day off, or early in the morning before something of "today" has happened,
 * counts from the working day before, so that order and distances stay. `whens` are all moments of the content.
 */
export function demoDays(now: Date, whens: readonly DemoWhen[]): DemoDays {
  const today = Math.floor((now.getTime() + VIETNAM_MS) / DAY_MS) * DAY_MS - VIETNAM_MS;
  const tooEarly = whens.some((when) => momentOf(today, when) > now.getTime());
  let midnight = tooEarly ? today - DAY_MS : today;
  while ([0, 6].includes(weekdayOf(midnight))) midnight -= DAY_MS;
  const weekday = weekdayOf(midnight);
  return {
    now,
    at: ({ daysAgo, at }) =>
      new Date(momentOf(midnight, { daysAgo: calendarDays(daysAgo, weekday), at })).toISOString(),
    day: (daysAgo) => new Date(midnight + VIETNAM_MS - daysAgo * DAY_MS).toISOString().slice(0, 10),
  };
}
