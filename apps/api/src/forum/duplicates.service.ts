import { Injectable } from '@nestjs/common';
import type { arranging, Input, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { markDuplicate, takeFromDuplicate } from '../policies/forum.js';
import { holdBoth, isWithin, refuseUnless } from './holding.js';

// Of two at once the second finds another state, and changes nothing.
const MARK = sql(`with marked as (update item set state = 'duplicate' where id = $1 and state = $2 returning id)
  update thread t set duplicate_of = $3, pinned = false from marked m where t.id = m.id`);
const GATHER = sql('select app.gather($1, $2)');
const TARGET = sql('select duplicate_of as "targetId" from thread where id = $1');
// Who looks at the target hears of it, where it is in sight of who reopens.
const SEEN_TARGET =
  sql(`select i.id, i.space_id as "spaceId", i.version from thread t join item i on i.id = t.duplicate_of
  where t.id = $1`);
const GIVE_BACK = sql(
  'select app.give_back(t.id, t.duplicate_of) from thread t where t.id = $1 and t.duplicate_of is not null',
);
const CLEAR = sql('update thread set duplicate_of = null where id = $1');

type Marked = Result<typeof arranging.markDuplicate>;

/** Questions that were asked before: what people gave to one goes to the other, and comes back when it was a mistake. */
@Injectable()
export class DuplicatesService {
  async mark(ctx: Ctx, { id, targetId }: Input<typeof arranging.markDuplicate>): Promise<Marked> {
    const { thread, target } = await holdBoth(ctx, id, targetId);
    authorize(ctx, markDuplicate, thread);
    authorize(ctx, takeFromDuplicate, target);
    const marked = { state: 'duplicate' as const, targetId };
    if (thread.state === 'duplicate' && (await this.targetOf(ctx, id)) === targetId) return marked;
    refuseUnless(thread, 'duplicate');
    // From one that stands for itself to one that does too: so there is never a circle.
    if (target.state === 'duplicate') throw wrongField('/targetId', 'is-duplicate');
    if (!(await isWithin(ctx, thread.spaceId, target.spaceId))) throw wrongField('/targetId', 'narrower-audience');
    if ((await ctx.db.run(MARK, [id, thread.state, targetId])) === 0)
      throw new Problem('illegal-transition', { allowed: [] });
    await ctx.db.row(GATHER, [id, targetId]);
    const role = thread.expert ? 'expert' : 'moderator';
    const entry = { itemId: id, from: thread.state, to: 'duplicate', detail: { targetId } };
    await audit(ctx, { action: 'thread.markDuplicate', role, ...entry });
    const seen = { spaceId: thread.spaceId, itemId: id, version: thread.version };
    publish(ctx, 'thread.duplicated', { threadId: id }, seen);
    publish(
      ctx,
      'thread.changed',
      { threadId: targetId },
      { spaceId: target.spaceId, itemId: targetId, version: target.version },
    );
    return marked;
  }

  /** A duplicate stands for itself again. What it gave is held by the caller, who has authorised it. */
  async giveBack(ctx: Ctx, id: number): Promise<void> {
    await ctx.db.row(GIVE_BACK, [id]);
    const target = await ctx.db.row<{ id: number; spaceId: number; version: number }>(SEEN_TARGET, [id]);
    if (target) {
      const { spaceId, version } = target;
      publish(ctx, 'thread.changed', { threadId: target.id }, { spaceId, itemId: target.id, version });
    }
    await ctx.db.run(CLEAR, [id]);
  }

  private async targetOf(ctx: Ctx, id: number): Promise<number | null> {
    return (await ctx.db.row<{ targetId: number | null }>(TARGET, [id]))?.targetId ?? null;
  }
}
