import { Injectable } from '@nestjs/common';
import type { factors, Input, Result, sessions } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Mailer } from '../platform/mail.js';
import { Problem } from '../platform/problem.js';
import { CODE_MINUTES, CodesService } from './codes.service.js';
import { FACTOR_TRIES, triesOf } from './factors.service.js';
import { MeService } from './me.service.js';
import { PasskeysService } from './passkeys.service.js';
import { RecoveryService } from './recovery.service.js';
import { SessionsService } from './sessions.service.js';
import { TotpService } from './totp.service.js';
import { refuseAndKeep } from './transaction.js';
import { TriesService } from './tries.service.js';

const WAYS =
  sql(`select a.second_factor as "second", (select e.address from email e where e.person_id = a.person_id and e.main and e.confirmed_at is not null) as address,
    exists (select from passkey k where k.person_id = a.person_id and k.verified) as passkey,
    exists (select from totp t where t.person_id = a.person_id and t.secret is not null) as totp,
    exists (select from recovery_code c where c.person_id = a.person_id and c.used_at is null) as recovery
  from account a where a.person_id = $1`);

type Ways = { second: boolean; address: string | null; passkey: boolean; totp: boolean; recovery: boolean };
type Me = sessions.Me;

/** Proving oneself again: with the second factor of who has one, else with six digits to the stored address. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly totp: TotpService,
    private readonly recovery: RecoveryService,
    private readonly codes: CodesService,
    private readonly sessions: SessionsService,
    private readonly tries: TriesService,
    private readonly me: MeService,
    private readonly mailer: Mailer,
  ) {}

  async ways(ctx: Ctx): Promise<Result<typeof factors.ways>> {
    const { second, address, ...own } = await this.known(ctx);
    return { ...own, mail: !second && address !== null && this.mailer.configured };
  }

  async beginPasskey(ctx: Ctx): Promise<Result<typeof factors.beginStepUp>> {
    return this.passkeys.request(ctx, 'step-up', actorOf(ctx).personId);
  }

  async byPasskey(ctx: Ctx, input: Input<typeof factors.stepUpByPasskey>): Promise<Me> {
    const who = await this.passkeys.check(ctx, 'step-up', input);
    const right = who?.personId === actorOf(ctx).personId && who.verified;
    return this.decide(ctx, right, { how: 'passkey', strong: true, refusal: 'wrong-passkey' });
  }

  async byTotp(ctx: Ctx, { code }: Input<typeof factors.stepUpByTotp>): Promise<Me> {
    return this.guess(ctx, 'totp', (personId) => this.totp.use(ctx, personId, code));
  }

  async byRecovery(ctx: Ctx, { recovery }: Input<typeof factors.stepUpByRecovery>): Promise<Me> {
    return this.guess(ctx, 'recovery', (personId) => this.recovery.use(ctx, personId, recovery));
  }

  async requestCode(ctx: Ctx): Promise<Result<typeof factors.requestStepUpCode>> {
    if (!this.mailer.configured) throw new Problem('unavailable');
    await this.codes.ask(ctx, await this.addressOf(ctx), 'step-up');
    return { sent: true, minutes: CODE_MINUTES };
  }

  async byCode(ctx: Ctx, { code }: Input<typeof factors.stepUpByCode>): Promise<Me> {
    const right = await this.codes.confirm(ctx, await this.addressOf(ctx), 'step-up', code);
    return this.decide(ctx, right, { how: 'code', strong: false, refusal: 'wrong-code' });
  }

  /** A code that could be guessed: five wrong ones, whichever kind, and none counts for a quarter of an hour. */
  private async guess(ctx: Ctx, how: string, use: (personId: number) => Promise<boolean>): Promise<Me> {
    const { personId } = actorOf(ctx);
    await this.tries.count(ctx, triesOf(personId), FACTOR_TRIES);
    const right = await use(personId);
    if (right) await this.tries.forget(ctx, triesOf(personId));
    return this.decide(ctx, right, { how, strong: true, refusal: 'wrong-code' });
  }

  private async decide(
    ctx: Ctx,
    right: boolean,
    { how, strong, refusal }: { how: string; strong: boolean; refusal: 'wrong-code' | 'wrong-passkey' },
  ): Promise<Me> {
    if (!right) {
      await audit(ctx, { action: 'session.stepUpRefused', detail: { how } });
      return refuseAndKeep(ctx, new Problem(refusal));
    }
    const proven = await this.sessions.renew(ctx, { strong });
    await audit(proven, { action: 'session.stepUp', detail: { how, strong } });
    return this.me.read(proven);
  }

  /** The stored address of somebody who has no second factor; with one, the mailbox alone proves too little. */
  private async addressOf(ctx: Ctx): Promise<string> {
    const { second, address } = await this.known(ctx);
    if (second || address === null)
      throw new Problem('illegal-transition', { allowed: second ? ['totp', 'passkey'] : [] });
    return address;
  }

  private async known(ctx: Ctx): Promise<Ways> {
    return (await ctx.db.row<Ways>(WAYS, [actorOf(ctx).personId]))!;
  }
}
