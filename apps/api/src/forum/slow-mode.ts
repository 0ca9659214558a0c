import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';

// One conditional write settles it, also between two posts at once. Who moderates the space is not held up.
const TAKE = sql(`insert into slow_post as s (person_id, space_id, at) values ($1, $2, $3::timestamptz)
  on conflict (person_id, space_id) do update set at = excluded.at
    where s.at <= excluded.at - make_interval(mins => $4) or s.space_id = any ((select app.moderated())::int[]) returning at`);
const LAST = sql('select at from slow_post where person_id = $1 and space_id = $2');

/** Lets a person post once in so many minutes in a space; 0 is always. Throws `slow-mode` with the time that is left. */
export async function takeTurn(ctx: Ctx, spaceId: number, minutes: number): Promise<void> {
  if (minutes === 0) return;
  const { personId } = actorOf(ctx);
  const now = ctx.clock.now();
  if (await ctx.db.row(TAKE, [personId, spaceId, now.toISOString(), minutes])) return;
  const last = await ctx.db.row<{ at: string }>(LAST, [personId, spaceId]);
  const left = last ? Date.parse(last.at) + minutes * 60_000 - now.getTime() : 0;
  throw new Problem('slow-mode', { retryAfter: Math.max(1, Math.ceil(left / 1000)) });
}
