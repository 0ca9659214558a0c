import { Injectable } from '@nestjs/common';
import type { factors, Result } from '@hat-nhan/contracts';
import { Secret, TOTP } from 'otpauth';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';

const PERIOD = 30;
/** One step early or late, for clocks that differ. */
const WINDOW = 1;

const BEGIN = sql(`insert into totp (person_id, pending) values ($1, $2)
  on conflict (person_id) do update set pending = excluded.pending`);
const KEPT = sql('select secret, pending from totp where person_id = $1');
const TAKE_UP = sql(
  `update totp set secret = pending, pending = null, last_step = $2 where person_id = $1 and pending = $3`,
);
// Two tries with one code at once: the second finds its step used.
const USE = sql('update totp set last_step = $2 where person_id = $1 and last_step < $2 and secret is not null');
const REMOVE = sql('delete from totp where person_id = $1 and secret is not null');
const NAME = sql('select name from app.myself()');

interface Kept {
  secret: Buffer | null;
  pending: Buffer | null;
}

/** An app that shows six digits for half a minute. */
@Injectable()
export class TotpService {
  async begin(ctx: Ctx): Promise<Result<typeof factors.beginTotp>> {
    const secret = new Secret({ size: 20 });
    await ctx.db.run(BEGIN, [actorOf(ctx).personId, Buffer.from(secret.bytes)]);
    const { name: label } = (await ctx.db.row<{ name: string }>(NAME))!;
    return { secret: secret.base32, uri: new TOTP({ issuer: 'Hạt Nhân', label, secret }).toString() };
  }

  /** Whether the first code of a secret being set up is right; takes the secret into use then. */
  async takeUp(ctx: Ctx, code: string): Promise<boolean> {
    const { personId } = actorOf(ctx);
    const kept = await ctx.db.row<Kept>(KEPT, [personId]);
    if (!kept?.pending) throw new Problem('illegal-transition', { allowed: ['begin'] });
    const step = stepOf(ctx, kept.pending, code);
    return step !== undefined && (await ctx.db.run(TAKE_UP, [personId, step, kept.pending])) === 1;
  }

  /** Whether a code is right and was not used before; uses it up. */
  async use(ctx: Ctx, personId: number, code: string): Promise<boolean> {
    const kept = await ctx.db.row<Kept>(KEPT, [personId]);
    const step = kept?.secret ? stepOf(ctx, kept.secret, code) : undefined;
    return step !== undefined && (await ctx.db.run(USE, [personId, step])) === 1;
  }

  async remove(ctx: Ctx): Promise<boolean> {
    return (await ctx.db.run(REMOVE, [actorOf(ctx).personId])) === 1;
  }
}

/** The step of time that a code belongs to, undefined where it is none of those around now. */
function stepOf(ctx: Ctx, secret: Buffer, code: string): number | undefined {
  const timestamp = ctx.clock.now().getTime();
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }), period: PERIOD });
  const delta = totp.validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta;
}
