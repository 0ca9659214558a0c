import type { Answer, Byline, Comment, Thread } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { may } from '../policies/authorize.js';
import * as policy from '../policies/forum.js';
import { audienceOf, CARD, OWN_TOPICS, THREADS, TOPICS, type CardRow } from './cards.js';
import { STANDING } from './sight.js';

type Name = (html: string) => string;
type Stored<T> = Omit<T, 'can'> & { authorId: number | null };
type CommentRow = Stored<Comment>;

/** The most comments a post takes, all of them on its page. */
export const COMMENTS = 50;
/** The comments on a post, oldest first; a thread without any is not searched for them. */
const comments = (
  parent: string,
  any: string,
) => `case when ${any} then (select coalesce(json_agg(c order by c.id), '[]') from (
    select c.id, c.parent_id as "parentId", ci.byline as author, ci.author_id as "authorId", c.html,
      ci.created_at as "createdAt", ci.edited_at as "editedAt", ci.version
    from post c join item ci on ci.id = c.id where c.parent_id = ${parent} and c.kind = 'comment' order by c.id limit ${COMMENTS}) c) else '[]'::json end`;
const voted = (post: string) =>
  `exists (select 1 from vote v where v.post_id = ${post} and v.person_id = (select app.viewer())) as voted`;

const thread = (
  own: string,
  join: string,
) => `select ${CARD}, i.author_id as "authorId", i.edited_at as "editedAt", i.version,
    q.html, t.watchers, t.system, t.legal_basis as "legalBasis", t.tried, t.need_by as "needBy",
    t.close_reason as "closeReason", t.close_note as "closeNote", ${comments('i.id', 't.comments > 0')} as comments_of, ${own}
  from item i join thread t on t.id = i.id join post q on q.id = i.id join space s on s.id = i.space_id ${join}
  where i.id = $1 and ${THREADS}`;

const OWN = `${voted('i.id')}, ${STANDING},
    exists (select 1 from me_too m where m.thread_id = i.id and m.person_id = (select app.viewer())) as metoo,
    (select w.level from watch w where w.item_id = i.id and w.person_id = (select app.viewer())) as watch,
    (select p.top_id is not null from person p where p.id = (select app.viewer())) as "hasOrganisation"`;
const NOBODYS = `false as voted, false as metoo, null as watch, false as writable, false as moderates, false as expert, false as "hasOrganisation"`;

/** A thread by its id ($1): for a visitor nothing of his own is looked for. */
export const THREAD = { own: sql(thread(OWN, OWN_TOPICS)), visitor: sql(thread(NOBODYS, TOPICS)) };

const answers = (
  own: string,
  page: string,
  order: string,
  anyComments: string,
) => `select p.id, i.byline as author, i.author_id as "authorId", p.html,
    i.created_at as "createdAt", i.edited_at as "editedAt", i.version, p.helpful, p.accepted_at as "acceptedAt",
    p.accepted_as as "acceptedAs", p.accepted_by as "acceptedBy", ${own}, ${comments('p.id', anyComments)} as comments
  from (${page}) p join item i on i.id = p.id ${order}`;
const RANK = `coalesce(accepted_at, 'infinity')`;
const question = `select * from post where thread_id = $1 and kind = 'answer' and (${RANK}, -helpful, id) > ($2::timestamptz, $3::int, $4::int)
  order by ${RANK}, -helpful, id limit $5`;
const discussion = `select * from post where thread_id = $1 and kind = 'answer' and id > $2::int order by id limit $3`;
const one = `select * from post where id = $1 and kind = 'answer'`;
const forBoth = (page: string, order: string, anyComments: string) => ({
  own: sql(answers(voted('p.id'), page, order, anyComments)),
  visitor: sql(answers('false as voted', page, order, anyComments)),
});

/**
 * Answers of a thread ($1): accepted first, then helpful ones (after $2–$4, $5 of them), or in order (after $2, $3 of them);
 * the last parameter says whether the thread has comments. Or one answer ($1).
 */
export const ANSWERS = {
  question: forBoth(question, `order by coalesce(p.accepted_at, 'infinity'), -p.helpful, p.id`, '$6::boolean'),
  discussion: forBoth(discussion, 'order by p.id', '$4::boolean'),
  one: forBoth(one, '', 'true'),
};

export interface ThreadPageRow extends CardRow, Omit<policy.ThreadSeen, 'kind' | 'state' | 'mature'> {
  html: string;
  editedAt: string | null;
  version: number;
  voted: boolean;
  metoo: boolean;
  watch: Thread['watch'] | null;
  watchers: number;
  hasOrganisation: boolean | null;
  system: string;
  legalBasis: string;
  tried: string;
  needBy: string | null;
  closeReason: NonNullable<Thread['closed']>['reason'] | null;
  closeNote: string;
  comments_of: CommentRow[];
}
export interface AnswerRow extends Omit<Stored<Answer>, 'accepted' | 'comments'> {
  author: Byline;
  acceptedAt: string | null;
  acceptedAs: NonNullable<Answer['accepted']>['by'] | null;
  acceptedBy: number | null;
  comments: CommentRow[];
}

/** Every stored text of a page, so that its mentions are named in one statement. */
export const textsOf = (rows: readonly AnswerRow[]) =>
  rows.flatMap((row) => [row.html, ...row.comments.map((comment) => comment.html)]);

export const shownComment = (ctx: Ctx, seen: policy.ThreadSeen, row: CommentRow, name: Name): Comment => ({
  ...row,
  html: name(row.html),
  can: { edit: may(ctx, policy.editPost, { kind: 'comment', authorId: row.authorId, thread: seen }) },
});

export function shownAnswer(ctx: Ctx, seen: policy.ThreadSeen, row: AnswerRow, name: Name): Answer {
  const post: policy.PostSeen = { kind: 'answer', authorId: row.authorId, thread: seen };
  const accepts = policy.possible(seen, 'accept') && may(ctx, policy.acceptIn, seen);
  return {
    ...row,
    html: name(row.html),
    accepted:
      row.acceptedAt && row.acceptedAs
        ? { at: row.acceptedAt, by: row.acceptedAs, own: row.acceptedBy === row.authorId }
        : null,
    comments: row.comments.map((comment) => shownComment(ctx, seen, comment, name)),
    can: {
      edit: may(ctx, policy.editPost, post),
      accept: accepts && row.acceptedAt === null,
      unaccept: accepts && row.acceptedAt !== null,
      vote: may(ctx, policy.voteOn, post),
      comment: row.comments.length < COMMENTS && may(ctx, policy.commentOn, post),
    },
  };
}

export function shownThread(ctx: Ctx, row: ThreadPageRow & policy.ThreadSeen, name: Name): Thread {
  const post: policy.PostSeen = { kind: 'question', authorId: row.authorId, thread: row };
  const { system, legalBasis, tried, needBy } = row;
  return {
    ...row,
    audience: audienceOf(ctx, row),
    html: name(row.html),
    context: { system, legalBasis, tried, needBy },
    watch: row.watch ?? 'normal',
    closed: row.state === 'closed' && row.closeReason ? { reason: row.closeReason, note: row.closeNote } : null,
    threadComments: row.comments_of.map((comment) => shownComment(ctx, row, comment, name)),
    can: {
      edit: may(ctx, policy.editThread, row),
      answer: policy.possible(row, 'answer') && may(ctx, policy.answerThread, row),
      comment: row.comments_of.length < COMMENTS && may(ctx, policy.commentOn, post),
      vote: may(ctx, policy.voteOn, post),
      meToo: may(ctx, policy.addMeToo, { ...row, hasOrganisation: row.hasOrganisation === true }),
      close: policy.possible(row, 'close') && may(ctx, policy.closeThread, row),
      reopen: policy.possible(row, 'reopen') && may(ctx, policy.reopenThread, row),
      watch: may(ctx, policy.watchThread, row),
    },
  };
}
