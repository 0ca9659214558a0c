import { Injectable } from '@nestjs/common';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';

const WINDOW_MS = 15 * 60_000;

const COUNT = sql(`insert into rate_limit as l (key, points, expire) values ($1, 1, $2::bigint + ${WINDOW_MS})
  on conflict (key) do update set points = case when l.expire <= $2 then 1 else l.points + 1 end,
    expire = case when l.expire <= $2 then excluded.expire else l.expire end
  returning points, expire`);
const FORGET = sql('delete from rate_limit where key = $1');

/** Tries at a secret within a quarter of an hour, counted before they are looked at, so that many at once have them together. */
@Injectable()
export class TriesService {
  /** Throws `too-many-requests` beyond `most`. */
  async count(ctx: Ctx, key: string, most: number): Promise<void> {
    const now = ctx.clock.now().getTime();
    const { points, expire } = (await ctx.db.row<{ points: number; expire: number }>(COUNT, [key, now]))!;
    if (points > most) throw new Problem('too-many-requests', { retryAfter: Math.ceil((expire - now) / 1000) });
  }

  /** A right one ends the count. */
  async forget(ctx: Ctx, key: string): Promise<void> {
    await ctx.db.run(FORGET, [key]);
  }
}
