import { actorOf, type Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';

const FRESH_MS = 10 * 60_000;
const STAFF_MS = 12 * 3_600_000;

const signedInWithin = (ctx: Ctx, ms: number) => ctx.clock.now().getTime() - actorOf(ctx).signedInAt.getTime() <= ms;

/**
 * What changes how one signs in, or gives a role, needs a proof not older than ten minutes: the second factor of who has one,
 * any sign-in or confirmation of who has none. Throws `sign-in-again`.
 */
export function demandFreshSignIn(ctx: Ctx): void {
  if (!signedInWithin(ctx, FRESH_MS)) throw new Problem('sign-in-again');
}

/** Acting by a role needs such a proof of the last twelve hours. Throws `sign-in-again`. */
export function demandStaffSignIn(ctx: Ctx): void {
  if (!signedInWithin(ctx, STAFF_MS)) throw new Problem('sign-in-again');
}
