import { z } from 'zod';
import { byline, id, timestamp } from './common.js';
import { threadKind } from './thread.js';
import { list } from './threads.js';
import { route } from './route.js';

const card = list.response.shape.items.element;
export const dutyKind = z.enum(['unanswered', 'choose', 'draft', 'overdue', 'invited', 'doubted']);
const duty = z.object({
  kind: dutyKind,
  id: id.nullable(),
  draftKey: z.string().nullable(),
  title: z.string(),
  reason: z.string(),
  at: timestamp,
});
/** What those who look after others can do now, each by his role; empty for everybody else. */
const care = z.object({
  /** Representatives: their organisations, how many of their people are in the directory, and who joined last. */
  organisations: z.array(
    z.object({
      id,
      name: z.string(),
      nameEn: z.string(),
      people: z.int(),
      last: z.object({ id, name: z.string(), at: timestamp }).nullable(),
    }),
  ),
  /** Moderators and editors: the newest questions that wait for more than 3 working days, at most 3, none twice. */
  overdue: z.array(duty),
  /** Coordinators and administrators: invitations that they may manage. */
  invitations: z.object({ open: z.int(), expired: z.int() }),
  /** Representatives, coordinators, administrators: people who ask to join the network, that the caller may decide about. */
  joins: z.object({ waiting: z.int(), since: timestamp.nullable() }),
  /** Moderators of groups: those in which somebody waits to be let in, the longest first, at most 5. */
  groups: z.array(z.object({ id, name: z.string(), nameEn: z.string(), waiting: z.int(), since: timestamp })),
});

export const home = route('home.read', {
  method: 'GET',
  path: '/api/home',
  access: 'anyone',
  summary: 'The first page in one request: what waits for me, what is new where I watch, newest questions.',
  response: z.object({
    /** Oldest first, at most 5: questions of my topics without answer, answers to choose from, invitations to answer, doubted answers, drafts, and (coordinators) overdue ones. */
    duties: z.array(duty),
    care,
    watched: z.array(
      z.object({
        threadId: id,
        kind: threadKind,
        title: z.string(),
        at: timestamp,
        answers: z.int(),
        accepted: z.boolean(),
        by: byline,
      }),
    ),
    latest: z.array(card),
    unanswered: z.int(),
    answeredThisMonth: z.int(),
  }),
});
