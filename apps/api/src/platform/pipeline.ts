import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { routes, type Route } from '@hat-nhan/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx, Role } from './context.js';
import { Database, type Entered } from './database.js';
import { sql, type Db } from './db.js';
import { encode } from './encode.js';
import { endpointsOf, type Bound, type RawAnswer } from './endpoint.js';
import { claim, idempotencyKey, keep } from './idempotency.js';
import { Limits } from './limits.js';
import { localeOf } from './locale.js';
import { ownOrigins, refuseCrossSite } from './origin.js';
import { parseRequest } from './parse.js';
import { Problem, problemOf } from './problem.js';
import { applyDraft, draftReply } from './reply-draft.js';
import { Queues } from './queues.js';
import { Settings } from './settings.js';

const REFUSED = sql('insert into audit (actor_id, action, reason, request_id) values ($1, $2, $3, $4)');

declare module 'fastify' {
  interface FastifyContextConfig {
    consumes?: Route['consumes'];
  }
  interface FastifyRequest {
    /** Who is signed in, for the log and the audit. */
    personId: number | null;
  }
}

/** Bytes go to routes that take a file, as a stream, and to no other; such a route takes nothing else. */
function takeFiles(server: FastifyInstance): void {
  server.addContentTypeParser('application/octet-stream', (request, payload, done) =>
    request.routeOptions.config.consumes === 'file' ? done(null, payload) : done(new Problem('unsupported-media-type')),
  );
}

type Controller = Record<string, (ctx: Ctx, input: unknown) => Promise<unknown>>;
const isRaw = (answer: unknown): answer is RawAnswer =>
  typeof answer === 'object' && answer !== null && 'send' in answer;

/**
 * The way of every request: limits → parse → (queue) → session and viewer in one statement → access → (transaction) → handler →
 * encode by the contract → commit. Controllers are found by Nest; a contract's route that no controller binds stops the boot.
 */
@Injectable()
export class Pipeline {
  private readonly origins: readonly string[];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly database: Database,
    private readonly limits: Limits,
    private readonly queues: Queues,
    private readonly settings: Settings,
  ) {
    this.origins = ownOrigins(settings.origin);
  }

  /** Registers every bound route. Throws when one of the contract has no handler, or a handler no access level. */
  register(server: FastifyInstance): void {
    const bound = this.discovery.getControllers().flatMap((wrapper) => {
      const controller = wrapper.instance as Controller | undefined;
      return controller ? endpointsOf(controller).map((endpoint) => ({ ...endpoint, controller })) : [];
    });
    const missing = routes.filter((route) => !bound.some((endpoint) => endpoint.route === route));
    if (missing.length > 0) throw new Error(`No handler for ${missing.map((route) => route.name).join(', ')}`);
    server.decorateRequest('personId', null);
    takeFiles(server);
    for (const { controller, ...endpoint } of bound) this.add(server, controller, endpoint);
  }

  private add(server: FastifyInstance, controller: Controller, endpoint: Bound): void {
    const { route } = endpoint;
    if (!['anyone', 'account', 'member', 'administrator'].includes(route.access)) {
      throw new Error(`Route ${route.name} names no access level`);
    }
    server.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.bodyLimit,
      config: { consumes: route.consumes },
      exposeHeadRoute: route.method === 'GET',
      handler: (request, reply) => this.answer(controller, endpoint, request, reply),
    });
  }

  /** A want of rights is recorded on its own: the work it belonged to is undone. */
  private async refuse(route: Route, request: FastifyRequest, error: unknown): Promise<never> {
    if (problemOf(error).code === 'forbidden') {
      const entry = [request.personId, 'refused', route.name, request.id];
      await this.database.use({ writes: true, run: (db) => db.run(REFUSED, entry) });
    }
    throw error;
  }

  private async answer(
    controller: Controller,
    endpoint: Bound,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { route } = endpoint;
    refuseCrossSite(request, this.origins);
    this.queues.demandRoom();
    const secure = this.settings.secure;
    const draft = draftReply(request, secure);
    const token = draft.cookie('session');
    const tokenHash = token ? createHash('sha256').update(token).digest() : null;
    const session = tokenHash?.toString('base64url');
    await this.limits.count(route, session, request);
    const input = parseRequest(route, request);
    const key = idempotencyKey(route, request);
    const ifMatch = versionOf(route, request);
    const writes = route.method !== 'GET';

    const work = () =>
      this.database.use({
        tokenHash,
        writes,
        run: async (db, entered) => {
          if (session) this.limits.learn(session, entered?.person_id);
          request.personId = entered?.person_id ?? null;
          const ctx = this.contextOf(db, entered, request, draft, ifMatch);
          grant(route, ctx);
          if (entered?.rules_due) demandRules(route);
          const result = await this.once(controller, endpoint, ctx, input, key);
          return isRaw(result) ? result : { json: encode(route, result) };
        },
      });
    const answer = await this.queues
      .run(route.queue, () => this.queues.connected(work))
      .catch((error: unknown) => this.refuse(route, request, error));

    applyDraft(draft, reply, secure);
    if ('send' in answer) {
      await answer.send(request, reply);
      return reply;
    }
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(answer.json);
  }

  /** The handler, at most once for an Idempotency-Key. */
  private async once(
    controller: Controller,
    endpoint: Bound,
    ctx: Ctx,
    input: object,
    key: string | undefined,
  ): Promise<unknown> {
    const { route, method, again } = endpoint;
    const call = (name: string, value: unknown) => controller[name]!(ctx, value);
    if (key === undefined) return call(method, input);
    const earlier = await claim(ctx, route, key, input);
    if (earlier !== undefined) return call(again!, earlier);
    const result = await call(method, input);
    keep(ctx, route, key, (result as { id: number }).id);
    return result;
  }

  private contextOf(
    db: Db,
    entered: Entered | undefined,
    request: FastifyRequest,
    draft: Ctx['reply'],
    ifMatch: number,
  ): Ctx {
    return {
      actor: entered
        ? {
            personId: entered.person_id,
            sessionId: entered.session_id,
            roles: new Set(entered.roles as Role[]),
            member: entered.member,
            signedInAt: new Date(entered.signed_in_at),
          }
        : null,
      db,
      requestId: request.id,
      clock: this.settings.clock,
      locale: localeOf(request, entered?.locale),
      client: { agent: String(request.headers['user-agent'] ?? '').slice(0, 200), address: request.ip },
      reply: draft,
      ifMatch,
    };
  }
}

/** The version that a guarded change was made from; 428 without it. */
function versionOf(route: Route, request: FastifyRequest): number {
  if (!route.ifMatch) return 0;
  const match = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '');
  if (!match) throw new Problem('precondition-required');
  return Number(match[1]);
}

/** Who has not agreed to the newest rules reads as before and changes nothing but his own account. */
function demandRules(route: Route): void {
  const own = route.access === 'anyone' || route.access === 'account';
  if (route.method !== 'GET' && !own) throw new Problem('rules-changed');
}

/** Whether the actor may call the route at all; what is not named is refused. */
function grant(route: Route, { actor }: Ctx): void {
  if (route.access === 'anyone') return;
  if (!actor) throw new Problem('unauthenticated');
  if (route.access === 'account') return;
  if (!actor.member) throw new Problem('rules-not-accepted');
  if (route.access === 'member') return;
  if (route.access === 'administrator' && actor.roles.has('administrator')) return;
  throw new Problem('forbidden');
}
