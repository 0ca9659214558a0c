import type { Answer, Comment, File, Thread } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { may } from '../policies/authorize.js';
import * as policy from '../policies/forum.js';
import { audienceOf } from './cards.js';
import type { AnswerRow, CommentRow, ThreadPageRow } from './page.sql.js';

type Name = (html: string) => string;
const NO_CONTEXT: Thread['context'] = { system: '', legalBasis: '', tried: '', needBy: null };

/** The most comments a post takes, all of them on its page. */
export const COMMENTS = 50;

/** What hangs on a post. */
export interface Hung {
  comments: CommentRow[];
  files: File[];
}

const commentSeen = (thread: policy.ThreadSeen, { authorId }: CommentRow): policy.PostSeen => ({
  kind: 'comment',
  authorId,
  deleted: false,
  thread,
});

/** What may be done against a post, by its author and by others. */
const taking = (ctx: Ctx, post: policy.PostSeen) => ({
  delete: may(ctx, policy.deletePost, post),
  hide: may(ctx, policy.hidePost, post),
  flag: may(ctx, policy.flagPost, post),
});
/** A tombstone is taken away again by the one who left it. */
const mayRestore = (ctx: Ctx, { deleted, authorId, thread }: policy.PostSeen): boolean =>
  deleted && may(ctx, policy.restorePost, { kind: 'deleted', authorId, moderates: thread.moderates });

export const shownComment = (ctx: Ctx, seen: policy.ThreadSeen, row: CommentRow, name: Name): Comment => ({
  ...row,
  html: name(row.html),
  can: {
    edit: may(ctx, policy.editPost, commentSeen(seen, row)),
    ...taking(ctx, commentSeen(seen, row)),
  },
});

/** The answer of who chose it. Where one of the two is shown by name and the other not, it would tell who he is. */
const isOwnChoice = (
  thread: policy.ThreadSeen,
  { author, authorId, acceptedBy, acceptedAs }: Pick<AnswerRow, 'author' | 'authorId' | 'acceptedBy' | 'acceptedAs'>,
): boolean => acceptedBy === authorId && (author.personId === null) === (acceptedAs === 'asker' && thread.unnamed);

export function shownAnswer(
  ctx: Ctx,
  seen: policy.ThreadSeen,
  row: Omit<AnswerRow, 'files'>,
  { comments, files }: Hung,
  name: Name,
): Answer {
  const post: policy.PostSeen = {
    kind: 'answer',
    authorId: row.authorId,
    deleted: row.deleted,
    wiki: row.wiki,
    thread: seen,
  };
  const accepts = !row.deleted && policy.possible(seen, 'accept') && may(ctx, policy.acceptIn, seen);
  const marks = policy.possible(seen, 'canonical') && may(ctx, policy.markCanonical, post);
  return {
    ...row,
    html: name(row.html),
    accepted:
      row.acceptedAt && row.acceptedAs && !row.deleted
        ? { at: row.acceptedAt, by: row.acceptedAs, own: isOwnChoice(seen, row) }
        : null,
    canonical: row.canonicalAt && !row.deleted ? { at: row.canonicalAt, by: row.canonicalBy } : null,
    stillTrue: { yes: row.yes, no: row.no, mine: row.mine },
    files,
    comments: comments.map((comment) => shownComment(ctx, seen, comment, name)),
    can: {
      edit: may(ctx, policy.editPost, post),
      wiki: may(ctx, policy.setWiki, post),
      accept: accepts && row.acceptedAt === null,
      unaccept: accepts && row.acceptedAt !== null,
      markCanonical: marks && row.canonicalAt === null,
      unmarkCanonical: marks && row.canonicalAt !== null,
      stillTrue: policy.possible(seen, 'stillTrue') && may(ctx, policy.sayStillTrue, post),
      vote: may(ctx, policy.voteOn, post),
      comment: comments.length < COMMENTS && may(ctx, policy.commentOn, post),
      restore: mayRestore(ctx, post),
      ...taking(ctx, post),
    },
  };
}

export function shownThread(
  ctx: Ctx,
  row: ThreadPageRow & policy.ThreadSeen,
  { comments, files }: Hung,
  name: Name,
): Thread {
  const post: policy.PostSeen = { kind: 'question', authorId: row.authorId, deleted: row.deleted, thread: row };
  // Under a tombstone nothing stands of what its author wrote but the title.
  const { system, legalBasis, tried, needBy } = row.deleted ? NO_CONTEXT : row;
  const arranges = may(ctx, policy.arrangeThread, row);
  const decides = may(ctx, policy.decideMove, row);
  const request = arranges || decides ? row.moveRequest : null;
  return {
    ...row,
    audience: audienceOf(ctx, row),
    html: name(row.html),
    own: ctx.actor !== null && row.authorId === ctx.actor.personId,
    asker: may(ctx, policy.seeAsker, row) ? row.asker : null,
    withoutName: arranges ? row.withoutName.filter(({ personId }) => personId !== row.asker?.personId) : [],
    context: { system, legalBasis, tried, needBy },
    watch: row.watch ?? 'normal',
    closed: row.state === 'closed' && row.closeReason ? { reason: row.closeReason, note: row.closeNote } : null,
    moveRequest: request && { audience: audienceOf(ctx, request), reason: request.reason, at: request.at },
    files,
    threadComments: comments.map((comment) => shownComment(ctx, row, comment, name)),
    can: {
      edit: !row.deleted && may(ctx, policy.editThread, row),
      answer: policy.possible(row, 'answer') && may(ctx, policy.answerThread, row),
      comment: comments.length < COMMENTS && may(ctx, policy.commentOn, post),
      vote: may(ctx, policy.voteOn, post),
      meToo: may(ctx, policy.addMeToo, { ...row, hasOrganisation: row.hasOrganisation === true }),
      close: policy.possible(row, 'close') && may(ctx, policy.closeThread, row),
      reopen: policy.possible(row, 'reopen') && may(ctx, policy.reopenThread, row),
      archive: policy.possible(row, 'archive') && may(ctx, policy.archiveThread, row),
      watch: may(ctx, policy.watchThread, row),
      showName: !row.deleted && may(ctx, policy.showName, row),
      pin: may(ctx, policy.pinThread, row),
      duplicate: policy.possible(row, 'duplicate') && may(ctx, policy.markDuplicate, row),
      move: policy.possible(row, 'move') && arranges,
      decideMove: policy.possible(row, 'move') && request !== null && decides,
      split: policy.possible(row, 'split') && arranges,
      merge: policy.possible(row, 'merge') && arranges,
      restore: mayRestore(ctx, post),
      ...taking(ctx, post),
    },
  };
}
