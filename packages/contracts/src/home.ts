import { z } from 'zod';
import { byline, id, timestamp } from './common.js';
import { list, threadKind } from './threads.js';
import { route } from './route.js';

const card = list.response.shape.items.element;
export const dutyKind = z.enum(['unanswered', 'choose', 'draft', 'overdue']);

export const home = route('home.read', {
  method: 'GET',
  path: '/api/home',
  access: 'anyone',
  summary: 'The first page in one request: what waits for me, what is new where I watch, newest questions.',
  response: z.object({
    /** Oldest first, at most 5: questions of my topics without answer, answers to choose from, drafts, and (coordinators) overdue ones. */
    duties: z.array(
      z.object({
        kind: dutyKind,
        id: id.nullable(),
        draftKey: z.string().nullable(),
        title: z.string(),
        reason: z.string(),
        at: timestamp,
      }),
    ),
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
