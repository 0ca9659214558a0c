import { Injectable } from '@nestjs/common';
import type { factors, Input, Result, sessions } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Mailer } from '../platform/mail.js';
import { Problem } from '../platform/problem.js';
import { CODE_MINUTES, CodesService } from './codes.service.js';
import { MeService } from './me.service.js';
import { PasskeysService } from './passkeys.service.js';
import { PasswordsService } from './passwords.service.js';
import { RecoveryService } from './recovery.service.js';
import { refuseAndKeep } from './transaction.js';
import { SessionsService } from './sessions.service.js';
import { TriesService } from './tries.service.js';

/** Passwords or recovery codes tried for one address within a quarter of an hour, wherever from. */
const TRIES = 10;

const OF_ADDRESS =
  sql(`select a.person_id as "personId", a.password_hash as hash from email e join account a on a.person_id = e.person_id
  where e.address = $1 and e.confirmed_at is not null and a.disabled_at is null`);
interface Known {
  personId: number;
  hash: string | null;
}
type Me = sessions.Me;

/** Signing in, by a code sent to the stored address or by a password. Nothing tells whether an address is known. */
@Injectable()
export class SignInService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly codes: CodesService,
    private readonly passwords: PasswordsService,
    private readonly passkeys: PasskeysService,
    private readonly recoveryCodes: RecoveryService,
    private readonly tries: TriesService,
    private readonly me: MeService,
    private readonly mailer: Mailer,
  ) {}

  async requestCode(ctx: Ctx, { email }: Input<typeof sessions.requestCode>): Promise<{ sent: true; minutes: number }> {
    if (!this.mailer.configured) throw new Problem('unavailable');
    await this.codes.ask(ctx, email, 'sign-in');
    return { sent: true, minutes: CODE_MINUTES };
  }

  async confirmCode(ctx: Ctx, { email, code, trustDevice }: Input<typeof sessions.confirmCode>): Promise<Me> {
    const right = await this.codes.confirm(ctx, email, 'sign-in', code);
    const known = await ctx.db.row<Known>(OF_ADDRESS, [email]);
    return this.decide(ctx, right ? known : undefined, known, { trusted: trustDevice, how: 'code' }, 'wrong-code');
  }

  async password(ctx: Ctx, { email, password, trustDevice }: Input<typeof sessions.passwordSignIn>): Promise<Me> {
    await this.tries.count(ctx, `password:${email}`, TRIES);
    const known = await ctx.db.row<Known>(OF_ADDRESS, [email]);
    const right = await this.passwords.verify(known?.hash, password.normalize('NFC'));
    return this.decide(
      ctx,
      right ? known : undefined,
      known,
      { trusted: trustDevice, how: 'password' },
      'wrong-password',
    );
  }

  async beginPasskey(ctx: Ctx): Promise<Result<typeof factors.beginPasskeySignIn>> {
    return this.passkeys.request(ctx, 'sign-in');
  }

  /** A passkey that asked who uses it is two factors at once: the session may act in roles. */
  async passkey(ctx: Ctx, { trustDevice, ...input }: Input<typeof factors.passkeySignIn>): Promise<Me> {
    const who = await this.passkeys.check(ctx, 'sign-in', input);
    const options = { trusted: trustDevice, how: 'passkey', strong: who?.verified ?? false };
    return this.decide(ctx, who, who, options, 'wrong-passkey');
  }

  /** For who has lost his mailbox: a code from his paper. It is one factor; acting in a role asks for another. */
  async recovery(ctx: Ctx, { email, recovery, trustDevice }: Input<typeof factors.recoverySignIn>): Promise<Me> {
    await this.tries.count(ctx, `recovery:${email}`, TRIES);
    const known = await ctx.db.row<Known>(OF_ADDRESS, [email]);
    const right = known && (await this.recoveryCodes.use(ctx, known.personId, recovery));
    return this.decide(ctx, right ? known : undefined, known, { trusted: trustDevice, how: 'recovery' }, 'wrong-code');
  }

  private async decide(
    ctx: Ctx,
    who: { personId: number } | undefined,
    tried: { personId: number } | undefined,
    options: { trusted: boolean; how: string; strong?: boolean },
    refusal: 'wrong-code' | 'wrong-password' | 'wrong-passkey',
  ): Promise<Me> {
    const signedIn = who && (await this.sessions.open(ctx, who.personId, options));
    if (signedIn) return this.me.read(signedIn);
    await audit(ctx, { action: 'session.refused', detail: { how: options.how, personId: tried?.personId ?? null } });
    return refuseAndKeep(ctx, new Problem(refusal));
  }
}
