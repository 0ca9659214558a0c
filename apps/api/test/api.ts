import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Call, ProblemBody, Result, Route } from '@hat-nhan/contracts';
import pg from 'pg';
import { readConfig, type Config } from '../src/platform/config.js';
import { openMailbox } from '../src/platform/demo-mailbox.js';
import { Jobs } from '../src/platform/jobs.js';
import { Settings } from '../src/platform/settings.js';
import { build } from '../src/server.js';
import { testDatabase } from './database.js';
import { makeFactories, type Factories, type NewPerson } from './factories.js';

/** What a refused call throws: the problem as it was sent. */
export class ProblemError extends Error {
  readonly code: string;

  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    readonly headers: Record<string, unknown>,
  ) {
    super(`${status} ${body.code}: ${JSON.stringify(body.errors ?? body.detail)}`);
    this.code = body.code;
  }
}

export interface CallOptions {
  ifMatch?: number;
  key?: string;
  headers?: Record<string, string>;
}

export interface RawCall {
  method: string;
  url: string;
  payload?: string | object;
  headers?: Record<string, string>;
}
export interface RawAnswer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** Somebody who calls the API with the contract as his client. */
export interface Caller {
  id: number;
  token: string | undefined;
  call<R extends Route>(route: R, input: Call<R>, options?: CallOptions): Promise<Result<R>>;
  raw(request: RawCall): Promise<RawAnswer>;
}

export interface World extends Factories {
  app: NestFastifyApplication;
  config: Config;
  /** For loaders that work as owner. */
  ownerUrl: string;
  visitor: Caller;
  jobs: Jobs;
  clock: { now(): Date; set(date: Date | null): void };
  mailbox: Awaited<ReturnType<typeof openMailbox>>;
  person(given?: NewPerson): Promise<Caller & { name: string; organisationId: number }>;
  sqlAsOwner<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  as(id: number, token: string | undefined): Caller;
  close(): Promise<void>;
}

/** Address and body of a call, as the page would send it. */
export function requestOf(route: Route, input: Record<string, unknown>): { url: string; payload: string | undefined } {
  const left = { ...input };
  const url = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(left[name]);
    delete left[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const name of Object.keys(route.query?.shape ?? {})) {
    const value = left[name];
    delete left[name];
    if (value !== undefined) query.set(name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
  }
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return { url: url + search, payload: route.body ? JSON.stringify(left) : undefined };
}

/** One database, one application, and people in it: made for a spec file, shared with nobody. */
export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const [database, mailbox, folder] = await Promise.all([
    testDatabase(),
    openMailbox(),
    mkdtemp(join(tmpdir(), 'hat-nhan-')),
  ]);
  const settings = {
    DATABASE_URL: database.appUrl,
    SMTP_URL: mailbox.url,
    PORT: '3000',
    LOG_LEVEL: 'silent',
    POOL_SIZE: '5',
    DATA_DIR: folder,
  };
  const config = readConfig({ ...settings, ...env }, 'test');
  let fixed: Date | null = null;
  const clock = { now: () => fixed ?? new Date(), set: (date: Date | null) => void (fixed = date) };
  const app = await build(config, clock);
  const jobs = app.get(Jobs);
  await jobs.start(false);
  const { origin, secure } = app.get(Settings);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 3 });
  owner.on('error', () => {});
  const sqlAsOwner = async <T>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as T[];
  const as = (id: number, token: string | undefined) => caller(app, { origin, secure }, id, token);
  const factories = makeFactories(sqlAsOwner);
  return {
    ...factories,
    app,
    config,
    ownerUrl: database.ownerUrl,
    jobs,
    clock,
    mailbox,
    visitor: as(0, undefined),
    sqlAsOwner,
    as,
    async person(given = {}) {
      const made = await factories.makePerson(given);
      const token = randomBytes(32).toString('base64url');
      const hash = createHash('sha256').update(token).digest();
      await sqlAsOwner(
        // Proven by two factors, so that whoever has a role acts in it.
        `insert into session (person_id, token_hash, idle, expires_at, strong_at) values ($1, $2, '8 hours', now() + interval '8 hours', now())`,
        [made.id, hash],
      );
      return { ...as(made.id, token), name: made.name, organisationId: made.organisationId };
    },
    async close() {
      await app.close();
      await owner.end();
      await mailbox.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function caller(
  app: NestFastifyApplication,
  site: { origin: string; secure: boolean },
  id: number,
  token: string | undefined,
): Caller {
  const raw = async ({ method, url, payload, headers }: RawCall): Promise<RawAnswer> => {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      ...(payload !== undefined && { payload }),
      headers: {
        host: new URL(site.origin).host,
        origin: site.origin,
        ...(token && { cookie: `${site.secure ? '__Host-' : ''}session=${token}` }),
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    return { status: answer.statusCode, body: answer.body, headers: answer.headers, bytes: answer.rawPayload };
  };
  return {
    id,
    token,
    raw,
    async call(route, input, options = {}) {
      const { url, payload } = requestOf(route, input as Record<string, unknown>);
      const answer = await raw({
        method: route.method,
        url,
        ...(payload !== undefined && { payload }),
        headers: {
          ...(options.ifMatch !== undefined && { 'if-match': `"${options.ifMatch}"` }),
          ...(options.key && { 'idempotency-key': options.key }),
          ...options.headers,
        },
      });
      const body = answer.body ? JSON.parse(answer.body) : undefined;
      if (answer.status >= 400) throw new ProblemError(answer.status, body as ProblemBody, answer.headers);
      return body as never;
    },
  };
}
