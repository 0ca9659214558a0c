import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from './api.js';
import { emptyDatabase } from './database.js';

const program = (name: string) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));

async function portOf(server: ReturnType<typeof createServer>): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as { port: number }).port;
}
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await portOf(probe);
  probe.close();
  await once(probe, 'close');
  return port;
}

describe('a start', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await openWorld();
    folder = await mkdtemp(join(tmpdir(), 'hat-nhan-start-'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs a command until it ends by itself, or until `enough` of what it says; what it said, line by line. */
  async function run(name: string, given: Record<string, string>, args: string[] = [], enough = /^$/) {
    const env = {
      NODE_ENV: 'test', // a database of tests is not durable, which production refuses
      DATABASE_URL: world.config.databaseUrl,
      PUBLIC_ORIGIN: 'https://mang-luoi.example',
      DATA_DIR: join(folder, 'data'),
      WORKER: 'off',
      PORT: String(await freePort()),
      HEALTH_PORT: String(await freePort()),
      ...given,
    };
    // In its own folder, so that no .env of the developer reaches it.
    const child = spawn(process.execPath, [program(name), ...args], { env, cwd: folder });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        if (enough.test(said)) child.kill('SIGTERM');
      });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, lines: said.trim().split('\n') };
  }
  const invite = ['invite', '--email', 'an.tran@example.vn'];

  it('makes the data folder where it is not there yet', async () => {
    const DATA_DIR = join(folder, 'moi', 'du-lieu');
    const { code } = await run('main', { DATA_DIR }, [], /đang chạy/);
    expect(code).toBe(0);
    expect((await stat(DATA_DIR)).isDirectory()).toBe(true);
  });

  it.each([
    ['the server', 'main', []],
    ['an invitation', 'admin', invite],
    ['a sign-in link', 'admin', ['code', '--email', 'an.tran@example.vn']],
  ])('%s names npm run migrate where the database is empty', async (_, name, args) => {
    const empty = await emptyDatabase();
    try {
      const { code, lines } = await run(name, { DATABASE_URL: empty.appUrl }, args);
      expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/còn trống.*npm run migrate/)] });
    } finally {
      await empty.drop();
    }
  });

  it.each([
    ['the server', 'main', []],
    ['an invitation', 'admin', invite],
  ])('%s names npm run migrate where the database is older', async (_, name, args) => {
    const rows = await world.sqlAsOwner<{ timestamp: string; name: string }>(
      'delete from migrations where id = (select max(id) from migrations) returning timestamp, name',
    );
    try {
      const { code, lines } = await run(name, {}, args);
      expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/thiếu 1 bước.*npm run migrate/)] });
    } finally {
      await world.sqlAsOwner('insert into migrations (timestamp, name) values ($1, $2)', [
        rows[0]!.timestamp,
        rows[0]!.name,
      ]);
    }
  });

  it('on a newer database, as after going back to the last release, says so in one line and serves', async () => {
    await world.sqlAsOwner(`insert into migrations (timestamp, name) values (2790000000000, 'Later2790000000000')`);
    try {
      const { code, lines } = await run('main', { LOG_LEVEL: 'warn' }, [], /đang chạy/);
      expect(code).toBe(0);
      expect(lines.filter((line) => line.includes('npm run migrate'))).toHaveLength(1);
    } finally {
      await world.sqlAsOwner(`delete from migrations where name = 'Later2790000000000'`);
    }
  });

  it.each(['main', 'start'])('%s names HEALTH_PORT where another program has it', async (name) => {
    const other = createServer();
    const port = await portOf(other);
    const given: Record<string, string> = name === 'start' ? { DATABASE_URL: '', PUBLIC_ORIGIN: '' } : {};
    const { code, lines } = await run(name, { ...given, HEALTH_PORT: String(port) });
    other.close();
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: expect.stringMatching(/^HEALTH_PORT: .*\(.+\)$/) });
    expect(lines.filter((line) => !/giây {2}/.test(line))).toHaveLength(1);
  });

  it.each([
    ['HOST', { HOST: 'khong-co-may-nay.invalid' }],
    ['DATA_DIR', { DATA_DIR: '/etc/passwd' }],
    ['S3_URL', { S3_URL: 'kho-tep' }],
  ])('says one line that begins with %s', async (name, given) => {
    const { code, lines } = await run('main', given as Record<string, string>);
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(new RegExp(`^${name}: `))] });
  });
});
