import { z } from 'zod';
import { day, done, line, prose } from './common.js';
import { route } from './route.js';

const version = z.int().positive();
/** What was entered: a day off that the law does not name, or a day of work that makes up for one. */
const kind = z.enum(['off', 'work']);
/** The years that the calendar shows: what cannot be seen cannot be entered. */
const shownDay = day.refine((text) => text.startsWith('20'), { params: { code: 'out-of-range' } });
const yearText = z
  .string()
  .regex(/^20\d\d$/, 'format')
  .transform(Number);

export const year = route('calendar.year', {
  method: 'GET',
  path: '/api/calendar/:year',
  access: 'anyone',
  summary: 'Days off of a year: those of the Labour Code computed, those that somebody entered with their source.',
  params: z.strictObject({ year: yearText }),
  response: z.object({
    days: z.array(
      z.object({
        day: z.string(),
        kind,
        name: z.string(),
        nameEn: z.string(),
        /** `law`: article 112; `substitute`: for one on a weekend, article 111; `entered` by an administrator. */
        basis: z.enum(['law', 'substitute', 'entered']),
        source: z.string(),
        /** 0 where nothing was entered. */
        version: z.int().nonnegative(),
      }),
    ),
  }),
});

export const setDay = route('calendar.setDay', {
  method: 'PUT',
  path: '/api/calendar/days',
  access: 'administrator',
  summary: 'Enters what a day is, with its source. If-Match 0 for a day that has no entry yet.',
  body: z.strictObject({ day: shownDay, kind, name: line(2, 120), nameEn: line(0, 120), source: line(3, 300) }),
  response: z.object({ version }),
  ifMatch: true,
});

export const removeDay = route('calendar.removeDay', {
  method: 'DELETE',
  path: '/api/calendar/days/:day',
  access: 'administrator',
  summary: 'Takes an entry back; the day is again what the law says.',
  params: z.strictObject({ day: shownDay }),
  response: done,
  problems: ['not-found'],
  ifMatch: true,
});

export const importDays = route('calendar.importDays', {
  method: 'POST',
  path: '/api/calendar/import',
  access: 'administrator',
  summary: 'Enters the days of a CSV file: day, kind, name, name_en, source. All of them or none.',
  body: z.strictObject({ text: prose(5, 40_000) }),
  response: z.object({ added: z.int().nonnegative(), changed: z.int().nonnegative(), same: z.int().nonnegative() }),
});
