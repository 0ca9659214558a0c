import { Injectable } from '@nestjs/common';
import type { invitations, Result } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';

// A narrow look at what is kept by role otherwise: open ones, without roles, of the tree of organisations that the viewer
// represents as the wall shows it to him, and no address.
const OWN =
  sql(`with recursive his(id) as (select r.organisation_id from representative r where r.person_id = (select app.viewer())
    union select o.id from organisation o join his on o.parent_id = his.id)
  select v.id, v.name, v.title, o.name as organisation, o.id as "organisationId", v.invited_by_name as "invitedBy",
    v.created_at as "createdAt", v.expires_at as "expiresAt"
  from invitation v join organisation o on o.id = v.organisation_id
  where v.organisation_id in (select id from his) and v.roles = '{}' and v.state in ('created', 'sent') and v.expires_at > $1
  order by v.id desc limit 100`);

/** Whom the organisations of a representative wait for (R6). */
@Injectable()
export class OwnInvitationsService {
  async list(ctx: Ctx): Promise<Result<typeof invitations.ownInvitations>> {
    return { items: await ctx.db.rows(OWN, [ctx.clock.now()]) };
  }
}
