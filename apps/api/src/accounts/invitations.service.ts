import { Injectable } from '@nestjs/common';
import type { Input, Result } from '@hat-nhan/contracts';
import { invitations } from '@hat-nhan/contracts';
import { demandPlace } from '../organisations/place.js';
import { invite, manageInvitation, rolesToGive } from '../policies/accounts.js';
import { authorize, may } from '../policies/authorize.js';
import { demandFreshSignIn } from '../policies/fresh.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx, type Role } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { Invitation, type InvitationState } from './invitation.entity.js';
import { hashToken, makeToken } from './tokens.js';

/** How long an invitation stands. */
export const INVITATION_MS = 30 * 86_400_000;

const PAGE = 30;
const ORGANISATION = sql('select 1 from organisation where id = $1');
const HAS_ACCOUNT = sql('select 1 from email where address = $1 and confirmed_at is not null');
const EXPIRE = sql(
  `update invitation set state = 'expired' where address = $1 and state in ('created', 'sent') and expires_at <= $2`,
);
// The last one for an address that nobody signs in with: what came after it says otherwise, also a taken back one.
const LAST = `not exists (select from invitation r where r.address = v.address and r.id > v.id)
    and not exists (select from email e where e.address = v.address and e.confirmed_at is not null)`;
const INVITER = sql('select name from app.myself()');
const LIST = sql(`select v.id, v.name, v.address as email, coalesce(o.name, '') as organisation,
    case when v.state in ('created', 'sent') and v.expires_at <= $1 then 'expired' else v.state end as state,
    v.created_at as "createdAt", v.expires_at as "expiresAt", ${LAST} as last
  from invitation v left join organisation o on o.id = v.organisation_id 
  where ($2::text[] is null or v.roles <@ $2) and ($3::int is null or v.id < $3) order by v.id desc limit $4`);
const ONE =
  sql(`select v.address, v.name, v.title, v.unit, v.organisation_id as "organisationId", v.roles, ${LAST} as last,
    case when v.state in ('created', 'sent') and v.expires_at <= $2 then 'expired' else v.state end as state
  from invitation v where v.id = $1`);
const REVOKE = sql(
  `update invitation set state = 'revoked' where id = $1 and state in ('created', 'sent') and expires_at > $2`,
);

interface NewInvitation {
  address: string;
  name: string;
  title: string;
  unit: string;
  organisationId: number | null;
  roles: Role[];
}
type Listed = Omit<Result<typeof invitations.invitations>['items'][number], 'can'> & { last: boolean };
type Found = NewInvitation & { state: InvitationState; last: boolean };

const revocable = ({ state }: Pick<Found, 'state'>) => state === 'created' || state === 'sent';
const resendable = ({ state, last }: Pick<Found, 'state' | 'last'>) => state === 'expired' && last;

/** Invitations as coordinators and administrators keep them. */
@Injectable()
export class InvitationsService {
  constructor(private readonly settings: Settings) {}

  async create(ctx: Ctx, { email: address, ...input }: Input<typeof invitations.invite>): Promise<{ id: number }> {
    authorize(ctx, invite, input);
    if (!(await ctx.db.row(ORGANISATION, [input.organisationId]))) throw wrongField('/organisationId', 'choice');
    return this.make(ctx, { ...input, address });
  }

  /** Keeps an invitation and has it mailed. The link's token is born in the job that mails it; until then none fits. */
  async make(ctx: Ctx, wanted: NewInvitation): Promise<{ id: number }> {
    if (wanted.roles.length > 0) demandFreshSignIn(ctx);
    if (wanted.organisationId !== null) await demandPlace(ctx, wanted.organisationId, '/organisationId');
    const { personId } = actorOf(ctx);
    const now = ctx.clock.now();
    if (await ctx.db.row(HAS_ACCOUNT, [wanted.address])) throw new Problem('already-exists');
    await ctx.db.run(EXPIRE, [wanted.address, now]);
    const inviter = await ctx.db.row<{ name: string }>(INVITER);
    const invitation = {
      ...wanted,
      roles: [...new Set(wanted.roles)],
      tokenHash: hashToken(makeToken()),
      state: 'created' as const,
      invitedBy: personId,
      invitedByName: inviter?.name ?? '',
      personId: null,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + INVITATION_MS).toISOString(),
    };
    const { id } = (await ctx.db.manager.insert(Invitation, invitation)).identifiers[0] as { id: number };
    await audit(ctx, {
      action: 'invitation.create',
      to: 'created',
      detail: { invitationId: id, roles: invitation.roles },
    });
    publish(ctx, 'invitation.created', { invitationId: id });
    return { id };
  }

  async list(ctx: Ctx, input: Input<typeof invitations.invitations>): Promise<Result<typeof invitations.invitations>> {
    if (!may(ctx, invite, { roles: [] })) throw new Problem('forbidden');
    const { name } = invitations.invitations;
    const limit = input.limit ?? PAGE;
    const [before] = this.settings.cursors.read(name, input.cursor) ?? [];
    const values = [ctx.clock.now(), rolesToGive(actorOf(ctx)), before ?? null, limit + 1];
    const page = this.settings.cursors.page(name, await ctx.db.rows<Listed>(LIST, values), limit, (row) => [row.id]);
    const can = (row: Listed) => ({ revoke: revocable(row), resend: resendable(row) });
    return { ...page, items: page.items.map((row) => ({ ...row, can: can(row) })) };
  }

  async revoke(ctx: Ctx, { id }: Input<typeof invitations.revokeInvitation>): Promise<{ done: true }> {
    const found = await this.find(ctx, id);
    if ((await ctx.db.run(REVOKE, [id, ctx.clock.now()])) === 0)
      throw new Problem('illegal-transition', { allowed: resendable(found) ? ['resend'] : [] });
    await audit(ctx, { action: 'invitation.revoke', from: found.state, to: 'revoked', detail: { invitationId: id } });
    return { done: true };
  }

  /** Invites once more whom an expired invitation was for. Who sends it answers for it from now on, its roles included. */
  async resend(ctx: Ctx, { id }: Input<typeof invitations.resendExpired>): Promise<{ id: number }> {
    const found = await this.find(ctx, id);
    if (!resendable(found)) throw new Problem('illegal-transition', { allowed: revocable(found) ? ['revoke'] : [] });
    const { state: _, last: __, ...wanted } = found;
    return this.make(ctx, wanted);
  }

  /** What an earlier call made, while he still manages it. */
  async created(ctx: Ctx, id: number): Promise<{ id: number }> {
    await this.find(ctx, id);
    return { id };
  }

  private async find(ctx: Ctx, id: number): Promise<Found> {
    authorize(ctx, invite, { roles: [] });
    const found = await ctx.db.row<Found>(ONE, [id, ctx.clock.now()]);
    if (!found || !manageInvitation(actorOf(ctx), found)) throw new Problem('not-found');
    return found;
  }
}
