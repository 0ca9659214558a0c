import type { Byline } from '@hat-nhan/contracts';
import { byline } from '../items/items.service.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { lineInstead } from './sight.js';
import { isSmall } from './words.js';

/** Milliseconds in which a small change after the last one makes no revision of its own. */
const AT_ONCE = 5 * 60_000;

const BEFORE = sql(`select p.id, p.space_id as "spaceId", i.title, p.text, i.author_id as "authorId", i.byline,
    coalesce(i.edited_at, i.created_at) as at, r.number, r.editor_id as "editorId", r.at as "revisedAt"
  from post p join item i on i.id = p.id
  left join lateral (select number, editor_id, at from revision where post_id = p.id order by number desc limit 1) r on true
  where p.id = $1`);
const ADD = sql(`insert into revision (post_id, space_id, number, editor_id, byline, title, text, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`);
// Who writes without name in a thread changes what others wrote there without it too.
const ADD_OWN = sql(`insert into revision (post_id, space_id, number, editor_id, byline, title, text, at)
  select $1::int, $2, $3, $4::int, coalesce(${lineInstead('$4', 'p.thread_id')}, to_jsonb(b)), $5, $6, $7 from post p cross join (${byline('$4')}) b where p.id = $1`);
const REPLACE = sql('update revision set title = $3, text = $4 where post_id = $1 and number = $2');

/** A post before it is changed, with its newest revision where it has one. */
interface Before {
  id: number;
  spaceId: number;
  title: string;
  text: string;
  authorId: number | null;
  byline: Byline;
  at: string;
  number: number | null;
  editorId: number | null;
  revisedAt: string | null;
}

/** The post as it stands, for `keep`. Its thread is held by the caller. */
export async function before(ctx: Ctx, id: number): Promise<Before> {
  const post = await ctx.db.row<Before>(BEFORE, [id]);
  if (!post) throw new Problem('not-found');
  return post;
}

/** Keeps what a change says, and before the first one also what stood there; a small change soon after goes into the last. */
export async function keep(ctx: Ctx, was: Before, now: { title: string; text: string }): Promise<void> {
  const { personId } = actorOf(ctx);
  const at = ctx.clock.now();
  const { title, text } = now;
  if (title === was.title && text === was.text) return;
  const lastBy = was.number === null ? was.authorId : was.editorId;
  const soon = at.getTime() - Date.parse(was.revisedAt ?? was.at) < AT_ONCE;
  if (lastBy === personId && soon && isSmall(`${was.title}\n${was.text}`, `${title}\n${text}`)) {
    if (was.number !== null) await ctx.db.run(REPLACE, [was.id, was.number, title, text]);
    return;
  }
  if (was.number === null)
    await ctx.db.run(ADD, [was.id, was.spaceId, 1, was.authorId, was.byline, was.title, was.text, was.at]);
  await ctx.db.run(ADD_OWN, [was.id, was.spaceId, (was.number ?? 1) + 1, personId, title, text, at]);
}
