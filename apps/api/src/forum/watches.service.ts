import { Injectable } from '@nestjs/common';
import type { Input, returning, threads } from '@hat-nhan/contracts';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { findThread } from './sight.js';

const SET = sql(`insert into watch (item_id, space_id, person_id, level) values ($1, $2, $3, $4)
  on conflict (item_id, person_id) do update set level = excluded.level`);
// Counted in a statement after the thread is held. Where one may only read, the counter waits for the next writer.
const COUNT = sql(`update thread set watchers = (select count(*)::int from app.watchers($1) w where w.level = 'watch')
  where id = $1 and space_id = any ((select app.writable())::int[])`);
const TOPIC = sql('select id, space_id as "spaceId" from topic where id = $1');
const UNSET = sql('delete from watch where item_id = $1 and person_id = (select app.viewer())');
const SPACE = sql('select id from space where id = $1');
const SET_SPACE = sql(`insert into space_watch (space_id, person_id, level) values ($1, $2, $3)
  on conflict (space_id, person_id) do update set level = excluded.level`);
const UNSET_SPACE = sql('delete from space_watch where space_id = $1 and person_id = (select app.viewer())');

/** Who follows which thread, which topic as a whole, and which space. */
@Injectable()
export class WatchesService {
  async set(ctx: Ctx, { id, level }: Input<typeof threads.watch>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id, true);
    await ctx.db.run(SET, [id, thread.spaceId, actorOf(ctx).personId, level]);
    await ctx.db.run(COUNT, [id]);
    return { done: true };
  }

  async setTopic(ctx: Ctx, { id, level }: Input<typeof returning.watchTopic>): Promise<{ done: true }> {
    const topic = await ctx.db.row<{ spaceId: number }>(TOPIC, [id]);
    if (!topic) throw new Problem('not-found');
    if (level === 'normal') await ctx.db.run(UNSET, [id]);
    else await ctx.db.run(SET, [id, topic.spaceId, actorOf(ctx).personId, level]);
    return { done: true };
  }

  async setSpace(ctx: Ctx, { id, level }: Input<typeof returning.watchSpace>): Promise<{ done: true }> {
    if (!(await ctx.db.row(SPACE, [id]))) throw new Problem('not-found');
    if (level === 'normal') await ctx.db.run(UNSET_SPACE, [id]);
    else await ctx.db.run(SET_SPACE, [id, actorOf(ctx).personId, level]);
    return { done: true };
  }
}
