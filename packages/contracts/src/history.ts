import { z } from 'zod';
import { byline, done, id, idParams, idText, timestamp } from './common.js';
import { route } from './route.js';

const revision = z.object({
  /** From 1, the text as it was first written. */
  number: id,
  at: timestamp,
  by: byline,
});

export const history = route('posts.history', {
  method: 'GET',
  path: '/api/posts/:id/history',
  access: 'member',
  summary: 'Who changed a post and when, newest first, at most 100; empty for a post that was never changed much.',
  params: idParams,
  response: z.object({ id, threadId: id, title: z.string(), items: z.array(revision) }),
  problems: ['not-found'],
});

/** A run of words that stayed, came or went. */
const change = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Change = z.infer<typeof change>;

export const readRevision = route('posts.revision', {
  method: 'GET',
  path: '/api/posts/:id/history/:number',
  access: 'member',
  summary: 'What one revision changed, word by word; the first one is all as it was written.',
  params: z.strictObject({ id: idText, number: idText }),
  response: revision.extend({
    /** Empty for answers and comments. */
    title: z.array(change),
    text: z.array(change),
  }),
  problems: ['not-found'],
});

export const setWiki = route('answers.setWiki', {
  method: 'PUT',
  path: '/api/answers/:id/wiki',
  access: 'member',
  summary: 'The author lets everybody who may answer change the answer, or keeps it to himself again.',
  params: idParams,
  body: z.strictObject({ wiki: z.boolean() }),
  response: done,
  problems: ['not-found', 'forbidden'],
});
