import type { Byline } from '@hat-nhan/contracts';
import { cut, type Rendered } from '@hat-nhan/markdown';
import { byline, interestMark } from '../items/items.service.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { namer } from './names.js';
import { lineInstead, type ThreadRow } from './sight.js';
import { takeTurn } from './slow-mode.js';

/** Characters of the newest post that lists show. */
export const EXCERPT = 400;

// Who was invited has answered now, whatever was said to it before; the move is logged. Not of who writes without name: it
// would tell whose answer the one without name is.
const INVITED = `waiting as (
    select v.id, v.state from answer_invitation v
    where v.thread_id = $1 and v.person_id = $2 and v.state <> 'answered'
      and ${lineInstead('$2', '$1')} is null for update of v
  ), answered as (
    update answer_invitation v set state = 'answered' from waiting w where v.id = w.id returning w.state
  ), logged as (
    insert into audit (actor_id, role, action, item_id, from_state, to_state)
    select $2, 'invited', 'answerInvitation.answer', $1, state, 'answered' from answered
  ), `;
// Who asks without name stays without it in the whole thread. Of one who stands in it with and without his name two are
// counted: one would tell who he is.
// The item of the thread is held by the caller. One statement: the post, the thread's counters, the author's watch, his draft.
const add = (kind: 'answer' | 'comment', counter: 'answers' | 'comments') =>
  sql(`with by as (select coalesce(${lineInstead('$2', '$1')},
      to_jsonb(b) || $9::jsonb || ${interestMark('$2', '$1')}) as line from (${byline('$2')}) b
  ), moved as (
    update item set active_at = $3 where id = $1 returning space_id
  ), made as (
    insert into item (space_id, kind, author_id, byline, created_at, active_at)
    select space_id, '${kind}', $2::int, by.line, $3::timestamptz, $3::timestamptz from moved, by returning id, space_id, created_at, byline
  ), written as (
    insert into post (id, space_id, thread_id, parent_id, kind, text, html, brief)
    select id, space_id, $1, $4::int, '${kind}', $5::text, $6::text, $10::boolean from made
  ), watched as (
    insert into watch (item_id, space_id, person_id, level) select $1, space_id, $2::int, 'watch' from moved
    on conflict do nothing returning item_id
  ), ${kind === 'answer' ? INVITED : ''}used as (
    delete from draft where person_id = $2 and key = $8
  ), counted as (
    update thread t set ${counter} = ${counter} + 1, watchers = watchers + (select count(*)::int from watched),
      people = people + (not exists (select from post w join item wi on wi.id = w.id where w.thread_id = t.id and wi.author_id = $2
        and w.deleted_at is null and (wi.byline->>'personId' is null) = (m.byline->>'personId' is null)))::int,
      last = jsonb_build_object('postId', m.id, 'at', $3::timestamptz, 'excerpt', $7::text, 'author', m.byline)
    from made m where t.id = $1 returning t.${counter}
  ) select m.id, m.created_at as "createdAt", m.byline as author, c.${counter} as count from made m, counted c`);
const ADD = { answer: add('answer', 'answers'), comment: add('comment', 'comments') };

interface Written {
  kind: 'answer' | 'comment';
  thread: ThreadRow & { expert: boolean };
  parentId: number;
  text: string;
  rendered: Rendered;
  draftKey?: string | undefined;
  /** More follows. */
  brief?: boolean | undefined;
}

/** A post as it was added, and what counts it: how many of its kind the thread has now. */
export interface Added {
  row: { id: number; author: Byline; authorId: number; html: string; createdAt: string; editedAt: null; version: 1 };
  count: number;
  name(html: string): string;
}

/**
 * Adds a post to a thread that the caller holds and has authorised; an expert of its topics is marked as one.
 * Throws `not-found` where it is out of sight.
 */
export async function addPost(
  ctx: Ctx,
  { kind, thread, parentId, text, rendered, draftKey, brief }: Written,
): Promise<Added> {
  const { personId } = actorOf(ctx);
  await takeTurn(ctx, thread.spaceId, thread.slowMinutes);
  const { html } = rendered;
  const values = [
    thread.id,
    personId,
    ctx.clock.now().toISOString(),
    parentId,
    text,
    html,
    cut(rendered.text, EXCERPT),
  ];
  const mark = thread.expert ? { mark: 'expert' } : {};
  const made = await ctx.db.row<{ id: number; createdAt: string; author: Byline; count: number }>(ADD[kind], [
    ...values,
    draftKey ?? null,
    mark,
    brief ?? false,
  ]);
  if (!made) throw new Problem('not-found');
  const { count, ...post } = made;
  const row = { ...post, authorId: personId, html, editedAt: null, version: 1 as const };
  return { row, count, name: await namer(ctx, [html]) };
}
