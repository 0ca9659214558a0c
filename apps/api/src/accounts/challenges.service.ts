import { Injectable } from '@nestjs/common';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { hashToken, makeToken } from './tokens.js';

export const CHALLENGE_MS = 5 * 60_000;

type Purpose = 'add' | 'step-up' | 'sign-in';

const KEEP = sql(
  'insert into challenge (hash, purpose, session_id, browser_hash, expires_at) values ($1, $2, $3, $4, $5)',
);
const TAKE = sql(`delete from challenge where hash = $1 and purpose = $2 and expires_at > $5
  and session_id is not distinct from $3::int and browser_hash is not distinct from $4::bytea`);

/** What an authenticator signs: used once, by the session that asked for it, or by the browser where nobody is signed in. */
@Injectable()
export class ChallengesService {
  async make(ctx: Ctx, purpose: Purpose): Promise<string> {
    const challenge = makeToken();
    let browser: string | undefined;
    if (purpose === 'sign-in') {
      browser = makeToken();
      ctx.reply.cookies.push({ name: 'challenged', value: browser, maxAge: CHALLENGE_MS / 1000, path: '/' });
    }
    const expires = new Date(ctx.clock.now().getTime() + CHALLENGE_MS);
    await ctx.db.run(KEEP, [hashToken(challenge), purpose, ...boundTo(ctx, purpose, browser), expires]);
    return challenge;
  }

  /** Uses a challenge up; false where it is unknown, used, too old, of another purpose, session or browser. */
  async take(ctx: Ctx, purpose: Purpose, challenge: string): Promise<boolean> {
    const bound = boundTo(ctx, purpose, ctx.reply.cookie('challenged') ?? '');
    return (await ctx.db.run(TAKE, [hashToken(challenge), purpose, ...bound, ctx.clock.now()])) === 1;
  }
}

const boundTo = (ctx: Ctx, purpose: Purpose, browser = ''): [number | null, Buffer | null] =>
  purpose === 'sign-in' ? [null, hashToken(browser)] : [ctx.actor?.sessionId ?? 0, null];
