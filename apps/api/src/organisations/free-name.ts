import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { today } from './filter.js';

// Two who take the same name at once take turns. Rows are held before, never after: so nobody waits in a circle.
const TURN = sql(`select pg_advisory_xact_lock(hashtextextended('organisation ' || $1, 0))`);
const TAKEN = sql(`select 1 from organisation
  where folded = $1 and kind <> 'unit' and (valid_to is null or valid_to >= $2::date) and id <> $3`);

/** Throws `already-exists` where another organisation that goes on has the folded name; `id` is the one that takes it, 0 a new one. */
export async function demandFreeName(ctx: Ctx, folded: string, id = 0): Promise<void> {
  await ctx.db.row(TURN, [folded]);
  if (await ctx.db.row(TAKEN, [folded, today(ctx), id])) throw new Problem('already-exists');
}
