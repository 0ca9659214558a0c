import type { AuditRole } from '@hat-nhan/contracts/audit-marks';
import type { AuditAction } from '@hat-nhan/contracts/audit-words';
import type { Ctx } from './context.js';
import { sql } from './db.js';

const INSERT = sql(
  'insert into audit (actor_id, role, action, item_id, from_state, to_state, reason, detail, request_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
);

export interface Entry {
  /** One that has its words in both languages. */
  action: AuditAction;
  /** In which role the actor acted, where that matters. */
  role?: AuditRole | '';
  itemId?: number;
  from?: string;
  to?: string;
  reason?: string;
  detail?: Record<string, unknown>;
}

/** Records who did what, in the transaction of the deed. No e-mail addresses, no texts. */
export async function audit(ctx: Ctx, entry: Entry): Promise<void> {
  await ctx.db.run(INSERT, [
    ctx.actor?.personId ?? null,
    entry.role ?? '',
    entry.action,
    entry.itemId ?? null,
    entry.from ?? null,
    entry.to ?? null,
    entry.reason ?? '',
    entry.detail ?? {},
    ctx.requestId,
  ]);
}
