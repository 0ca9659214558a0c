import { Injectable } from '@nestjs/common';
import type { Input, threads } from '@hat-nhan/contracts';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { findThread } from './sight.js';

const SET = sql(`insert into watch (item_id, space_id, person_id, level) values ($1, $2, $3, $4)
  on conflict (item_id, person_id) do update set level = excluded.level`);
// Counted in a statement after the thread is held. Where one may only read, the counter waits for the next writer.
const HOLD = sql('select watchers from thread where id = $1 for no key update');
const COUNT = sql(`update thread set watchers = (select count(*)::int from app.watchers($1) w where w.level = 'watch')
  where id = $1 and space_id = any ((select app.writable())::int[])`);

/** Who follows which thread. */
@Injectable()
export class WatchesService {
  async set(ctx: Ctx, { id, level }: Input<typeof threads.watch>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id);
    await ctx.db.run(HOLD, [id]);
    await ctx.db.run(SET, [id, thread.spaceId, actorOf(ctx).personId, level]);
    await ctx.db.run(COUNT, [id]);
    return { done: true };
  }
}
