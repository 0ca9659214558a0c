import { above } from '../organisations/above.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { publish } from '../platform/publish.js';

const LEAVE = sql(`with recursive ${above('above', '$2::int')}
  delete from representative r where r.person_id = $1 and r.organisation_id not in (select id from above)`);
const LEAVE_SPACES = sql(
  'select in_space as "spaceId", who as "personId", now_level as level from app.leave_spaces($1)',
);

interface Membership {
  spaceId: number;
  personId: number;
  /** Null where he reads it no more; who moderates it from now on, where nobody else was left to. */
  level: 'moderate' | null;
}

/**
 * What stays with an organisation when somebody leaves it for `organisationId`, or for none: to speak for it, and to read what is
 * among its own. After the person's own row says where he is.
 */
export async function leaveBehind(ctx: Ctx, personId: number, organisationId: number | null): Promise<void> {
  await ctx.db.run(LEAVE, [personId, organisationId]);
  for (const { spaceId, personId: who, level } of await ctx.db.rows<Membership>(LEAVE_SPACES, [personId])) {
    await audit(ctx, { action: 'space.member', role: 'system', itemId: who, to: level ?? 'none', detail: { spaceId } });
    publish(ctx, 'space.memberChanged', { spaceId, personId: who }, { spaceId, itemId: who });
  }
}
