import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sessions } from '@hat-nhan/contracts';
import type { FastifyInstance } from 'fastify';
import { makePage } from '../src/page/page-html.js';
import { Database } from '../src/platform/database.js';
import { sql } from '../src/platform/db.js';
import { Health } from '../src/platform/health.js';
import { Queues } from '../src/platform/queues.js';
import { build, serve } from '../src/server.js';
import { openWorld, type World } from './api.js';
import { shell } from './shell.js';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe('when the database does not serve', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ POOL_SIZE: '1' });
  });
  afterAll(() => world.close());

  const list = (target = world) => target.visitor.raw({ method: 'GET', url: '/api/topics' });

  it('a pool without a free connection answers 503 with Retry-After, and serves again', async () => {
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    const holding = world.app.get(Database).use({ writes: false, run: () => held });
    const refused = await list();
    expect(JSON.parse(refused.body)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(refused.headers['retry-after']).toBe('2');
    free();
    await holding;
    expect((await list()).status).toBe(200);
  });

  it('refuses at once what would wait behind a hundred others, and serves again', async () => {
    const queues = world.app.get(Queues);
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    const holding = queues.connected(() => held);
    const waiting = Array.from({ length: 100 }, () => queues.connected(async () => 200));
    const refused = await list();
    expect(JSON.parse(refused.body)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(refused.headers['retry-after']).toBe('2');
    free();
    await holding;
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]));
    expect((await list()).status).toBe(200);
  });

  it('whoever waits in a queue holds no connection, and beyond the queue is told to come back', async () => {
    const queues = world.app.get(Queues);
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    const holding = Promise.all([1, 2].map(() => queues.run('search', () => held)));
    const searching = world.visitor.raw({ method: 'GET', url: '/api/search?q=ab' });
    while (!queues.waiting('search')) await setTimeout(5);
    expect((await list()).status).toBe(200);
    const others = Array.from({ length: 50 }, () => queues.run('search', async () => 200).catch(({ code }) => code));
    free();
    expect((await Promise.all(others)).filter((outcome) => outcome !== 200)).toEqual(['unavailable']);
    expect((await searching).status).toBe(200);
    await holding;
  });

  it('a database that is gone answers 503 and is not ready; back again, so is the product', async () => {
    const health = world.app.get(Health);
    expect(await health.notReady()).toBeUndefined();
    const [{ name }] = (await world.sqlAsOwner<{ name: string }>('select current_database() as name')) as [
      { name: string },
    ];
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'hat_nhan_app'`;
    await world.sqlAsOwner(`alter database ${name} connection limit 0`);
    await world.sqlAsOwner(cut, [name]);
    const refused = await list();
    expect(refused.status).toBe(503);
    expect(await health.notReady()).toBe('database lost');
    // Nobody knows who opens a page now: it is not his as a visitor, and not absent either.
    const server = world.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    const headers = { host: '127.0.0.1:3000', cookie: 'session=x' };
    for (const path of ['/', '/danh-ba']) {
      const opened = { path, query: '', headers, ip: '127.0.0.1', locale: 'vi' };
      expect(await makePage(server, shell, opened)).toMatchObject({ status: 503, visitor: false });
    }
    await world.sqlAsOwner(`alter database ${name} connection limit -1`);
    expect((await list()).status).toBe(200);
    expect(await health.notReady()).toBeUndefined();
  });

  it('a database that lacks a step of this release is not ready', async () => {
    const health = world.app.get(Health);
    const last = 'select max(id) from migrations';
    const [kept] = await world.sqlAsOwner<{ name: string }>(`select name from migrations where id = (${last})`);
    await world.sqlAsOwner(`update migrations set name = 'another' where id = (${last})`);
    expect(await health.notReady()).toBe('migrations behind');
    await world.sqlAsOwner(`update migrations set name = $1 where id = (${last})`, [kept!.name]);
    expect(await health.notReady()).toBeUndefined();
  });

  it('a database that does not even refuse is given up after seven seconds, and serves again', async () => {
    const pids = await world.sqlAsOwner<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and usename = 'hat_nhan_app'`,
    );
    expect(pids.length).toBeGreaterThan(0);
    for (const { pid } of pids) process.kill(pid, 'SIGSTOP');
    const started = Date.now();
    const refused = await list();
    expect(refused.status).toBe(503);
    expect(Date.now() - started).toBeLessThan(9000);
    for (const { pid } of pids) process.kill(pid, 'SIGCONT');
    expect((await list()).status).toBe(200);
  }, 20_000);

  it('a statement that takes too long is broken off and answers like a busy system', async () => {
    const slow = world.app.get(Database).use({ writes: false, run: (db) => db.rows(sql('select pg_sleep(8)')) });
    await expect(slow).rejects.toMatchObject({ code: '57014' });
  });
});

describe('with several processes', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('one limit holds for all of them', async () => {
    const second = await build(world.config);
    const ask = (app: World['app'], call: number) =>
      app.inject({
        method: 'POST',
        url: sessions.requestCode.path,
        headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'content-type': 'application/json' },
        payload: JSON.stringify({ email: `ai-do-${call}@test.example` }),
      });
    const statuses: number[] = [];
    for (let call = 0; call < 14; call++)
      statuses.push((await ask(call % 2 === 0 ? world.app : second, call)).statusCode);
    await second.close();
    expect(statuses.slice(0, sessions.requestCode.perMinute)).toEqual(
      Array.from({ length: sessions.requestCode.perMinute! }, () => 200),
    );
    expect(statuses.slice(sessions.requestCode.perMinute)).toEqual([429, 429, 429, 429]);
  });

  it('answers what is under way when it is told to stop, and health answers on a port of its own', async () => {
    const [port, healthPort] = [await freePort(), await freePort()];
    const origin = `http://127.0.0.1:${port}`;
    const server = await serve({ ...world.config, port, healthPort, origin, worker: true });
    const health = (path: string) => fetch(`http://127.0.0.1:${healthPort}${path}`);
    expect((await health('/livez')).status).toBe(200);
    expect((await health('/readyz')).status).toBe(200);
    expect((await fetch(`${origin}/metrics`, { headers: { accept: 'application/json' } })).status).toBe(404);
    expect(await (await health('/metrics')).text()).toContain('http_request_seconds_bucket');
    const stream = await fetch(`${origin}/api/stream`);
    const calls = Array.from({ length: 40 }, () => fetch(`${origin}/api/topics`).then((answer) => answer.status));
    await setTimeout(15);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(10_000);
    await stream.body?.cancel().catch(() => {});
    expect(new Set(await Promise.all(calls))).toEqual(new Set([200]));
  });
});

describe('limits', () => {
  it('count invented sessions as their address, and keep no token', async () => {
    const world = await openWorld();
    const ask = (call: number) =>
      world.as(0, `${'x'.repeat(40)}${String(call).padStart(3, '0')}`).raw({
        method: 'POST',
        url: sessions.requestCode.path,
        payload: JSON.stringify({ email: `ai-do-${call}@test.example` }),
      });
    const statuses: number[] = [];
    for (let call = 0; call < 12; call++) statuses.push((await ask(call)).status);
    const kept = await world.sqlAsOwner<{ key: string }>('select key from rate_limit');
    await world.close();
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(kept.every(({ key }) => !key.includes('xxxx'))).toBe(true);
  });
});
