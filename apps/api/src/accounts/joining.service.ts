import { Injectable } from '@nestjs/common';
import type { Input, invitations, Result, sessions } from '@hat-nhan/contracts';
import { fold, nameSortKey } from '@hat-nhan/vietnamese';
import { today } from '../organisations/filter.js';
import { placeOf } from '../organisations/place.js';
import { audit } from '../platform/audit.js';
import type { Ctx, Role } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { Account } from './account.entity.js';
import { Email } from './email.entity.js';
import type { InvitationState } from './invitation.entity.js';
import { INVITATION_MS } from './invitations.service.js';
import { MeService } from './me.service.js';
import { SessionsService } from './sessions.service.js';
import { hashToken, makeToken } from './tokens.js';
import { refuseAndKeep } from './transaction.js';

const READ =
  sql(`select v.id, v.name, v.title, coalesce(o.name, '') as organisation, v.unit, v.address as email, v.invited_by_name as "invitedBy",
    v.expires_at as "expiresAt", v.state, v.expires_at <= $2 as over
  from invitation v left join organisation o on o.id = v.organisation_id where v.token_hash = $1`);
// One update decides who joins: whoever comes second finds the state changed.
const ACCEPT = sql(`update invitation v set state = 'accepted'
  where v.token_hash = $1 and v.state in ('created', 'sent') and v.expires_at > $2
    and not exists (select 1 from email e where e.address = v.address and e.confirmed_at is not null)
  returning v.id, v.address, v.organisation_id as "organisationId",
    array(select r from unnest(v.roles) r where v.invited_by is null or exists (
      select 1 from account_role h join account a on a.person_id = h.person_id
      where h.person_id = v.invited_by and h.role in (r, 'administrator') and a.disabled_at is null)) as roles,
    v.invited_by as "invitedBy"`);
const MAKE_PERSON = sql('select app.make_person($1, $2, $3, $4, $5, $6, false) as id');
const GRANT = sql('insert into account_role (person_id, role, granted_by) select $1, r, $3 from unnest($2::text[]) r');
const JOINED = sql('update invitation set person_id = $2 where id = $1');
const GIVE_UP = sql(`update invitation set state = 'expired'
  where token_hash = $1 and (state = 'expired' or (state in ('created', 'sent') and expires_at <= $2)) returning id`);
const AGAIN =
  sql(`insert into invitation (token_hash, address, name, title, unit, organisation_id, roles, invited_by, invited_by_name, created_at, expires_at)
  select $2, v.address, v.name, v.title, v.unit, app.place_of(v.organisation_id, $5), v.roles, v.invited_by, v.invited_by_name, $3::timestamptz, $4::timestamptz
  from invitation v where v.id = $1 and not exists (select 1 from email e where e.address = v.address and e.confirmed_at is not null)
    and not exists (select 1 from invitation r where r.address = v.address and r.id > v.id and r.state = 'revoked')
  on conflict do nothing returning id`);

type Shown = Result<typeof invitations.readInvitation> & { id: number; state: InvitationState; over: boolean };
interface Accepted {
  id: number;
  address: string;
  organisationId: number | null;
  roles: Role[];
  invitedBy: number | null;
}

/** What is wrong with an invitation; undefined where it can be accepted. */
function useless(found: Shown | undefined): Problem | undefined {
  if (!found) return new Problem('not-found');
  const { state, over } = found;
  const open = state === 'created' || state === 'sent';
  if (state === 'expired' || (over && open)) return new Problem('invitation-expired');
  return open ? undefined : new Problem('invitation-used');
}

/** Joining by the link of an invitation. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly me: MeService,
  ) {}

  async read(
    ctx: Ctx,
    { token }: Input<typeof invitations.readInvitation>,
  ): Promise<Result<typeof invitations.readInvitation>> {
    const found = await ctx.db.row<Shown>(READ, [hashToken(token), ctx.clock.now()]);
    const problem = useless(found);
    if (!found || problem) throw problem;
    const { id: _, state: __, over: ___, ...shown } = found;
    return shown;
  }

  async accept(ctx: Ctx, input: Input<typeof invitations.acceptInvitation>): Promise<sessions.Me> {
    const accepted = await ctx.db.row<Accepted>(ACCEPT, [hashToken(input.token), ctx.clock.now()]);
    if (!accepted) return this.refuse(ctx, input.token);
    const personId = await this.makeAccount(ctx, accepted, input);
    const signedIn = (await this.sessions.open(ctx, personId, { trusted: input.trustDevice, how: 'invitation' }))!;
    const detail = { invitationId: accepted.id, roles: accepted.roles };
    await audit(signedIn, { action: 'invitation.accept', itemId: personId, from: 'sent', to: 'accepted', detail });
    return this.me.read(signedIn);
  }

  /** Says what is wrong with a link; who tried one that was used, taken back or too old is recorded. */
  private async refuse(ctx: Ctx, token: string): Promise<never> {
    const found = await ctx.db.row<Shown>(READ, [hashToken(token), ctx.clock.now()]);
    if (found)
      await audit(ctx, { action: 'invitation.refused', from: found.state, detail: { invitationId: found.id } });
    return refuseAndKeep(ctx, useless(found) ?? new Problem('invitation-used'));
  }

  /** Sends an expired invitation again, to the address it was for. Whatever the token is, the answer is the same. */
  async resend(ctx: Ctx, { token }: Input<typeof invitations.resendInvitation>): Promise<{ sent: true }> {
    const now = ctx.clock.now();
    const old = await ctx.db.row<{ id: number }>(GIVE_UP, [hashToken(token), now]);
    if (old) {
      const values = [old.id, hashToken(makeToken()), now, new Date(now.getTime() + INVITATION_MS), today(ctx)];
      const again = await ctx.db.row<{ id: number }>(AGAIN, values);
      if (again) {
        await audit(ctx, {
          action: 'invitation.resend',
          to: 'created',
          detail: { invitationId: again.id, of: old.id },
        });
        publish(ctx, 'invitation.created', { invitationId: again.id });
      }
    }
    return { sent: true };
  }

  private async makeAccount(
    ctx: Ctx,
    accepted: Accepted,
    { name, title, unit }: Input<typeof invitations.acceptInvitation>,
  ): Promise<number> {
    // What ended meanwhile takes nobody any more: who was invited into it comes without, and says himself where he is.
    const place = accepted.organisationId === null ? null : await placeOf(ctx, accepted.organisationId);
    const words = [name, fold(name), nameSortKey(name), title, unit, place];
    const { id: personId } = (await ctx.db.row<{ id: number }>(MAKE_PERSON, words))!;
    await ctx.db.manager.insert(Account, { personId, locale: ctx.locale });
    const email = { personId, address: accepted.address, main: true, confirmedAt: ctx.clock.now().toISOString() };
    await ctx.db.manager.insert(Email, email);
    await ctx.db.run(GRANT, [personId, accepted.roles, accepted.invitedBy]);
    await ctx.db.run(JOINED, [accepted.id, personId]);
    return personId;
  }
}
