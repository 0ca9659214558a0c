import { Injectable } from '@nestjs/common';
import type { factors, Input, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import type { FactorChange } from '../events.js';
import { demandFreshSignIn } from '../policies/fresh.js';
import { PasskeysService } from './passkeys.service.js';
import { RecoveryService } from './recovery.service.js';
import { SessionsService } from './sessions.service.js';
import { TotpService } from './totp.service.js';
import { refuseAndKeep } from './transaction.js';
import { TriesService } from './tries.service.js';

export const FACTOR_TRIES = 5;
export const triesOf = (personId: number) => `factor:${personId}`;

const LIST = sql(`select coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'verified', k.verified,
      'createdAt', k.created_at, 'usedAt', k.used_at) order by k.id) from passkey k where k.person_id = $1), '[]') as passkeys,
    exists (select from totp t where t.person_id = $1 and t.secret is not null) as totp,
    (select count(*)::int from recovery_code c where c.person_id = $1 and c.used_at is null) as "recoveryLeft",
    exists (select from account_role r where r.person_id = $1) as required`);
// Held until the commit: what two changes at once leave behind is counted one after the other.
const IN_TURN = sql('select second_factor as had from account where person_id = $1 for update');
const REFRESH = sql(`update account a set second_factor =
    exists (select from passkey k where k.person_id = a.person_id and k.verified)
    or exists (select from totp t where t.person_id = a.person_id and t.secret is not null)
  where a.person_id = $1 returning second_factor as has`);
const WEAKEN = sql('update session set strong_at = null where person_id = $1 and strong_at is not null');
const REMOVE_PASSKEY = sql('delete from passkey where id = $1 and person_id = $2');

/** The second factors of one person. Each change needs a fresh proof, is recorded, and is told to all his addresses. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly totp: TotpService,
    private readonly recovery: RecoveryService,
    private readonly sessions: SessionsService,
    private readonly tries: TriesService,
  ) {}

  async list(ctx: Ctx): Promise<Result<typeof factors.list>> {
    return (await ctx.db.row<Result<typeof factors.list>>(LIST, [actorOf(ctx).personId]))!;
  }

  async beginPasskey(ctx: Ctx): Promise<Result<typeof factors.beginPasskey>> {
    demandFreshSignIn(ctx);
    return this.passkeys.options(ctx);
  }

  async addPasskey(ctx: Ctx, input: Input<typeof factors.addPasskey>): Promise<{ id: number }> {
    demandFreshSignIn(ctx);
    await this.inTurn(ctx);
    const { id, verified } = await this.passkeys.add(ctx, input);
    await this.changed(ctx, 'passkey-added');
    if (verified) await this.sessions.renew(ctx, { strong: true });
    return { id };
  }

  async removePasskey(ctx: Ctx, { id }: Input<typeof factors.removePasskey>): Promise<{ done: true }> {
    demandFreshSignIn(ctx);
    await this.inTurn(ctx);
    if ((await ctx.db.run(REMOVE_PASSKEY, [id, actorOf(ctx).personId])) === 0) throw new Problem('not-found');
    await audit(ctx, { action: 'factor.removePasskey', detail: { passkeyId: id } });
    await this.changed(ctx, 'passkey-removed');
    return { done: true };
  }

  async beginTotp(ctx: Ctx): Promise<Result<typeof factors.beginTotp>> {
    demandFreshSignIn(ctx);
    return this.totp.begin(ctx);
  }

  async confirmTotp(ctx: Ctx, { code }: Input<typeof factors.confirmTotp>): Promise<{ done: true }> {
    demandFreshSignIn(ctx);
    const { personId } = actorOf(ctx);
    await this.tries.count(ctx, triesOf(personId), FACTOR_TRIES);
    await this.inTurn(ctx);
    if (!(await this.totp.takeUp(ctx, code))) return refuseAndKeep(ctx, new Problem('wrong-code'));
    await this.tries.forget(ctx, triesOf(personId));
    await audit(ctx, { action: 'factor.addTotp' });
    await this.changed(ctx, 'totp-added');
    await this.sessions.renew(ctx, { strong: true });
    return { done: true };
  }

  async removeTotp(ctx: Ctx): Promise<{ done: true }> {
    demandFreshSignIn(ctx);
    await this.inTurn(ctx);
    if (!(await this.totp.remove(ctx))) throw new Problem('not-found');
    await audit(ctx, { action: 'factor.removeTotp' });
    await this.changed(ctx, 'totp-removed');
    return { done: true };
  }

  async makeRecoveryCodes(ctx: Ctx): Promise<{ codes: string[] }> {
    demandFreshSignIn(ctx);
    if (!(await this.inTurn(ctx))) throw new Problem('illegal-transition', { allowed: ['addPasskey', 'beginTotp'] });
    const codes = await this.recovery.make(ctx);
    await audit(ctx, { action: 'factor.makeRecoveryCodes' });
    publish(ctx, 'factor.changed', { personId: actorOf(ctx).personId, change: 'recovery-made' });
    return { codes };
  }

  /** Waits for other changes of this person; says whether he has a second factor. */
  private async inTurn(ctx: Ctx): Promise<boolean> {
    return (await ctx.db.row<{ had: boolean }>(IN_TURN, [actorOf(ctx).personId]))!.had;
  }

  /** Without a second factor left, no session counts as proven by one, and the codes on paper stand for nothing. */
  private async changed(ctx: Ctx, change: FactorChange): Promise<void> {
    const { personId } = actorOf(ctx);
    const { has } = (await ctx.db.row<{ has: boolean }>(REFRESH, [personId]))!;
    if (!has) {
      await ctx.db.run(WEAKEN, [personId]);
      await this.recovery.voidAll(ctx);
    }
    publish(ctx, 'factor.changed', { personId, change });
  }
}
