import type { Ctx } from '../platform/context.js';
import type { Problem } from '../platform/problem.js';

const runnerOf = (ctx: Ctx) => {
  const runner = ctx.db.manager.queryRunner;
  if (!runner) throw new Error('A request has one connection of its own.');
  return runner;
};

/**
 * Throws `problem`, but keeps what this request wrote so far: a wrong try counts although its request fails.
 * Without it the rollback would give back every try.
 */
export async function refuseAndKeep(ctx: Ctx, problem: Problem): Promise<never> {
  await runnerOf(ctx).commitTransaction();
  throw problem;
}

/** Ends the transaction for as long as something remote takes, so that none waits for another machine. */
export async function outsideTransaction<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  const runner = runnerOf(ctx);
  await runner.commitTransaction();
  try {
    return await work();
  } finally {
    await runner.startTransaction();
  }
}
