import { cut } from '@hat-nhan/markdown';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { renderSafely } from '../platform/render.js';
import { EXCERPT } from './add-post.js';
import type { FoundPost } from './sight.js';

/** Milliseconds in which what was hidden or deleted can come back. */
export const RESTORABLE_MS = 30 * 86_400_000;

const SHOW = sql(`select set_config('app.hidden', 'shown', true)`);
const CLOSE = sql(`select set_config('app.hidden', '', true)`);

const WITHHOLD =
  sql(`insert into withheld (id, space_id, thread_id, kind, from_state, reason, author_id, by_id, at, title, text, html, byline)
  select i.id, i.space_id, p.thread_id, $2, i.state, $3, i.author_id, app.viewer(), $4, t.title,
    case when $5::boolean then p.text end, case when $5::boolean then p.html end, case when $5::boolean then i.byline end
  from item i join post p on p.id = i.id join item t on t.id = p.thread_id where i.id = $1 on conflict do nothing`);
// A thread goes whole, an answer with its comments; what was away before keeps its own mark, and stays away when this returns.
const HIDE =
  sql(`with away as (update post p set withheld_by = $1 where (p.id = $1 or p.parent_id = $1 or p.thread_id = $1) and p.withheld_by is null returning p.id),
  unfound as (delete from search_row s using away a where s.item_id = a.id)
  update item i set state = 'hidden' from away a where i.id = a.id`);
const SHOW_AGAIN = sql(`with back as (update post p set withheld_by = null where p.withheld_by = $1 returning p.id)
  update item i set state = case when i.id = $1 then $2 else 'open' end from back b where i.id = b.id`);

// Everything a thread counts, from what is shown of it now: who stands in it with and without his name is two, as in add-post. The thread is held by the caller.
const RECOUNT =
  sql(`with shown as (select p.id, p.kind, p.accepted_at, p.canonical_at, p.deleted_at is null as whole, i.author_id, i.byline->>'personId' is null as unnamed, i.created_at
    from post p join item i on i.id = p.id where p.thread_id = $1),
  counted as (update thread t set answers = s.answers, accepted = s.accepted, canonical = s.canonical, comments = s.comments, people = s.people from (
      select count(*) filter (where kind = 'answer' and whole)::int as answers, count(*) filter (where accepted_at is not null and whole)::int as accepted,
        count(*) filter (where canonical_at is not null and whole)::int as canonical,
        count(*) filter (where kind = 'comment')::int as comments, greatest(count(distinct (author_id, unnamed)) filter (where whole), 1)::int as people from shown) s
    where t.id = $1 returning t.answers, t.accepted)
  update item i set active_at = (select max(created_at) from shown), state = case when i.kind = 'question' and i.state in ('open', 'resolved')
    then case when c.accepted > 0 then 'resolved' else 'open' end else i.state end from counted c where i.id = $1 returning c.answers as version`);
const NEWEST = sql(`select p.id, p.text, i.created_at as at, i.byline from post p join item i on i.id = p.id
  where p.thread_id = $1 and p.kind <> 'question' and p.deleted_at is null order by p.id desc limit 1`);
const SET_LAST = sql(`update thread set last = $2::jsonb where id = $1`);

/** Runs `work` with what is hidden in sight, in the transaction of this request and not beyond. A policy has decided before. */
export async function withHidden<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await ctx.db.run(SHOW);
  const result = await work();
  await ctx.db.run(CLOSE);
  return result;
}

interface Withheld {
  kind: 'hidden' | 'deleted';
  reason: string;
  /** The text is kept aside and a tombstone stands. */
  tombstone?: boolean;
}

/** Notes a post as withheld; of two at once the second is refused with `illegal-transition`. */
export async function withhold(
  ctx: Ctx,
  post: FoundPost,
  { kind, reason, tombstone = false }: Withheld,
): Promise<void> {
  const noted = await ctx.db.run(WITHHOLD, [post.id, kind, reason, ctx.clock.now().toISOString(), tombstone]);
  if (noted === 0) throw new Problem('illegal-transition', { allowed: [] });
}

/** Takes a post out of sight with what hangs on it, its search rows too. */
export const hideParts = (ctx: Ctx, id: number) => withHidden(ctx, () => ctx.db.run(HIDE, [id]));

/** Shows it again; `state` is that of a thread before. */
export const showParts = (ctx: Ctx, id: number, state: string) =>
  withHidden(ctx, () => ctx.db.run(SHOW_AGAIN, [id, state]));

/** Counts a thread anew from what is shown, and gives lists its newest post. Returns the version for those who look at it. */
export async function recount(ctx: Ctx, threadId: number): Promise<number> {
  const row = await ctx.db.row<{ version: number }>(RECOUNT, [threadId]);
  const newest = await ctx.db.row<{ id: number; text: string; at: string; byline: object }>(NEWEST, [threadId]);
  const last = newest && {
    postId: newest.id,
    at: newest.at,
    excerpt: cut((await renderSafely(newest.text)).text, EXCERPT),
    author: newest.byline,
  };
  await ctx.db.run(SET_LAST, [threadId, last ? JSON.stringify(last) : null]);
  return row?.version ?? 0;
}
