import { Injectable } from '@nestjs/common';
import type { Input, sessions } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { MeService } from './me.service.js';
import { SessionsService } from './sessions.service.js';
import { hashToken } from './tokens.js';

// Of two presses at once the second finds it used. A claim that was stopped meanwhile opens nothing.
const USE = sql(`update sign_in_link l set used_at = $2::timestamptz from account a
  where l.hash = $1 and l.used_at is null and l.expires_at > $2 and a.person_id = l.person_id and a.disabled_at is null
    and (l.claim_id is null or exists (select from mailbox_claim c where c.id = l.claim_id and c.state = 'sent'))
  returning l.person_id as "personId", l.claim_id as "claimId"`);
const CLAIMED = sql(
  `update mailbox_claim set state = 'used' where id = $1 and state = 'sent' returning new_address as address`,
);
const NOT_MAIN = sql('update email set main = false where person_id = $1 and main');
// Somebody else may have confirmed the address meanwhile: the unique index says so.
const OWN = sql(`insert into email (person_id, address, main, confirmed_at) values ($1, $2, true, $3)
  on conflict (person_id, address) do update set main = true, confirmed_at = excluded.confirmed_at`);

/** Links that sign in once: printed by the command line, or mailed to the new address of a lost mailbox. A second factor stays. */
@Injectable()
export class LinksService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly me: MeService,
  ) {}

  async signIn(ctx: Ctx, { token }: Input<typeof sessions.linkSignIn>): Promise<sessions.Me> {
    const used = await ctx.db.row<{ personId: number; claimId: number | null }>(USE, [
      hashToken(token),
      ctx.clock.now(),
    ]);
    if (!used) throw new Problem('wrong-code');
    const { personId, claimId } = used;
    if (claimId !== null) await this.takeOver(ctx, personId, claimId);
    const signedIn = await this.sessions.open(ctx, personId, { trusted: false, how: 'link' });
    return this.me.read(signedIn!);
  }

  /** The new address becomes the main one, and whoever was signed in with the old one is not any more. */
  private async takeOver(ctx: Ctx, personId: number, claimId: number): Promise<void> {
    const claim = await ctx.db.row<{ address: string }>(CLAIMED, [claimId]);
    if (!claim) throw new Problem('wrong-code');
    await ctx.db.run(NOT_MAIN, [personId]);
    await ctx.db.run(OWN, [personId, claim.address, ctx.clock.now()]);
    await this.sessions.endAll(ctx, personId);
    await audit(ctx, { action: 'mailbox.used', itemId: personId, from: 'sent', to: 'used', detail: { claimId } });
    publish(ctx, 'email.changed', { personId });
  }
}
