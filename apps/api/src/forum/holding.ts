import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { possible, transitionsFrom, type Move, type ThreadSeen } from '../policies/forum.js';
import { findThread, type ThreadRow } from './sight.js';

// By number, whichever of them is asked for first: two who hold the same threads never wait for each other.
const HOLD = sql('select id from item where id = any ($1::int[]) order by id for no key update');
const HOLD_GIVEN = sql('select app.hold_given($1)');
const WITHIN = sql('select app.audience_within($1, $2) as within');

export type HeldThread = ThreadSeen & ThreadRow;

/** A thread and another one, held until the end of the transaction. Throws `not-found` for either, and refuses itself. */
export async function holdBoth(
  ctx: Ctx,
  id: number,
  targetId: number,
): Promise<{ thread: HeldThread; target: HeldThread }> {
  if (id === targetId) {
    await findThread(ctx, id);
    throw wrongField('/targetId', 'same-thread');
  }
  await ctx.db.run(HOLD, [[id, targetId]]);
  return { thread: await findThread(ctx, id, true), target: await findThread(ctx, targetId, true) };
}

/** A thread, and with it what it is a duplicate of, and wherever else stands what came from it. */
export async function holdWithTarget(ctx: Ctx, id: number): Promise<HeldThread> {
  await ctx.db.row(HOLD_GIVEN, [id]);
  return findThread(ctx, id, true);
}

/** Throws `illegal-transition` with what can be done now. */
export function refuseUnless(thread: HeldThread, move: Move): void {
  if (!possible(thread, move)) throw new Problem('illegal-transition', { allowed: transitionsFrom(thread) });
}

/** Whether everybody who reads the space `narrow` reads `wide` too. */
export async function isWithin(ctx: Ctx, narrow: number, wide: number): Promise<boolean> {
  return (await ctx.db.row<{ within: boolean }>(WITHIN, [narrow, wide]))!.within;
}
