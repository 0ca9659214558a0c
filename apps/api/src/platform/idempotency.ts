import { createHash } from 'node:crypto';
import type { Route } from '@hat-nhan/contracts';
import type { FastifyRequest } from 'fastify';
import { actorOf, type Ctx } from './context.js';
import { sql } from './db.js';
import { Problem, wrongField } from './problem.js';

const CLAIM = sql(
  'insert into idempotency (person_id, route, key, request_hash) values ($1, $2, $3, $4) on conflict do nothing',
);
const EARLIER = sql('select request_hash, item_id from idempotency where person_id = $1 and route = $2 and key = $3');
const KEEP = sql('update idempotency set item_id = $4 where person_id = $1 and route = $2 and key = $3');

/** The key that the caller sent with a creating request, if any. */
export function idempotencyKey(route: Route, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (!route.creates || key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw wrongField('/idempotency-key', 'format');
  return key;
}

/** SHA-256 of what was asked, so that a key can not be used for something else. */
const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest();

/**
 * Claims the key in the transaction of the request. Returns undefined for the first call; for a replay the id that the
 * first one made. Two at once: the second waits for the first in the unique index.
 */
export async function claim(ctx: Ctx, route: Route, key: string, input: unknown): Promise<number | undefined> {
  const hash = hashOf(input);
  const who = actorOf(ctx).personId;
  if ((await ctx.db.run(CLAIM, [who, route.name, key, hash])) === 1) return undefined;
  const earlier = await ctx.db.row<{ request_hash: Buffer; item_id: number | null }>(EARLIER, [who, route.name, key]);
  if (!earlier || !earlier.request_hash.equals(hash)) throw new Problem('key-reused');
  if (earlier.item_id === null) throw new Problem('busy');
  return earlier.item_id;
}

/** Keeps what the first call made. */
export const keep = (ctx: Ctx, route: Route, key: string, itemId: number): void =>
  ctx.db.later(KEEP, [actorOf(ctx).personId, route.name, key, itemId]);
