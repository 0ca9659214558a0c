import { z } from 'zod';
import {
  audience,
  byline,
  can,
  created,
  day,
  done,
  flag,
  id,
  idParams,
  idText,
  line,
  page,
  paging,
  prose,
  timestamp,
  topicLink,
} from './common.js';
import { draftKey } from './drafts.js';
import { file, fileKeys } from './files.js';
import { answer, comment, threadState } from './posts.js';
import { route } from './route.js';

export const threadKind = z.enum(['question', 'discussion']);
export const closeReason = z.enum(['off_topic', 'answered_elsewhere', 'outdated', 'other']);

const card = z.object({
  id,
  kind: threadKind,
  state: threadState,
  title: z.string(),
  audience,
  topics: z.array(topicLink),
  author: byline,
  createdAt: timestamp,
  activeAt: timestamp,
  answers: z.int(),
  accepted: z.int(),
  /** Answers marked canonical. */
  canonical: z.int(),
  comments: z.int(),
  people: z.int(),
  helpful: z.int(),
  meToo: z.int(),
  views: z.int(),
  pinned: z.boolean(),
  demo: z.boolean(),
  /** The newest answer or comment: who, when, its first 400 characters. */
  last: z.object({ postId: id, at: timestamp, excerpt: z.string(), author: byline }).nullable(),
});
export type ThreadCard = z.infer<typeof card>;

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
    'Threads by last activity or newest first; filters combine; unanswered, or unanswered for more than 3 working days. Archived ones only where their state is asked for.',
  query: z.strictObject({
    ...filters,
    sort: z.enum(['active', 'new']).optional(),
    unanswered: z.enum(['any', 'overdue']).optional(),
    ...paging,
  }),
  response: page(card),
  problems: ['invalid-cursor'],
});

/** "Thêm thông tin để được trả lời nhanh hơn": all optional. */
const context = z.object({
  system: z.string(),
  legalBasis: z.string(),
  tried: z.string(),
  needBy: day.nullable(),
});

/** Another thread, as a link. */
const link = z.object({ id, title: z.string() });

const thread = card.omit({ last: true }).extend({
  html: z.string(),
  /** The viewer asked it. */
  own: z.boolean(),
  /** Shown without the asker's name and organisation; only he and the moderators of the space are told who asks. */
  unnamed: z.boolean(),
  asker: byline.nullable(),
  editedAt: timestamp.nullable(),
  version: z.int(),
  context,
  voted: z.boolean(),
  saved: z.boolean(),
  /** The newest post that the viewer had before him when he last was here. */
  readTo: id.nullable(),
  metoo: z.boolean(),
  watch: z.enum(['watch', 'normal', 'mute']),
  watchers: z.int(),
  closed: z.object({ reason: closeReason, note: z.string() }).nullable(),
  /** What it is a duplicate of; null too where the reader does not see that. */
  duplicateOf: link.nullable(),
  /** What the reader sees of its duplicates, of what was split off, and of what it was split off from. */
  related: z.array(link.extend({ how: z.enum(['duplicate', 'split', 'splitFrom']) })),
  /** Its asker is asked whether more people may read it; told to him and to moderators. */
  moveRequest: z.object({ audience, reason: z.string(), at: timestamp }).nullable(),
  files: z.array(file),
  threadComments: z.array(comment),
  deleted: z.boolean(),
  can: can(
    'edit',
    'answer',
    'comment',
    'vote',
    'meToo',
    'close',
    'reopen',
    'archive',
    'watch',
    'showName',
    'delete',
    'restore',
    'hide',
    'flag',
    'pin',
    'duplicate',
    'move',
    'decideMove',
    'split',
    'merge',
  ),
});
export type Thread = z.infer<typeof thread>;

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
  bodyLimit: 262_144,
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
  bodyLimit: 262_144,
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
