import type { Ctx } from '../platform/context.js';
import type { Problem } from '../platform/problem.js';

/**
 * Throws `problem`, but keeps what this request wrote so far: a wrong try counts although its request fails.
 * Without it the rollback would give back every try.
 */
export async function refuseAndKeep(ctx: Ctx, problem: Problem): Promise<never> {
  await ctx.db.commit();
  throw problem;
}
