import { z } from 'zod';
import { POST_LIMIT, created, day, done, flag, id, idParams, idText, line, page, paging, prose } from './common.js';
import { draftKey } from './drafts.js';
import { fileKeys } from './files.js';
import { answer, threadState } from './posts.js';
import { bodyLimitFor, route } from './route.js';
import { card, closeReason, thread, threadKind } from './thread.js';

export { closeReason, threadKind } from './thread.js';

const filters = {
  space: idText.optional(),
  topic: idText.optional(),
  kind: threadKind.optional(),
  state: z.enum(['open', 'resolved', 'closed', 'duplicate', 'archived']).optional(),
  organisation: idText.optional(),
  author: idText.optional(),
  watched: flag.optional(),
  pinned: flag.optional(),
};

export const list = route('threads.list', {
  method: 'GET',
  path: '/api/threads',
  access: 'anyone',
  summary:
    'Threads by last activity or newest first; filters combine; unanswered, or unanswered for more than 3 working days. Archived ones only where their state is asked for. The first page of the whole list brings what is pinned above it.',
  query: z.strictObject({
    ...filters,
    sort: z.enum(['active', 'new']).optional(),
    unanswered: z.enum(['any', 'overdue']).optional(),
    ...paging,
  }),
  response: page(card).extend({ pinned: z.array(card) }),
  problems: ['invalid-cursor'],
});

export const read = route('threads.read', {
  method: 'GET',
  path: '/api/threads/:id',
  access: 'anyone',
  summary:
    'A thread with a page of its answers: accepted first, then by votes (a question), or in order (a discussion).',
  params: idParams,
  query: z.strictObject({ ...paging }),
  response: z.object({ thread, answers: page(answer) }),
  problems: ['not-found', 'invalid-cursor'],
});

const contextInput = z
  .strictObject({
    system: line(0, 300).default(''),
    legalBasis: line(0, 300).default(''),
    tried: prose(0, 2000).default(''),
    needBy: day.nullable().default(null),
  })
  .optional();

export const ask = route('threads.create', {
  method: 'POST',
  path: '/api/threads',
  access: 'member',
  summary: 'Asks a question or opens a discussion: title, text, topic and who may see it.',
  body: z.strictObject({
    kind: threadKind.default('question'),
    title: line(10, 200),
    text: prose(20),
    topicIds: z.array(id).min(1).max(3),
    spaceId: id,
    context: contextInput,
    files: fileKeys.optional(),
    /** A question without name and organisation: "Một thành viên cấp tỉnh". */
    unnamed: z.boolean().default(false),
    /** The draft that becomes this thread, and is gone with it. */
    draftKey: draftKey.optional(),
  }),
  response: created,
  creates: true,
  bodyLimit: bodyLimitFor(POST_LIMIT),
  problems: ['forbidden', 'slow-mode'],
  perMinute: 10,
});

export const edit = route('threads.edit', {
  method: 'PATCH',
  path: '/api/threads/:id',
  access: 'member',
  summary: 'Changes title, text, topics or context of one’s own thread.',
  params: idParams,
  body: z.strictObject({
    title: line(10, 200),
    text: prose(20),
    topicIds: z.array(id).min(1).max(3),
    context: contextInput,
    /** All its files from now on; absent: as they are. */
    files: fileKeys.optional(),
  }),
  response: z.object({ version: z.int() }),
  ifMatch: true,
  bodyLimit: bodyLimitFor(POST_LIMIT),
  problems: ['not-found', 'forbidden', 'stale', 'precondition-required'],
});

const meToo = z.object({ meToo: z.int(), metoo: z.boolean() });

export const addMeToo = route('threads.meToo', {
  method: 'PUT',
  path: '/api/threads/:id/me-too',
  access: 'member',
  summary: '"Đơn vị tôi cũng gặp": counts distinct top organisations.',
  params: idParams,
  response: meToo,
  problems: ['not-found', 'forbidden'],
});

export const removeMeToo = route('threads.removeMeToo', {
  method: 'DELETE',
  path: '/api/threads/:id/me-too',
  access: 'member',
  summary: 'Takes "Đơn vị tôi cũng gặp" back.',
  params: idParams,
  response: meToo,
  problems: ['not-found'],
});

const accepted = z.object({ state: threadState, accepted: z.int() });

export const accept = route('answers.accept', {
  method: 'PUT',
  path: '/api/answers/:id/accept',
  access: 'member',
  summary:
    'Chooses an answer; several may be chosen. The asker, or after 14 days an expert of the topic or a moderator (logged).',
  params: idParams,
  response: accepted,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const unaccept = route('answers.unaccept', {
  method: 'DELETE',
  path: '/api/answers/:id/accept',
  access: 'member',
  summary: 'Takes the choice back; without any chosen answer the question is open again.',
  params: idParams,
  response: accepted,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const close = route('threads.close', {
  method: 'POST',
  path: '/api/threads/:id/close',
  access: 'member',
  summary: 'Closes a thread with a reason: no new answers, comments stay.',
  params: idParams,
  body: z.strictObject({ reason: closeReason, note: line(0, 300).default('') }),
  response: z.object({ state: threadState }),
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const archive = route('threads.archive', {
  method: 'POST',
  path: '/api/threads/:id/archive',
  access: 'member',
  summary: 'Puts a thread away: still found and read, left out of lists until somebody opens it again. Moderators.',
  params: idParams,
  response: z.object({ state: threadState }),
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const reopen = route('threads.reopen', {
  method: 'POST',
  path: '/api/threads/:id/reopen',
  access: 'member',
  summary: 'Opens a closed or archived thread again.',
  params: idParams,
  response: z.object({ state: threadState }),
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const watch = route('threads.watch', {
  method: 'PUT',
  path: '/api/threads/:id/watch',
  access: 'member',
  summary: 'Watch, normal or mute.',
  params: idParams,
  body: z.strictObject({ level: z.enum(['watch', 'normal', 'mute']) }),
  response: done,
  problems: ['not-found'],
});

export const pin = route('threads.pin', {
  method: 'PUT',
  path: '/api/threads/:id/pin',
  access: 'member',
  summary: 'Pins a thread above the list, or takes it down again. Moderators.',
  params: idParams,
  body: z.strictObject({ pinned: z.boolean() }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});
