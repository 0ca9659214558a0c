import { z } from 'zod';
import { day, done, id, idParams, page, paging, timestamp } from './common.js';
import { route } from './route.js';
import { threadKind } from './thread.js';

const bookmark = z.object({
  postId: id,
  threadId: id,
  threadKind,
  title: z.string(),
  excerpt: z.string(),
  /** Whether an answer is kept, and not the whole thread. */
  answer: z.boolean(),
  at: timestamp,
  remindAt: timestamp.nullable(),
});
export type Bookmark = z.infer<typeof bookmark>;

export const bookmarks = route('bookmarks.list', {
  method: 'GET',
  path: '/api/bookmarks',
  access: 'member',
  summary: 'What I saved, newest first; only what I may still read.',
  query: z.strictObject({ ...paging }),
  response: page(bookmark),
  problems: ['invalid-cursor'],
});

export const save = route('bookmarks.save', {
  method: 'PUT',
  path: '/api/posts/:id/bookmark',
  access: 'member',
  summary:
    'Saves a question or an answer, and says when to be reminded (Asia/Ho_Chi_Minh): in an hour, next Monday 08:00, or 08:00 of a day.',
  params: idParams,
  body: z.strictObject({
    remind: z.enum(['never', 'hour', 'monday', 'day']).default('never'),
    /** The day, with `remind` "day": after today, within two years. */
    day: day.optional(),
  }),
  response: z.object({ remindAt: timestamp.nullable() }),
  problems: ['not-found'],
});

export const remove = route('bookmarks.remove', {
  method: 'DELETE',
  path: '/api/posts/:id/bookmark',
  access: 'member',
  summary: 'Takes a question or an answer out of what I saved.',
  params: idParams,
  response: done,
  problems: ['not-found'],
});

export const readTo = route('threads.readTo', {
  method: 'PUT',
  path: '/api/threads/:id/read-to',
  access: 'member',
  summary: 'Remembers the newest post that I have had before me in a thread; it never goes back.',
  params: idParams,
  body: z.strictObject({ postId: id }),
  response: done,
  problems: ['not-found'],
});

const level = z.enum(['watch', 'normal', 'mute']);

export const watchTopic = route('topics.watch', {
  method: 'PUT',
  path: '/api/topics/:id/watch',
  access: 'member',
  summary: 'Watch, normal or mute for all threads of a topic; what is chosen for a thread itself comes first.',
  params: idParams,
  body: z.strictObject({ level }),
  response: done,
  problems: ['not-found'],
});

export const watchSpace = route('spaces.watch', {
  method: 'PUT',
  path: '/api/spaces/:id/watch',
  access: 'member',
  summary: 'The same for all threads of a space; what is chosen for a thread or its topics comes first.',
  params: idParams,
  body: z.strictObject({ level }),
  response: done,
  problems: ['not-found'],
});

export const showName = route('threads.showName', {
  method: 'PUT',
  path: '/api/threads/:id/name',
  access: 'member',
  summary: 'The asker shows his name and organisation on a question that he asked without; there is no way back.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden'],
});
