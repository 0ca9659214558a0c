import type { EventName, Events } from '../events.js';
import type { Ctx } from './context.js';
import { sql } from './db.js';

const INSERT = sql(
  'insert into event (name, payload, space_id, item_id, version, actor_id) values ($1, $2, $3, $4, $5, $6)',
);

/** What changed is no item: those who listen know by its kind what to read again. */
export const NO_ITEM = 0;

interface Seen {
  /** Whose readers learn of it on their live streams; without a space only listeners hear it. */
  spaceId?: number;
  itemId?: number;
  version?: number;
}

/** Writes one row to the event log, in the transaction of the change itself. */
export function publish<N extends EventName>(ctx: Ctx, name: N, payload: Events[N], seen: Seen = {}): void {
  ctx.db.later(INSERT, [
    name,
    payload,
    seen.spaceId ?? null,
    seen.itemId ?? null,
    seen.version ?? 0,
    ctx.actor?.personId ?? null,
  ]);
  ctx.db.published = true;
}
