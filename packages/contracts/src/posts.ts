import { z } from 'zod';
import { POST_LIMIT, byline, can, done, id, idParams, line, prose, timestamp } from './common.js';
import { draftKey } from './drafts.js';
import { file, fileKeys } from './files.js';
import { bodyLimitFor, route } from './route.js';

export const threadState = z.enum(['open', 'resolved', 'closed', 'duplicate', 'archived', 'hidden']);

export const comment = z.object({
  id,
  parentId: id,
  author: byline,
  html: z.string(),
  createdAt: timestamp,
  editedAt: timestamp.nullable(),
  version: z.int(),
  can: can('edit', 'delete', 'hide', 'flag'),
});
export type Comment = z.infer<typeof comment>;

export const answer = z.object({
  id,
  /** What it was called as a thread of its own, before that was merged into this one. */
  title: z.string(),
  author: byline,
  html: z.string(),
  createdAt: timestamp,
  editedAt: timestamp.nullable(),
  version: z.int(),
  helpful: z.int(),
  voted: z.boolean(),
  saved: z.boolean(),
  /** Everybody who may answer may change it. */
  wiki: z.boolean(),
  /** A short answer first: its author says that more follows. */
  brief: z.boolean(),
  /** Marked by an expert of the topic, who is named to those who may read the directory. */
  canonical: z.object({ at: timestamp, by: z.string().nullable() }).nullable(),
  /** "Còn đúng không?": how many organisations say yes and no, and what the viewer said. */
  stillTrue: z.object({ yes: z.int(), no: z.int(), mine: z.boolean().nullable() }),
  accepted: z.object({ at: timestamp, by: z.enum(['asker', 'expert', 'moderator']), own: z.boolean() }).nullable(),
  files: z.array(file),
  comments: z.array(comment),
  /** Its author took the text back; replies stand under it. */
  deleted: z.boolean(),
  can: can(
    'edit',
    'wiki',
    'accept',
    'unaccept',
    'markCanonical',
    'unmarkCanonical',
    'stillTrue',
    'vote',
    'comment',
    'delete',
    'restore',
    'hide',
    'flag',
  ),
});
export type Answer = z.infer<typeof answer>;

export const source = route('posts.source', {
  method: 'GET',
  path: '/api/posts/:id/source',
  access: 'member',
  summary: 'The Markdown of a post, for the editor and for quoting.',
  params: idParams,
  response: z.object({ id, version: z.int(), text: z.string(), title: z.string().nullable() }),
  problems: ['not-found'],
});

export const reply = route('answers.create', {
  method: 'POST',
  path: '/api/threads/:id/answers',
  access: 'member',
  summary: 'Answers a question, or replies in a discussion.',
  params: idParams,
  body: z.strictObject({
    text: prose(2),
    files: fileKeys.optional(),
    draftKey: draftKey.optional(),
    brief: z.boolean().optional(),
  }),
  response: answer,
  creates: true,
  bodyLimit: bodyLimitFor(POST_LIMIT),
  problems: ['not-found', 'forbidden', 'thread-closed', 'slow-mode'],
  perMinute: 20,
});

export const addComment = route('comments.create', {
  method: 'POST',
  path: '/api/posts/:id/comments',
  access: 'member',
  summary: 'Comments on a question or an answer.',
  params: idParams,
  body: z.strictObject({ text: prose(2, 5000) }),
  response: comment,
  creates: true,
  problems: ['not-found', 'forbidden', 'slow-mode'],
  perMinute: 30,
});

export const editPost = route('posts.edit', {
  method: 'PATCH',
  path: '/api/posts/:id',
  access: 'member',
  summary: 'Changes the text of one’s own answer or comment, the files of an answer, and whether more follows.',
  params: idParams,
  body: z.strictObject({ text: prose(2), files: fileKeys.optional(), brief: z.boolean().optional() }),
  response: z.object({ version: z.int(), html: z.string() }),
  ifMatch: true,
  bodyLimit: bodyLimitFor(POST_LIMIT),
  problems: ['not-found', 'forbidden', 'stale', 'precondition-required'],
});

const votes = z.object({ helpful: z.int(), voted: z.boolean() });

export const vote = route('posts.vote', {
  method: 'PUT',
  path: '/api/posts/:id/vote',
  access: 'member',
  summary: '"Hữu ích" on a question or an answer of somebody else.',
  params: idParams,
  response: votes,
  problems: ['not-found', 'forbidden'],
});

export const unvote = route('posts.unvote', {
  method: 'DELETE',
  path: '/api/posts/:id/vote',
  access: 'member',
  summary: 'Takes one’s "Hữu ích" back.',
  params: idParams,
  response: votes,
  problems: ['not-found', 'forbidden'],
});

export const preview = route('posts.preview', {
  method: 'POST',
  path: '/api/preview',
  access: 'member',
  summary: 'Renders Markdown exactly as it would be stored and read.',
  body: z.strictObject({ text: prose(0) }),
  response: z.object({ html: z.string() }),
  bodyLimit: bodyLimitFor(POST_LIMIT),
  perMinute: 60,
});

export const remove = route('posts.delete', {
  method: 'DELETE',
  path: '/api/posts/:id',
  access: 'member',
  summary:
    'Deletes one’s own question, answer or comment: without replies it is gone, with replies a tombstone stays; restorable for 30 days.',
  params: idParams,
  response: z.object({ tombstone: z.boolean() }),
  problems: ['not-found', 'forbidden', 'illegal-transition'],
});

export const hide = route('posts.hide', {
  method: 'POST',
  path: '/api/posts/:id/hide',
  access: 'member',
  summary:
    'Hides a post with a reason; the question’s own id hides the whole thread. Moderators; restorable for 30 days.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const restore = route('posts.restore', {
  method: 'POST',
  path: '/api/posts/:id/restore',
  access: 'member',
  summary: 'Brings back what was hidden (a moderator) or deleted (its author) in the last 30 days.',
  params: idParams,
  response: z.object({ threadId: id }),
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});
