import { z } from 'zod';
import { byline, can, day, done, id, idParams, idText, line, named, page, paging, timestamp } from './common.js';
import { route } from './route.js';

export const flagReason = z.enum(['promotion', 'personal_data', 'state_secret', 'off_topic', 'other']);
export const reviewState = z.enum(['open', 'claimed', 'upheld', 'rejected', 'deferred']);

export const flag = route('flags.create', {
  method: 'POST',
  path: '/api/posts/:id/flags',
  access: 'member',
  summary: 'Tells the moderators of a post, with a reason. They see who did; the outcome is told in the inbox.',
  params: idParams,
  body: z.strictObject({ reason: flagReason, note: line(0, 500).default('') }),
  response: done,
  problems: ['not-found', 'forbidden', 'already-flagged'],
  perMinute: 6,
});

const review = z.object({
  id,
  state: reviewState,
  at: timestamp,
  postId: id,
  threadId: id,
  kind: z.enum(['question', 'answer', 'comment']),
  title: z.string(),
  excerpt: z.string(),
  author: byline,
  authorId: id.nullable(),
  flags: z.array(z.object({ reason: flagReason, note: z.string(), by: z.string(), at: timestamp })),
  claimedBy: z.object({ id, name: z.string() }).nullable(),
  claimedAt: timestamp.nullable(),
  decidedAt: timestamp.nullable(),
  note: z.string(),
  can: can('claim', 'decide'),
});
export type Review = z.infer<typeof review>;

export const reviews = route('reviews.list', {
  method: 'GET',
  path: '/api/reviews',
  access: 'member',
  summary:
    'What waits for moderators, oldest first, or what they decided, newest first: only of spaces that the caller moderates.',
  query: z.strictObject({ show: z.enum(['waiting', 'decided']).optional(), ...paging }),
  response: page(review),
  problems: ['invalid-cursor'],
});

export const claim = route('reviews.claim', {
  method: 'POST',
  path: '/api/reviews/:id/claim',
  access: 'member',
  summary: 'Takes up a review. Of two moderators at once one gets it; a claim of more than a day may be taken over.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'already-claimed'],
});

export const decide = route('reviews.decide', {
  method: 'POST',
  path: '/api/reviews/:id/decide',
  access: 'member',
  summary: 'Decides a review that one has claimed; upheld hides the post. Those who flagged are told.',
  params: idParams,
  body: z.strictObject({ outcome: z.enum(['upheld', 'rejected', 'deferred']), note: line(0, 300).default('') }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'already-claimed', 'illegal-transition'],
});

const withheld = z.object({
  id,
  kind: z.enum(['hidden', 'deleted']),
  what: z.enum(['question', 'discussion', 'answer', 'comment']),
  threadId: id,
  title: z.string(),
  excerpt: z.string(),
  reason: z.string(),
  at: timestamp,
  until: timestamp,
  can: can('restore'),
});

export const withheldPosts = route('posts.withheld', {
  method: 'GET',
  path: '/api/withheld',
  access: 'member',
  summary:
    'What was hidden in spaces that the caller moderates, and what he deleted himself or was hidden of his, newest first.',
  query: z.strictObject({ whose: z.enum(['mine', 'moderated']), ...paging }),
  response: page(withheld),
  problems: ['invalid-cursor'],
});

export const suspension = route('accounts.suspension', {
  method: 'GET',
  path: '/api/accounts/:id/suspension',
  access: 'member',
  summary: 'Until when a person is suspended, for who may suspend him.',
  params: idParams,
  response: z.object({ until: timestamp.nullable() }),
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});

export const suspend = route('accounts.suspend', {
  method: 'POST',
  path: '/api/accounts/:id/suspend',
  access: 'member',
  summary:
    'Suspends a person until a day, at most a year ahead: sessions and streams end at once, and he may come back by himself.',
  params: idParams,
  body: z.strictObject({ until: day, reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});

export const unsuspend = route('accounts.unsuspend', {
  method: 'POST',
  path: '/api/accounts/:id/unsuspend',
  access: 'member',
  summary: 'Ends a suspension before its day.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const slow = route('spaces.slow', {
  method: 'PUT',
  path: '/api/spaces/:id/slow',
  access: 'member',
  summary: 'One post per person in so many minutes; 0 ends it. Moderators of the space, coordinators, administrators.',
  params: idParams,
  body: z.strictObject({ minutes: z.int().min(0).max(1440) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});

const entry = z.object({
  id,
  at: timestamp,
  actorId: id.nullable(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  itemId: id.nullable(),
  /** What it was done to, as far as the caller reads it; of an answer or comment the thread. */
  item: z.object({ kind: z.string(), title: z.string(), threadId: id.nullable() }).nullable(),
  space: named.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string(),
  sealed: z.boolean(),
});

const auditFilters = {
  /** One action, or all of what stands before their point: `thread.hide`, `thread`. */
  action: line(1, 60).optional(),
  actor: idText.optional(),
  item: idText.optional(),
  from: day.optional(),
  to: day.optional(),
};

export const auditLog = route('audit.list', {
  method: 'GET',
  path: '/api/audit',
  access: 'member',
  summary: 'The audit log, newest first, of what the caller may see. Administrators and coordinators.',
  query: z.strictObject({ ...auditFilters, ...paging }),
  response: page(entry),
  problems: ['forbidden', 'sign-in-again', 'invalid-cursor'],
});

export const auditExport = route('audit.export', {
  method: 'GET',
  path: '/api/audit.csv',
  access: 'member',
  summary: 'The same as CSV, at most 10,000 rows; the export itself is recorded.',
  query: z.strictObject(auditFilters),
  response: z.object({}),
  produces: 'file',
  problems: ['forbidden', 'sign-in-again'],
  perMinute: 6,
});
