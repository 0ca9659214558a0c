import { z } from 'zod';
import { audience, byline, can, day, id, timestamp, topicLink } from './common.js';
import { file } from './files.js';
import { comment, threadState } from './posts.js';

export const threadKind = z.enum(['question', 'discussion']);
export const closeReason = z.enum(['off_topic', 'answered_elsewhere', 'outdated', 'other']);

export const card = z.object({
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

/** "Thêm thông tin để được trả lời nhanh hơn": all optional. */
const context = z.object({
  system: z.string(),
  legalBasis: z.string(),
  tried: z.string(),
  needBy: day.nullable(),
});

/** Another thread, as a link. */
const link = z.object({ id, title: z.string() });

export const thread = card.omit({ last: true }).extend({
  html: z.string(),
  /** The viewer asked it. */
  own: z.boolean(),
  /** Shown without the asker's name and organisation; only he and the moderators of the space are told who asks. */
  unnamed: z.boolean(),
  asker: byline.nullable(),
  /** Who else than its asker may write here without name, after a split or a merger: told to moderators alone. */
  withoutName: z.array(byline),
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
