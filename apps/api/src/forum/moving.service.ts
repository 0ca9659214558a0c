import { Injectable } from '@nestjs/common';
import type { arranging, Input, Result } from '@hat-nhan/contracts';
import type { AuditRole } from '@hat-nhan/contracts/audit-marks';
import { audit, type Entry } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { arrangeThread, decideMove, moveInto } from '../policies/forum.js';
import { isWithin, refuseUnless, type HeldThread } from './holding.js';
import { findThread } from './sight.js';

const SPACE = sql(`select s.id = any ((select app.writable())::int[]) as writable,
    s.kind not in ('public', 'members', 'state') and s.id = any ((select app.moderated())::int[]) as moderates
  from space s where s.id = $1 and s.kind not in ('draft', 'conversation')`);
const MOVE = sql('select app.move_thread($1, $2, $3)');
const ASKER_READS = sql('select app.asker_reads($1, $2) as reads');
const ASK = sql(`insert into move_request (thread_id, space_id, to_space_id, by_id, reason, at)
  values ($1, $2, $3, $4, $5, $6) on conflict (thread_id) where state = 'asked' do nothing`);
const OPEN = sql(`select to_space_id as "toSpaceId", by_id as "byId" from move_request
  where thread_id = $1 and state = 'asked'`);
const END = sql(
  `update move_request set state = $2, decided_at = $3 where thread_id = $1 and state = 'asked' and to_space_id = $4`,
);

type Moved = Result<typeof arranging.move>;
interface Open {
  toSpaceId: number;
  byId: number;
}

/** Threads change who reads them: where it is more people than before, the asker is asked. */
@Injectable()
export class MovingService {
  async move(ctx: Ctx, { id, spaceId, reason }: Input<typeof arranging.move>): Promise<Moved> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, arrangeThread, thread);
    const space = await ctx.db.row<{ writable: boolean; moderates: boolean }>(SPACE, [spaceId]);
    if (!space?.writable) throw wrongField('/spaceId', 'audience');
    authorize(ctx, moveInto, space);
    if (spaceId === thread.spaceId) return { outcome: 'moved' };
    refuseUnless(thread, 'move');
    const own = thread.authorId === actorOf(ctx).personId;
    if (!own && !(await isWithin(ctx, spaceId, thread.spaceId))) return this.ask(ctx, thread, spaceId, reason);
    await this.carry(ctx, thread, spaceId, { role: 'moderator', reason });
    return { outcome: 'moved' };
  }

  async decide(ctx: Ctx, { id, agreed, spaceId }: Input<typeof arranging.decideMove>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, decideMove, thread);
    const open = await this.open(ctx, thread);
    // An answer holds for the question that was read; the new one stands on the page when it is read again.
    if (open.toSpaceId !== spaceId) throw new Problem('illegal-transition', { allowed: ['decideMove'] });
    if (agreed) {
      refuseUnless(thread, 'move');
      await this.carry(ctx, thread, open.toSpaceId, { role: 'asker' });
    } else {
      await this.end(ctx, thread, open, 'refused', 'asker');
    }
    publish(ctx, 'move.decided', { threadId: id, personId: open.byId, agreed });
    return { done: true };
  }

  async withdraw(ctx: Ctx, { id }: Input<typeof arranging.withdrawMove>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, arrangeThread, thread);
    await this.end(ctx, thread, await this.open(ctx, thread), 'withdrawn', 'moderator');
    return { done: true };
  }

  private async ask(ctx: Ctx, thread: HeldThread, spaceId: number, reason: string): Promise<Moved> {
    const { id } = thread;
    const { reads } = (await ctx.db.row<{ reads: boolean }>(ASKER_READS, [id, spaceId]))!;
    if (!reads) throw wrongField('/spaceId', 'asker-cannot-read');
    const values = [id, thread.spaceId, spaceId, actorOf(ctx).personId, reason, ctx.clock.now()];
    if ((await ctx.db.run(ASK, values)) === 0) {
      const open = await this.open(ctx, thread);
      if (open.toSpaceId !== spaceId) throw new Problem('illegal-transition', { allowed: ['withdrawMove'] });
      return { outcome: 'asked' };
    }
    const detail = { spaceId };
    await audit(ctx, { action: 'thread.askMove', role: 'moderator', itemId: id, to: 'asked', reason, detail });
    publish(ctx, 'move.asked', { threadId: id }, { spaceId: thread.spaceId, itemId: id, version: thread.version });
    return { outcome: 'asked' };
  }

  /** Everything that stands in it goes along, in this transaction. Those who stay behind are told only that it changed. */
  private async carry(
    ctx: Ctx,
    { id, spaceId: from, version }: HeldThread,
    to: number,
    by: Pick<Entry, 'role' | 'reason'>,
  ): Promise<void> {
    await ctx.db.row(MOVE, [id, to, ctx.clock.now()]);
    await audit(ctx, { action: 'thread.move', itemId: id, detail: { from, to }, ...by });
    publish(ctx, 'thread.left', { threadId: id }, { spaceId: from, itemId: id, version });
    publish(ctx, 'thread.moved', { threadId: id }, { spaceId: to, itemId: id, version });
  }

  private async end(
    ctx: Ctx,
    thread: HeldThread,
    { toSpaceId }: Open,
    to: 'refused' | 'withdrawn',
    role: AuditRole,
  ): Promise<void> {
    const { id, spaceId, version } = thread;
    if ((await ctx.db.run(END, [id, to, ctx.clock.now(), toSpaceId])) === 0)
      throw new Problem('illegal-transition', { allowed: [] });
    const action = to === 'refused' ? 'thread.refuseMove' : 'thread.withdrawMove';
    await audit(ctx, { action, role, itemId: id, from: 'asked', to, detail: { spaceId: toSpaceId } });
    publish(ctx, 'thread.changed', { threadId: id }, { spaceId, itemId: id, version });
  }

  private async open(ctx: Ctx, { id }: HeldThread): Promise<Open> {
    const open = await ctx.db.row<Open>(OPEN, [id]);
    if (!open) throw new Problem('illegal-transition', { allowed: [] });
    return open;
  }
}
