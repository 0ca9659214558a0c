import { Injectable } from '@nestjs/common';
import type { Input, sessions } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Mailer } from '../platform/mail.js';
import { Problem } from '../platform/problem.js';
import { CODE_MINUTES, CodesService } from './codes.service.js';
import { MeService } from './me.service.js';
import { PasswordsService } from './passwords.service.js';
import { refuseAndKeep } from './transaction.js';
import { SessionsService } from './sessions.service.js';

/** Passwords tried for one address within the time, wherever from. */
const TRIES = 10;
const TRIES_MS = 15 * 60_000;

const OF_ADDRESS =
  sql(`select a.person_id as "personId", a.password_hash as hash from email e join account a on a.person_id = e.person_id
  where e.address = $1 and e.confirmed_at is not null and a.disabled_at is null`);
const COUNT = sql(`insert into rate_limit as l (key, points, expire) values ($1, 1, $2::bigint + ${TRIES_MS})
  on conflict (key) do update set points = case when l.expire <= $2 then 1 else l.points + 1 end,
    expire = case when l.expire <= $2 then excluded.expire else l.expire end
  returning points, expire`);

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
    await this.countTry(ctx, email);
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

  private async decide(
    ctx: Ctx,
    who: Known | undefined,
    tried: Known | undefined,
    options: { trusted: boolean; how: string },
    refusal: 'wrong-code' | 'wrong-password',
  ): Promise<Me> {
    const signedIn = who && (await this.sessions.open(ctx, who.personId, options));
    if (signedIn) return this.me.read(signedIn);
    await audit(ctx, { action: 'session.refused', detail: { how: options.how, personId: tried?.personId ?? null } });
    return refuseAndKeep(ctx, new Problem(refusal));
  }

  private async countTry(ctx: Ctx, address: string): Promise<void> {
    const now = ctx.clock.now().getTime();
    const { points, expire } = (await ctx.db.row<{ points: number; expire: number }>(COUNT, [
      `password:${address}`,
      now,
    ]))!;
    if (points > TRIES) throw new Problem('too-many-requests', { retryAfter: Math.ceil((expire - now) / 1000) });
  }
}
