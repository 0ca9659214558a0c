import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../platform/context.js';
import { sql, type Db } from '../platform/db.js';
import { networkOf } from '../platform/network.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { hashToken, makeCode, makeToken } from './tokens.js';

export const CODE_MINUTES = 10;
/** Codes an hour: asked for and mailed to one address, and asked for from one network address. */
const PER_ADDRESS = 5;
const PER_CLIENT = 20;
const MINUTE_MS = 60_000;

type Purpose = 'sign-in' | 'confirm' | 'step-up';

const SECRET = sql('select secret from instance');
// Two that ask at once are counted one after the other: the address always first, so that nobody waits in a ring.
const IN_TURN = sql(
  'select pg_advisory_xact_lock(hashtextextended($1, 1)), pg_advisory_xact_lock(hashtextextended($2, 2))',
);
const ASK = sql(`insert into sign_in_code (address, purpose, browser_hash, client_hash, created_at, expires_at)
  select $1::text, $2::text, $3::bytea, $4::bytea, $5::timestamptz, $6::timestamptz
  where (select count(*) from sign_in_code c where c.address = $1 and c.created_at > $7) < ${PER_ADDRESS}
    and (select count(*) from sign_in_code c where c.client_hash = $4 and c.created_at > $7) < ${PER_CLIENT}
  returning id`);
// The try is counted in the same update that finds it right, so that many at once have five tries together.
const TRY = sql(`update sign_in_code set tries = tries + 1, used_at = case when code_hash = $4 then $5::timestamptz end
  where id = (select c.id from sign_in_code c where c.address = $1 and c.purpose = $2 and c.browser_hash = $3 order by c.id desc limit 1)
    and tries < 5 and used_at is null and expires_at > $5
  returning used_at is not null as found`);
// To sign in or step up, a confirmed address of an account that is not shut; to confirm, one that nobody has, as last noted down.
const MAKE = sql(`update sign_in_code c set code_hash = $2 from email e join account a on a.person_id = e.person_id
  where c.id = $1 and c.sent_at is null and c.used_at is null and c.expires_at > $3::timestamptz
    and e.address = c.address and a.disabled_at is null and (c.purpose = 'confirm') = (e.confirmed_at is null)
    and (select count(*) from mail m where m.address = c.address and m.kind = 'code' and m.state <> 'failed' and m.sent_at > $3::timestamptz - interval '1 hour') < ${PER_ADDRESS}
    and not exists (select 1 from email o where o.address = e.address and o.id <> e.id and (o.confirmed_at is not null or o.id > e.id) and c.purpose = 'confirm')
  returning e.address, e.person_id as "personId", c.purpose, a.locale`);
const ADDRESS = sql('select address from sign_in_code where id = $1');
const SENT = sql('update sign_in_code set sent_at = $2 where id = $1');

/** A code that is to be mailed now. */
export interface MadeCode {
  code: string;
  /** As stored, never as typed. */
  address: string;
  personId: number;
  purpose: Purpose;
  locale: 'vi' | 'en';
}

/** Six-digit codes: ten minutes, five tries, only in the browser that asked. */
@Injectable()
export class CodesService {
  private secret: Buffer | undefined;

  /**
   * Asks for a code. What happens here is the same for every address, known or not; the job that mails makes the code,
   * and only for a known one. Throws `too-many-requests`.
   */
  async ask(ctx: Ctx, address: string, purpose: Purpose): Promise<void> {
    const now = ctx.clock.now();
    const browser = makeToken();
    const client = await this.keyed(ctx.db, 'client', networkOf(ctx.client.address));
    await ctx.db.run(IN_TURN, [address, client.toString('base64')]);
    const asked = await ctx.db.row<{ id: number }>(ASK, [
      address,
      purpose,
      hashToken(browser),
      client,
      now,
      new Date(now.getTime() + CODE_MINUTES * MINUTE_MS),
      new Date(now.getTime() - 60 * MINUTE_MS),
    ]);
    if (!asked) throw new Problem('too-many-requests', { retryAfter: 600 });
    publish(ctx, 'code.requested', { codeId: asked.id });
    ctx.reply.cookies.push({ name: 'asked', value: browser, maxAge: CODE_MINUTES * 60, path: '/' });
  }

  /** Uses a code up. False when it is wrong, too old, used, tried five times, or was asked for in another browser. */
  async confirm(ctx: Ctx, address: string, purpose: Purpose, code: string): Promise<boolean> {
    const hash = await this.keyed(ctx.db, address, code);
    const browser = hashToken(ctx.reply.cookie('asked') ?? '');
    const tried = await ctx.db.row<{ found: boolean }>(TRY, [address, purpose, browser, hash, ctx.clock.now()]);
    if (!tried?.found) return false;
    ctx.reply.cookies.push({ name: 'asked', value: '', maxAge: 0, path: '/' });
    return true;
  }

  /** Makes the code of a request, for the job that mails it; undefined where there is nobody to mail to, or no more need. */
  async make(db: Db, codeId: number, now: Date): Promise<MadeCode | undefined> {
    const asked = await db.row<{ address: string }>(ADDRESS, [codeId]);
    if (!asked) return undefined;
    const code = makeCode();
    const made = await db.row<Omit<MadeCode, 'code'>>(MAKE, [codeId, await this.keyed(db, asked.address, code), now]);
    return made && { ...made, code };
  }

  /** Notes that the code went out, so that the job does not send another when it is run twice. */
  async noteSent(db: Db, codeId: number, now: Date): Promise<void> {
    await db.run(SENT, [codeId, now]);
  }

  private async keyed(db: Db, name: string, value: string): Promise<Buffer> {
    this.secret ??= (await db.row<{ secret: Buffer }>(SECRET))!.secret;
    return createHmac('sha256', this.secret).update(`${name}\n${value}`).digest();
  }
}
