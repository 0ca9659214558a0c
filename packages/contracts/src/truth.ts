import { z } from 'zod';
import { byline, done, id, idParams, prose, timestamp } from './common.js';
import { route } from './route.js';

/** Organisations that have to say "không còn đúng" until an answer stands on the list of its topic. */
export const DOUBTED_BY = 2;

export const markCanonical = route('answers.markCanonical', {
  method: 'PUT',
  path: '/api/answers/:id/canonical',
  access: 'member',
  summary: 'Marks an answer of somebody else canonical ("trả lời chuẩn"). Experts of the topic.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'illegal-transition'],
});

export const unmarkCanonical = route('answers.unmarkCanonical', {
  method: 'DELETE',
  path: '/api/answers/:id/canonical',
  access: 'member',
  summary: 'Takes the mark of a canonical answer back. Experts of the topic, not its author.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'illegal-transition'],
});

const told = z.object({ yes: z.int(), no: z.int(), mine: z.boolean().nullable() });

export const say = route('answers.sayStillTrue', {
  method: 'PUT',
  path: '/api/answers/:id/still-true',
  access: 'member',
  summary:
    '"Còn đúng không?": what a reader says of an answer of somebody else, his latest word; "không còn đúng" with a reason. Counted by distinct top organisations.',
  params: idParams,
  body: z.strictObject({ still: z.boolean(), reason: prose(0, 500).default('') }),
  response: told,
  problems: ['not-found', 'forbidden', 'illegal-transition'],
  perMinute: 20,
});

export const sayings = route('answers.sayings', {
  method: 'GET',
  path: '/api/answers/:id/still-true',
  access: 'member',
  summary: 'What readers said of an answer, newest first: who, when and why; at most 100.',
  params: idParams,
  response: z.object({
    items: z.array(
      z.object({
        by: byline,
        still: z.boolean(),
        reason: z.string(),
        at: timestamp,
        /** An expert of the topic has looked at it since. */
        cleared: z.boolean(),
      }),
    ),
  }),
  problems: ['not-found'],
});

export const doubted = route('topics.doubted', {
  method: 'GET',
  path: '/api/topics/:slug/doubted',
  access: 'member',
  summary:
    'Answers of a topic of which two organisations or more say that they are not true any more, the most doubted first; at most 20.',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/, 'format') }),
  response: z.object({
    items: z.array(
      z.object({
        id,
        threadId: id,
        title: z.string(),
        author: byline,
        at: timestamp,
        no: z.int(),
        reasons: z.array(z.object({ organisation: z.string(), reason: z.string(), at: timestamp })),
      }),
    ),
  }),
  problems: ['not-found'],
});
