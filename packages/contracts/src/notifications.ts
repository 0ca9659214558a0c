import { z } from 'zod';
import { byline, done, id, page, paging, timestamp } from './common.js';
import { route } from './route.js';
import { threadKind } from './thread.js';

export const notificationKind = z.enum([
  'answer',
  'comment',
  'mention',
  'accepted',
  'closed',
  'asked',
  'invited',
  'reminder',
  'flag',
  'hidden',
  'canonical',
  'doubted',
  'join_asked',
  'join_invited',
  'join_accepted',
  'join_declined',
  'join_lapsed',
  'duplicate',
  'moved',
  'move_asked',
  'move_refused',
  'split',
  'merged',
]);
const notification = z.object({
  id,
  kind: notificationKind,
  at: timestamp,
  readAt: timestamp.nullable(),
  /** Null where it is about a group. */
  threadId: id.nullable(),
  threadKind,
  /** The group that it is about, while the one told may know of it; null for every other. */
  spaceId: id.nullable(),
  postId: id.nullable(),
  title: z.string(),
  excerpt: z.string(),
  by: byline,
  /** What became of a flag; null for every other kind. */
  outcome: z.enum(['upheld', 'rejected', 'deferred']).nullable(),
});
export type Notification = z.infer<typeof notification>;

export const inbox = route('inbox.list', {
  method: 'GET',
  path: '/api/inbox',
  access: 'member',
  summary: 'What happened to what I wrote, follow or am named in, newest first; only what I may still read.',
  query: z.strictObject({ ...paging }),
  response: page(notification).extend({ unread: z.int() }),
  problems: ['invalid-cursor'],
});

export const markRead = route('inbox.markRead', {
  method: 'POST',
  path: '/api/inbox/read',
  access: 'member',
  summary: 'Marks notifications read: some, or all up to now.',
  body: z.strictObject({ ids: z.array(id).max(100).optional() }),
  response: done,
});

/** Seconds since what is on the page was read: what changed meanwhile comes first. */
const age = z
  .string()
  .regex(/^\d{1,3}$/, 'format')
  .transform(Number)
  .pipe(z.int().max(120))
  .optional();

export const stream = route('live.stream', {
  method: 'GET',
  path: '/api/stream',
  access: 'anyone',
  summary:
    'One stream of server-sent events per browser: {kind, itemId, version} of what the caller may read. Last-Event-ID resumes.',
  query: z.strictObject({ age }),
  response: z.object({}),
  produces: 'stream',
});

export const changes = route('live.changes', {
  method: 'GET',
  path: '/api/changes',
  access: 'anyone',
  summary: 'The same by polling: what changed after an event id, for browsers behind proxies that hold streams back.',
  query: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,19}$/, 'format')
      .optional(),
    age,
  }),
  response: z.object({
    last: z.string(),
    items: z.array(z.object({ kind: z.string(), itemId: id, version: z.int() })),
  }),
});
