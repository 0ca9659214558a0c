import { Injectable } from '@nestjs/common';
import type { Input, Result, threads } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { closeThread, possible, reopenThread, transitionsFrom, type ThreadSeen } from '../policies/forum.js';
import { DuplicatesService } from './duplicates.service.js';
import { holdWithTarget } from './holding.js';
import { findThread, type ThreadRow } from './sight.js';

const CLOSE = sql(`with moved as (update item set state = 'closed' where id = $1 and state = $2 returning id)
  update thread t set close_reason = $3, close_note = $4 from moved where t.id = moved.id returning t.answers`);
// A question that has chosen answers is resolved again, not open.
const REOPEN =
  sql(`with reopened as (update thread set close_reason = null, close_note = '', reopened_at = $3 where id = $1 returning id, accepted, answers)
  update item i set state = case when r.accepted > 0 then 'resolved' else 'open' end from reopened r
  where i.id = r.id and i.state = $2 returning i.state, r.answers`);

type Found = ThreadSeen & ThreadRow;
type State = Result<typeof threads.close>;

/** Closing threads with a reason, and opening them again. */
@Injectable()
export class ClosingService {
  constructor(private readonly duplicates: DuplicatesService) {}

  async close(ctx: Ctx, { id, reason, note }: Input<typeof threads.close>): Promise<State> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, closeThread, thread);
    if (!possible(thread, 'close')) throw new Problem('illegal-transition', { allowed: transitionsFrom(thread) });
    const row = await ctx.db.row<{ answers: number }>(CLOSE, [id, thread.state, reason, note]);
    if (!row) throw new Problem('illegal-transition', { allowed: [] });
    await this.log(ctx, thread, 'closed', reason);
    const seen = { spaceId: thread.spaceId, itemId: id, version: row.answers };
    publish(ctx, 'thread.closed', { threadId: id, postId: id }, seen);
    return { state: 'closed' };
  }

  async reopen(ctx: Ctx, { id }: Input<typeof threads.reopen>): Promise<State> {
    const thread = await holdWithTarget(ctx, id);
    authorize(ctx, reopenThread, thread);
    if (!possible(thread, 'reopen')) throw new Problem('illegal-transition', { allowed: transitionsFrom(thread) });
    const row = await ctx.db.row<{ state: ThreadSeen['state']; answers: number }>(REOPEN, [
      id,
      thread.state,
      ctx.clock.now(),
    ]);
    if (!row) throw new Problem('illegal-transition', { allowed: [] });
    if (thread.state === 'duplicate') await this.duplicates.giveBack(ctx, id);
    await this.log(ctx, thread, row.state);
    const seen = { spaceId: thread.spaceId, itemId: id, version: row.answers };
    publish(ctx, 'thread.changed', { threadId: id }, seen);
    return { state: row.state };
  }

  private async log(ctx: Ctx, thread: Found, to: string, reason?: string): Promise<void> {
    const own = thread.authorId === actorOf(ctx).personId && thread.state !== 'duplicate';
    const role = own ? 'asker' : thread.state === 'duplicate' && thread.expert ? 'expert' : 'moderator';
    const action = to === 'closed' ? 'thread.close' : 'thread.reopen';
    await audit(ctx, { action, role, itemId: thread.id, from: thread.state, to, ...(reason && { reason }) });
  }
}
