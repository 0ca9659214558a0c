import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';

const LEAVE = sql(`with recursive above(id, up) as (select o.id, o.parent_id from organisation o where o.id = $2
      union select o.id, o.parent_id from organisation o join above a on a.up = o.id)
  delete from representative r where r.person_id = $1 and r.organisation_id not in (select id from above)`);

const LEAVE_SPACES = sql(`with recursive above(id, up) as (select o.id, o.parent_id from organisation o where o.id = $2
      union select o.id, o.parent_id from organisation o join above a on a.up = o.id)
  select app.leave_spaces($1, array(select id from above))`);

/** What stays with an organisation when somebody leaves it for `organisationId`, or for none: to speak for it, and to read what is among its own. */
export async function leaveBehind(ctx: Ctx, personId: number, organisationId: number | null): Promise<void> {
  await ctx.db.run(LEAVE, [personId, organisationId]);
  await ctx.db.rows(LEAVE_SPACES, [personId, organisationId]);
}
