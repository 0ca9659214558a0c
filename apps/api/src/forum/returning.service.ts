import { Injectable } from '@nestjs/common';
import type { Input, Result, returning, Bookmark } from '@hat-nhan/contracts';
import { excerpter } from '../people/mentions.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { dayAt, reminderAt } from './holidays.js';
import { findPost } from './sight.js';

const PAGE = 30;
const YEARS_MS = 2 * 366 * 86_400_000;
const SAVE = sql(`insert into bookmark (item_id, space_id, person_id, at, remind_at) values ($1, $2, $3, $4, $5)
  on conflict (item_id, person_id) do update set remind_at = excluded.remind_at`);
const REMOVE = sql('delete from bookmark where item_id = $1 and person_id = (select app.viewer())');
const LIST =
  sql(`select b.item_id as "postId", p.thread_id as "threadId", t.kind as "threadKind", t.title, left(p.text, 800) as text,
    p.kind = 'answer' as answer, b.at, b.remind_at as "remindAt"
  from bookmark b join post p on p.id = b.item_id join item t on t.id = p.thread_id
  where b.person_id = (select app.viewer()) and t.state <> 'hidden' and ($1::timestamptz is null or (b.at, b.item_id) < ($1, $2::int))
  order by b.at desc, b.item_id desc limit $3`);
// One small write beside the page: it never goes back, and never beyond the newest post that the thread has.
const READ_TO =
  sql(`with t as (select i.id, i.space_id from item i where i.id = $1 and i.kind in ('question', 'discussion') and i.state <> 'hidden'),
  kept as (insert into reading as r (thread_id, space_id, person_id, post_id, at)
    select t.id, t.space_id, (select app.viewer()), least($2::int, (select max(p.id) from post p where p.thread_id = $1)), $3 from t
    on conflict (thread_id, person_id) do update set post_id = excluded.post_id, at = excluded.at where r.post_id < excluded.post_id)
  select id from t`);

/** Coming back: what one saved, and where one stopped reading. */
@Injectable()
export class ReturningService {
  constructor(private readonly settings: Settings) {}

  async list(ctx: Ctx, input: Input<typeof returning.bookmarks>): Promise<Result<typeof returning.bookmarks>> {
    const { cursors } = this.settings;
    const limit = input.limit ?? PAGE;
    const [at, id] = cursors.read('bookmarks.list', input.cursor) ?? [];
    const values = [at ?? null, id ?? null, limit + 1];
    const rows = await ctx.db.rows<Omit<Bookmark, 'excerpt'> & { text: string }>(LIST, values);
    const { items, next } = cursors.page('bookmarks.list', rows, limit, (row) => [row.at, row.postId]);
    const cut = await excerpter(
      ctx.db,
      items.map(({ text }) => text),
    );
    return { items: items.map(({ text, ...row }) => ({ ...row, excerpt: cut(text) })), next };
  }

  async save(ctx: Ctx, input: Input<typeof returning.save>): Promise<Result<typeof returning.save>> {
    const { id, remind } = input;
    const post = await findPost(ctx, id);
    if (post.kind === 'comment') throw new Problem('not-found');
    const now = ctx.clock.now();
    const remindAt = remind === 'never' ? null : reminderAt(now, remind, remind === 'day' ? dayOf(input.day, now) : '');
    await ctx.db.run(SAVE, [id, post.thread.spaceId, actorOf(ctx).personId, now, remindAt]);
    return { remindAt };
  }

  async remove(ctx: Ctx, { id }: Input<typeof returning.remove>): Promise<{ done: true }> {
    await findPost(ctx, id);
    await ctx.db.run(REMOVE, [id]);
    return { done: true };
  }

  async readTo(ctx: Ctx, { id, postId }: Input<typeof returning.readTo>): Promise<{ done: true }> {
    if (!(await ctx.db.row(READ_TO, [id, postId, ctx.clock.now()]))) throw new Problem('not-found');
    return { done: true };
  }
}

/** A day that is still to come, and within two years. */
function dayOf(day: string | undefined, now: Date): string {
  if (day === undefined) throw wrongField('/day', 'required');
  if (day <= dayAt(now) || day > dayAt(new Date(now.getTime() + YEARS_MS))) throw wrongField('/day', 'out-of-range');
  return day;
}
