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

/**
 * Dates relative to the first run. A run early in the morning, before something of "today" has happened, counts from the
 * day before, so that order and distances stay. `whens` are all moments of the content.
 */
export function demoDays(now: Date, whens: readonly DemoWhen[]): DemoDays {
  const midnightOf = (shift: number) =>
    (Math.floor((now.getTime() + VIETNAM_MS) / DAY_MS) + shift) * DAY_MS - VIETNAM_MS;
  const tooEarly = whens.some((when) => momentOf(midnightOf(0), when) > now.getTime());
  const midnight = midnightOf(tooEarly ? -1 : 0);
  return {
    now,
    at: (when) => new Date(momentOf(midnight, when)).toISOString(),
    day: (daysAgo) => new Date(midnight + VIETNAM_MS - daysAgo * DAY_MS).toISOString().slice(0, 10),
  };
}
