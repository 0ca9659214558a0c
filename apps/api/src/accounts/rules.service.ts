import { Injectable } from '@nestjs/common';
import type { accounts, Input, Result, sessions } from '@hat-nhan/contracts';
import { ProfilesService } from '../people/profiles.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { MeService } from './me.service.js';
import { rulesDue } from './rules-due.js';

// Again where a later version of the texts asks for it. The version that was read is held: who saves another meanwhile waits.
const ACCEPT = sql(`with read as (select text_version from instance where text_version = $3 for share)
  update account a set rules_at = $2, rules_version = read.text_version from read
  where a.person_id = $1 and (a.rules_at is null or ${rulesDue('a')})`);
const WAITING = sql(`select i.text_version as version from account a, instance i
  where a.person_id = $1 and (a.rules_at is null or ${rulesDue('a')})`);
const CONSENT =
  sql(`insert into consent (person_id, purpose, given_at) select $1::int, p, $3::timestamptz from unnest($2::text[]) p
  where not exists (select 1 from consent c where c.person_id = $1 and c.purpose = p and c.withdrawn_at is null)`);
const WITHDRAW = sql(`update consent set withdrawn_at = $3
  where person_id = $1 and withdrawn_at is null and purpose <> all ($2::text[])`);
const GIVEN = sql(`select coalesce(array_agg(distinct purpose order by purpose), '{}') as consents
  from consent where person_id = $1 and withdrawn_at is null`);

type Consents = Result<typeof accounts.givenConsents>;

/** The first sign-in: rules of conduct, and a consent per purpose. */
@Injectable()
export class RulesService {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly me: MeService,
  ) {}

  /** Accepting makes a member: from here on he sees the members' space, and is found in it. */
  async accept(ctx: Ctx, { version, consents }: Input<typeof sessions.acceptRules>): Promise<sessions.Me> {
    const actor = actorOf(ctx);
    const now = ctx.clock.now();
    const accepted = await ctx.db.run(ACCEPT, [actor.personId, now, version]);
    const current = accepted === 0 && (await ctx.db.row<{ version: number }>(WAITING, [actor.personId]));
    if (current) throw new Problem('stale', { current });
    await ctx.db.run(CONSENT, [actor.personId, [...new Set(consents)], now]);
    if (accepted === 1) {
      await audit(ctx, { action: 'account.acceptRules', detail: { version, consents } });
      await this.profiles.describe(ctx, actor.personId);
    }
    return this.me.read({ ...ctx, actor: { ...actor, member: true } });
  }

  async given(ctx: Ctx): Promise<Consents> {
    return (await ctx.db.row<Consents>(GIVEN, [actorOf(ctx).personId]))!;
  }

  /** Every change stays on record with its time, so that each consent can be proven. */
  async save(ctx: Ctx, { consents }: Input<typeof accounts.saveConsents>): Promise<Consents> {
    const values = [actorOf(ctx).personId, [...new Set(consents)], ctx.clock.now()];
    await ctx.db.run(WITHDRAW, values);
    await ctx.db.run(CONSENT, values);
    await audit(ctx, { action: 'account.saveConsents', detail: { consents } });
    return this.given(ctx);
  }
}
