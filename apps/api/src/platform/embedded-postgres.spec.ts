import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startEmbedded, type Embedded } from './embedded-postgres.js';
import { failure, findPostmaster, goneWithin } from './postgres-process.js';
import { explain } from './startup-error.js';

const root = mkdtempSync(join(tmpdir(), 'hat-nhan-embedded-'));
const dataDir = join(root, 'data');
const cluster = { folder: join(dataDir, 'postgres'), log: join(dataDir, 'postgres.log'), runAs: undefined };
const said: string[] = [];
const say = (line: string) => void said.push(line);

async function rows<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // the server is killed while connected
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts PostgreSQL here and then does nothing, as `npm start` does when all is up. */
async function launcher(folder: string): Promise<ChildProcess> {
  const built = new URL('../../dist/platform/embedded-postgres.js', import.meta.url).href;
  const script = `import { startEmbedded } from '${built}';
    await startEmbedded({ dataDir: process.argv[1], say() {} });
    console.log('up');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

const refusal = (folder: string) =>
  startEmbedded({ dataDir: folder, say }).then(
    () => 'started',
    (error: unknown) => explain(error),
  );

describe('startEmbedded', () => {
  let embedded: Embedded;

  beforeAll(async () => {
    embedded = await startEmbedded({ dataDir, say });
  });

  afterAll(async () => {
    await embedded.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('makes the database on the first start, and says so', async () => {
    expect(embedded.fresh).toBe(true);
    expect(embedded.version).toMatch(/^18\.\d+$/);
    expect(said).toEqual([expect.stringContaining('Tạo cơ sở dữ liệu PostgreSQL 18')]);
    const [settings] = await rows(
      embedded.ownerUrl,
      `select current_setting('synchronous_commit') sync, current_setting('full_page_writes') pages,
        current_setting('data_checksums') checksums, current_setting('jit') jit, current_setting('listen_addresses') listens,
        current_setting('unix_socket_directories') sockets, current_setting('server_encoding') encoding`,
    );
    expect(settings).toEqual({
      sync: 'on',
      pages: 'on',
      checksums: 'on',
      jit: 'off',
      listens: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
    });
  });

  it("gives the server a role that owns nothing and bypasses nothing, and the owner the database's", async () => {
    expect(await rows(embedded.appUrl, `select current_user::text as name`)).toEqual([{ name: 'hat_nhan_app' }]);
    const [app] = await rows(
      embedded.ownerUrl,
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, pg_get_userbyid(datdba) as owner
        from pg_roles, pg_database where rolname = 'hat_nhan_app' and datname = 'hat_nhan'`,
    );
    expect(app).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owner: 'hat_nhan_owner',
    });
    await expect(rows(embedded.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('lets nobody in without the password, which only its user may read', async () => {
    const wrong = embedded.appUrl.replace(/:[^:@/]+@/, ':guessed@');
    await expect(rows(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(cluster.folder).mode & 0o077).toBe(0);
  });

  it('starts again on the same port with its data, not fresh', async () => {
    await rows(embedded.ownerUrl, `create table kept as select 'Hạt Nhân' as word`);
    const before = embedded.ownerUrl;
    await embedded.stop();
    expect(findPostmaster(cluster)).toBeNull();
    embedded = await startEmbedded({ dataDir, say });
    expect(embedded).toMatchObject({ fresh: false, ownerUrl: before });
    expect(await rows(embedded.ownerUrl, 'select word from kept')).toEqual([{ word: 'Hạt Nhân' }]);
  });

  it('survives kill -9 of postgres: what was committed is there', async () => {
    await rows(embedded.ownerUrl, `create table counted as select generate_series(1, 5000) as n`);
    const { pid } = findPostmaster(cluster)!;
    process.kill(pid, 'SIGKILL');
    embedded = await startEmbedded({ dataDir, say });
    expect(findPostmaster(cluster)!.pid).not.toBe(pid);
    expect(await rows(embedded.ownerUrl, 'select count(*)::int as n from counted')).toEqual([{ n: 5000 }]);
  });

  it('is started again at the same address when it ends unasked, and stays down when asked', async () => {
    await embedded.stop();
    const losses: unknown[] = [];
    embedded = await startEmbedded({ dataDir, say, onLoss: (error) => void losses.push(error) });
    const { pid } = findPostmaster(cluster)!;
    process.kill(pid, 'SIGKILL');
    const again = async (): Promise<number> => {
      const found = findPostmaster(cluster);
      if (found && found.pid !== pid && said.includes('PostgreSQL đã chạy lại')) return found.pid;
      await new Promise((later) => setTimeout(later, 50));
      return again();
    };
    const revived = await again();
    expect(await rows(embedded.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await embedded.stop();
    expect(await goneWithin(revived, 1000)).toBe(true);
    expect(losses).toEqual([]);
    embedded = await startEmbedded({ dataDir, say });
  }, 30_000);

  it('is not held up by a pid file whose number now belongs to another program', async () => {
    const path = join(cluster.folder, 'postmaster.pid');
    const { pid } = findPostmaster(cluster)!;
    process.kill(pid, 'SIGKILL');
    await goneWithin(pid, 5000);
    const other = spawn('sleep', ['60']);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [String(other.pid), ...lines.slice(1)].join('\n'));
    try {
      embedded = await startEmbedded({ dataDir, say });
      expect(await rows(embedded.ownerUrl, 'select word from kept')).toHaveLength(1);
    } finally {
      other.kill();
      await once(other, 'exit');
    }
  });

  it('takes over the server of a launcher that was killed', async () => {
    const folder = join(root, 'killed');
    const killed = await launcher(folder);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const left = findPostmaster({ folder: join(folder, 'postgres'), log: '', runAs: undefined });
    expect(left).not.toBeNull();
    const again = await startEmbedded({ dataDir: folder, say });
    try {
      expect(said.at(-1)).toContain(`pid ${left!.pid}`);
      expect(await rows(again.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await again.stop();
    }
    expect(await goneWithin(left!.pid, 1000)).toBe(true);
  });

  it('picks another port when its own is taken', async () => {
    const { port } = new URL(embedded.ownerUrl);
    await embedded.stop();
    const blocker = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('taken'))`,
    ]);
    await once(blocker.stdout, 'data');
    try {
      embedded = await startEmbedded({ dataDir, say });
      expect(new URL(embedded.ownerUrl).port).not.toBe(port);
      expect(await rows(embedded.ownerUrl, 'select word from kept')).toHaveLength(1);
    } finally {
      blocker.kill();
      await once(blocker, 'exit');
    }
  });

  it('works below a folder that the account of PostgreSQL may not enter', async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const inside = await startEmbedded({ dataDir: join(closed, 'data'), say });
    try {
      expect(await rows(inside.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await inside.stop();
    }
    const again = await startEmbedded({ dataDir: join(closed, 'data'), say });
    await again.stop();
    expect(again.fresh).toBe(false);
  });
});

describe('what stops a start, in one line', () => {
  const ONE_LINE = /^[^\n]+ \([^\n]+\)$/;
  const folder = mkdtempSync(join(tmpdir(), 'hat-nhan-refused-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names data of an older PostgreSQL and the remedy', async () => {
    const old = join(folder, 'old');
    mkdirSync(join(old, 'postgres'), { recursive: true });
    writeFileSync(join(old, 'secrets.json'), JSON.stringify({ owner: 'a', app: 'b', port: 0 }));
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '16\n');
    const line = await refusal(old);
    expect(line).toMatch(ONE_LINE);
    expect(line).toContain('PostgreSQL 16');
    expect(line).toContain('PostgreSQL 18');
    expect(line).toContain(join(old, 'postgres'));
  });

  it('names the missing passwords of data that is there', async () => {
    const bare = join(folder, 'bare');
    mkdirSync(join(bare, 'postgres'), { recursive: true });
    expect(await refusal(bare)).toContain(join(bare, 'secrets.json'));
  });

  it('names a data folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal(file)).toMatch(/file .*không phải là thư mục/);
  });

  it('names a data folder that may not be written', () => {
    const readOnly = join(folder, 'read-only');
    mkdirSync(readOnly);
    chmodSync(folder, 0o755);
    chmodSync(readOnly, 0o555);
    const built = new URL('../../dist/platform/', import.meta.url).href;
    const script = `const [{ startEmbedded }, { explain }] = await Promise.all([import('${built}embedded-postgres.js'), import('${built}startup-error.js')]);
      await startEmbedded({ dataDir: process.argv[1], say() {} }).catch((error) => console.log(explain(error)));`;
    // Root may write anywhere, so another user tries; as an ordinary user we try ourselves.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, readOnly], {
      ...user,
      encoding: 'utf8',
    });
    expect(run.stdout.trim()).toMatch(ONE_LINE);
    expect(run.stdout).toContain(readOnly);
  });

  it('names a full disk, whether the system or PostgreSQL says so', () => {
    const words = 'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device';
    expect(explain(failure(cluster, words))).toMatch(/^Ổ đĩa đã đầy/);
    const system = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(explain(system)).toMatch(/^Ổ đĩa đã đầy/);
    expect(explain(system)).toMatch(ONE_LINE);
  });

  it('names a port that is taken', () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 3000, address: '::' });
    expect(explain(taken)).toMatch(/3000.*PORT=/);
  });

  it('gives the first line of anything else, never a stack', () => {
    expect(explain(new Error('odd\n    at somewhere (file.js:1:1)'))).toBe('Không khởi động được: odd');
  });
});
