import { Injectable } from '@nestjs/common';
import type { Input, Result, sessions } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Actor, type Ctx, type Role } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { areaOf, deviceOf } from './client.js';
import { hashToken, makeToken } from './tokens.js';

const DAY = 86_400;
/** How long a session lives: unused, and at most. A browser forgets the cookie of an untrusted one when it closes. */
const TRUSTED = { idle: '30 days', whole: '90 days', cookie: 90 * DAY };
const OTHER = { idle: '8 hours', whole: '8 hours', cookie: null };

const LET_IN =
  sql(`select a.rules_at is not null as member, array(select r.role from account_role r where r.person_id = a.person_id) as roles
  from account a where a.person_id = $1 and a.disabled_at is null and (a.suspended_until is null or a.suspended_until <= $2)`);
const OPEN = sql(`insert into session (person_id, token_hash, trusted, agent, area, idle, expires_at, strong_at)
  values ($1, $2, $3, $4, $5, $6::interval, now() + $7::interval, case when $8 then now() end) returning id, created_at`);
// The token of before is dead from here on, whoever else has it.
const RENEW =
  sql(`update session set token_hash = $2, proven_at = case when $4 then now() else proven_at end, strong_at = case when $3 then now() else strong_at end
  where id = $1 and ended_at is null
  returning trusted, greatest(0, extract(epoch from expires_at - now()))::int as "secondsLeft", strong_at is not null as strong, coalesce(proven_at, created_at) as "provenAt"`);
// For this transaction only: the connection's own viewer stands again after it.
const LOOK_AS = sql(`select set_config('app.viewer', $1, true)`);
const END_BY_TOKEN = sql(
  `update session set ended_at = now() where token_hash = $1 and ended_at is null returning id, person_id, trusted`,
);
const END_ONE = sql(
  `update session set ended_at = now() where id = $1 and person_id = $2 and ended_at is null returning id, person_id`,
);
const END_OTHERS = sql(
  `update session set ended_at = now() where person_id = $1 and id <> $2 and ended_at is null returning id, person_id`,
);
const LIST =
  sql(`select id, agent, area, created_at as "createdAt", used_at as "usedAt", trusted, id = $2 as current from session
  where person_id = $1 and ended_at is null and expires_at > now() and used_at + idle > now() order by id = $2 desc, used_at desc, id desc limit 100`);

interface Renewed {
  trusted: boolean;
  secondsLeft: number;
  strong: boolean;
  provenAt: string;
}
interface Ended {
  id: number;
  person_id: number;
}

/** Sessions: opened by a sign-in, listed as devices, ended one by one or all together. */
@Injectable()
export class SessionsService {
  /**
   * Signs a person in with a token of its own for this browser; what the browser had before is ended. Gives the context
   * of the person signed in, or undefined where the account is shut. `how` goes to the audit log; `strong`: by two factors,
   * without which nobody acts in a role.
   */
  async open(
    ctx: Ctx,
    personId: number,
    { trusted: marked, how, strong = false }: { trusted: boolean; how: string; strong?: boolean },
  ): Promise<Ctx | undefined> {
    const account = await ctx.db.row<{ member: boolean; roles: Role[] }>(LET_IN, [personId, ctx.clock.now()]);
    if (!account) return undefined;
    const before = await this.endOfBrowser(ctx);
    // A device that was marked as one's own stays so when only the sign-in is renewed.
    const trusted = marked || before.some((session) => session.person_id === personId && session.trusted);
    const token = makeToken();
    const life = trusted ? TRUSTED : OTHER;
    const { agent, address } = ctx.client;
    const opened = await ctx.db.row<{ id: number; created_at: string }>(OPEN, [
      personId,
      hashToken(token),
      trusted,
      deviceOf(agent),
      areaOf(address),
      life.idle,
      life.whole,
      strong,
    ]);
    await ctx.db.run(LOOK_AS, [String(personId)]);
    const { id, created_at } = opened!;
    const actor: Actor = {
      personId,
      sessionId: id,
      roles: new Set(strong ? account.roles : []),
      member: account.member,
      signedInAt: new Date(created_at),
    };
    const signedIn: Ctx = { ...ctx, actor };
    await audit(signedIn, { action: 'session.open', detail: { sessionId: id, how, trusted, strong } });
    ctx.reply.cookies.push({ name: 'session', value: token, maxAge: life.cookie, path: '/' });
    return signedIn;
  }

  /**
   * The session goes on under a new token, `proven` now or as it was; `strong`: by a second factor. Gives the context with
   * the roles that act now.
   */
  async renew(ctx: Ctx, { strong, proven = true }: { strong: boolean; proven?: boolean }): Promise<Ctx> {
    const actor = actorOf(ctx);
    const token = makeToken();
    const renewed = await ctx.db.row<Renewed>(RENEW, [actor.sessionId, hashToken(token), strong, proven]);
    if (!renewed) throw new Problem('unauthenticated');
    const account = await ctx.db.row<{ roles: Role[] }>(LET_IN, [actor.personId, ctx.clock.now()]);
    const maxAge = renewed.trusted ? renewed.secondsLeft : null;
    ctx.reply.cookies.push({ name: 'session', value: token, maxAge, path: '/' });
    const roles = new Set(renewed.strong ? account!.roles : []);
    return { ...ctx, actor: { ...actor, roles, signedInAt: new Date(renewed.provenAt) } };
  }

  /** Ends what this browser was signed in with, and says what that was; without a session nothing happens. */
  async endOfBrowser(ctx: Ctx): Promise<(Ended & { trusted: boolean })[]> {
    const token = ctx.reply.cookie('session');
    if (!token) return [];
    const ended = await ctx.db.rows<Ended & { trusted: boolean }>(END_BY_TOKEN, [hashToken(token)]);
    await this.tellEnded(ctx, ended);
    return ended;
  }

  async signOut(ctx: Ctx): Promise<{ done: true }> {
    await this.endOfBrowser(ctx);
    forget(ctx);
    return { done: true };
  }

  async list(ctx: Ctx): Promise<Result<typeof sessions.sessions>> {
    const { personId, sessionId } = actorOf(ctx);
    return { items: await ctx.db.rows(LIST, [personId, sessionId]) };
  }

  async end(ctx: Ctx, { id }: Input<typeof sessions.endSession>): Promise<{ done: true }> {
    const { personId, sessionId } = actorOf(ctx);
    const ended = await ctx.db.rows<Ended>(END_ONE, [id, personId]);
    if (ended.length === 0) throw new Problem('not-found');
    await this.tellEnded(ctx, ended);
    if (id === sessionId) forget(ctx);
    return { done: true };
  }

  async endOthers(ctx: Ctx): Promise<{ done: true }> {
    const { personId, sessionId } = actorOf(ctx);
    await this.tellEnded(ctx, await ctx.db.rows<Ended>(END_OTHERS, [personId, sessionId]));
    return { done: true };
  }

  /** Ends every session of a person. */
  async endAll(ctx: Ctx, personId: number): Promise<void> {
    await this.tellEnded(ctx, await ctx.db.rows<Ended>(END_OTHERS, [personId, 0]));
  }

  private async tellEnded(ctx: Ctx, ended: Ended[]): Promise<void> {
    for (const { id, person_id: personId } of ended) {
      await audit(ctx, { action: 'session.end', detail: { sessionId: id, personId } });
      publish(ctx, 'session.ended', { personId, sessionId: id }, { itemId: id });
    }
  }
}

/** Leaves nothing of the session in this browser. */
function forget({ reply }: Ctx): void {
  reply.cookies.push({ name: 'session', value: '', maxAge: 0, path: '/' });
  reply.clearSiteData = true;
}
