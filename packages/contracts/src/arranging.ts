import { z } from 'zod';
import { created, done, id, idParams, line } from './common.js';
import { threadState } from './posts.js';
import { route } from './route.js';
import { threadKind } from './thread.js';

/** Answers that one split may take along. */
export const SPLIT_LIMIT = 50;

/** Who moderates arranges one thread; the asker has his say where more would read it. */
const ofThread = {
  access: 'member',
  params: idParams,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
} as const;

export const markDuplicate = route('threads.markDuplicate', {
  ...ofThread,
  method: 'PUT',
  path: '/api/threads/:id/duplicate-of',
  summary:
    'Marks a thread a duplicate of another that all of its readers see: votes and watchers move there. Experts of its topics, moderators.',
  body: z.strictObject({ targetId: id }),
  response: z.object({ state: threadState, targetId: id }),
});

export const move = route('threads.move', {
  ...ofThread,
  method: 'PUT',
  path: '/api/threads/:id/space',
  summary:
    'Moves a thread with all that hangs on it to another space. Moderators of both; where more would read it, its asker is asked first.',
  body: z.strictObject({ spaceId: id, reason: line(3, 300) }),
  response: z.object({ outcome: z.enum(['moved', 'asked']) }),
});

export const decideMove = route('threads.decideMove', {
  method: 'POST',
  path: '/api/threads/:id/move-request/decide',
  access: 'member',
  summary:
    'The asker agrees that more people read his thread, in the space that he was asked about, and it moves at once; or he does not.',
  params: idParams,
  /** `spaceId` is what he read: where something else is asked by now, nothing is decided. */
  body: z.strictObject({ agreed: z.boolean(), spaceId: id }),
  response: done,
  problems: ['not-found', 'forbidden', 'illegal-transition'],
});

export const withdrawMove = route('threads.withdrawMove', {
  ...ofThread,
  method: 'DELETE',
  path: '/api/threads/:id/move-request',
  summary: 'Takes back what the asker was asked. Moderators.',
  response: done,
});

export const split = route('threads.split', {
  ...ofThread,
  method: 'POST',
  path: '/api/threads/:id/split',
  summary:
    'Takes answers with all that hangs on them into a new thread, which the earliest of them opens; each links to the other. Moderators.',
  body: z.strictObject({
    kind: threadKind,
    title: line(10, 200),
    answerIds: z.array(id).min(1).max(SPLIT_LIMIT),
  }),
  response: created,
  creates: true,
});

export const merge = route('threads.merge', {
  ...ofThread,
  method: 'POST',
  path: '/api/threads/:id/merge',
  summary:
    'Puts a thread into another of the same space: its question becomes an answer there, its answers follow, and its address leads there. Moderators.',
  body: z.strictObject({ targetId: id }),
  response: created,
  creates: true,
});

export const place = route('posts.place', {
  method: 'GET',
  path: '/api/posts/:id/place',
  access: 'anyone',
  summary: 'The thread in which a post stands now, also after it was split off or merged.',
  params: idParams,
  /** Title of the thread; whether the post was a thread of its own before it was merged. */
  response: z.object({ threadId: id, title: z.string(), merged: z.boolean() }),
  problems: ['not-found'],
});
