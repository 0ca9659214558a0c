import { Injectable } from '@nestjs/common';
import type { File } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { wrongField } from '../platform/problem.js';

const WANTED = `unnest($1::uuid[]) with ordinality w(key, place)`;
// Taken off, a file is loose again for a day: it can be put back.
const TAKE_OFF = sql(`update attachment set post_id = null, since = $3 where post_id = $2 and key <> all ($1::uuid[])`);
const PUT_ON = sql(`update attachment a set post_id = $2, space_id = $3, place = w.place from ${WANTED}
  where a.key = w.key and a.state = 'ready'
    and (a.post_id = $2 or (a.post_id is null and a.person_id = (select app.viewer())))`);
const COUNT = sql('update post set files = $2 where id = $1 and files <> $2');
const OF_POSTS = sql(`select post_id as "postId", key, name, type, bytes, width, height from attachment
  where post_id = any ($1::int[]) order by post_id, place`);

/** Files under posts. Whoever changes a post calls this in his transaction, with its thread held. */
@Injectable()
export class AttachmentsService {
  /** Makes `keys` the files of a post: its own ones, and loose ones of the viewer. Throws `invalid-input` for any other. */
  async set(ctx: Ctx, post: { id: number; spaceId: number }, keys: readonly string[]): Promise<void> {
    await ctx.db.run(TAKE_OFF, [keys, post.id, ctx.clock.now()]);
    const put = keys.length > 0 ? await ctx.db.run(PUT_ON, [keys, post.id, post.spaceId]) : 0;
    if (put !== keys.length) throw wrongField('/files', 'choice');
    await ctx.db.run(COUNT, [post.id, put]);
  }

  /** The files of posts that say they have some; no statement where none does. */
  async of(ctx: Ctx, posts: readonly { id: number; files: number }[]): Promise<(postId: number) => File[]> {
    const ids = posts.filter(({ files }) => files > 0).map(({ id }) => id);
    if (ids.length === 0) return () => [];
    const rows = await ctx.db.rows<File & { postId: number }>(OF_POSTS, [ids]);
    const on = Map.groupBy(rows, ({ postId }) => postId);
    return (postId) => on.get(postId) ?? [];
  }
}
