import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../test/api.js';
import { contents, inDatabase } from '../../test/contents.js';
import { emptyDatabase, type TestDatabase } from '../../test/database.js';
import { answer, ask } from '../../test/forum.js';
import { build } from '../server.js';
import { Jobs } from '../platform/jobs.js';
import { folderStore } from './file-store.js';
import { restoreBackup, verifyBackup } from './restore.js';
import { backUp, writeBackup } from './write.js';

const APP = 'hat_nhan_app';
describe('a backup', () => {
  let world: World;
  let folder: string;
  let path: string;
  let question: number;
  const databases: TestDatabase[] = [];
  const empty = async () => {
    const database = await emptyDatabase();
    databases.push(database);
    return database;
  };
  const dataDir = async () => mkdtemp(join(folder, 'data-'));
  const restored = async (from = path) => {
    const [database, data] = [await empty(), await dataDir()];
    const target = { ownerUrl: database.ownerUrl, appRole: APP, files: folderStore(data) };
    await restoreBackup(from, await verifyBackup(from), target);
    return { ...database, data };
  };

  beforeAll(async () => {
    world = await openWorld();
    folder = await mkdtemp(join(tmpdir(), 'hat-nhan-backup-'));
    const asker = await world.person();
    const { public: spaceId } = await world.baseSpaces();
    const title = 'Sao lưu có giữ cả dấu \\ và xuống dòng không?';
    question = await ask(world, asker, { spaceId, title, text: 'a\tb\n\\N\n'.repeat(40) });
    await answer(await world.person(), question);
    await mkdir(join(folder, 'data', 'files', 'ab'), { recursive: true });
    await writeFile(join(folder, 'data', 'files', 'ab', 'cd01'), randomBytes(300_000));
    await mkdir(join(folder, 'data', 'files', 'incoming'));
    await writeFile(join(folder, 'data', 'files', 'incoming', 'half'), 'nửa tệp đang đến');
    path = join(folder, 'instance.backup');
    await backUp(world.ownerUrl, folderStore(join(folder, 'data')), path);
  });
  afterAll(async () => {
    await world.close();
    for (const database of databases) await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('restored, has every row, every file and every number of the instance', async () => {
    const copy = await restored();
    expect(await contents(copy.ownerUrl)).toEqual(await contents(world.ownerUrl));
    const file = (data: string) => readFile(join(data, 'files', 'ab', 'cd01'));
    expect((await file(copy.data)).equals(await file(join(folder, 'data')))).toBe(true);
    const next = (url: string) =>
      inDatabase(url, async (client) => (await client.query(`select last_value from item_id_seq`)).rows[0]);
    expect(await next(copy.ownerUrl)).toEqual(await next(world.ownerUrl));
    const rules = (url: string) =>
      inDatabase(url, async (client) => ({
        policies: (await client.query('select tablename, policyname, qual, with_check from pg_policies order by 1, 2'))
          .rows,
        keys: (
          await client.query(
            `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
          )
        ).rows,
        triggers: (
          await client.query(
            `select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
          )
        ).rows,
        rights: (
          await client.query(
            `select table_name, privilege_type from information_schema.role_table_grants where grantee = '${APP}' order by 1, 2`,
          )
        ).rows,
      }));
    expect(await rules(copy.ownerUrl)).toEqual(await rules(world.ownerUrl));
  });

  it('restored, serves on: what was not handed on is, once, and the log goes on', async () => {
    const copy = await restored();
    const app = await build({ ...world.config, databaseUrl: copy.appUrl });
    try {
      const jobs = app.get(Jobs);
      await jobs.start(false);
      await jobs.drain();
      const answer = await app.inject({ url: `/api/threads/${question}`, headers: { host: '127.0.0.1:3000' } });
      expect(answer.statusCode).toBe(200);
      const [event] = await inDatabase(copy.ownerUrl, async (client) => {
        await client.query(`insert into event (name, payload) values ('thread.created', '{}')`);
        const text = `select e.xid > (select max(xid) from event where id < e.id) as later, e.xid > c.xid as unread
          from event e, event_cursor c where c.consumer = 'fan-out' order by e.id desc limit 1`;
        return (await client.query(text)).rows;
      });
      expect(event).toEqual({ later: true, unread: true });
    } finally {
      await app.close();
    }
  });

  it('hands on again what the queues had not finished', async () => {
    await world.jobs.drain();
    const events = await world.sqlAsOwner<{ id: string }>('select id::text from event order by xid, id');
    expect(events.length).toBeGreaterThan(1);
    const other = join(folder, 'drained.backup');
    const { manifest } = await writeBackup(world.ownerUrl, folderStore(join(folder, 'none')), other);
    expect(manifest.unfinished).toBeNull();
    const unread = async (unfinished: string | null) => {
      const database = await empty();
      await restoreBackup(
        other,
        { ...manifest, unfinished },
        { ownerUrl: database.ownerUrl, appRole: APP, files: folderStore(await dataDir()) },
      );
      return inDatabase(database.ownerUrl, async (client) => {
        const text = `select e.id::text from event e, event_cursor c where c.consumer = 'fan-out' and e.xid > c.xid order by e.xid, e.id`;
        return (await client.query<{ id: string }>(text)).rows;
      });
    };
    expect(await unread(null)).toEqual([]);
    expect(await unread(events[0]!.id)).toEqual(events);
  });

  it('tells the instance when it was made, and leaves nothing of one that failed', async () => {
    const runs = await world.sqlAsOwner<{ bytes: string; files: number }>(
      'select bytes, files from backup_run order by id',
    );
    expect(runs).toHaveLength(1);
    expect(runs[0]).toEqual({ bytes: String((await stat(path)).size), files: 1 });
    const lost = folderStore(join(folder, 'data'));
    const broken = {
      ...lost,
      list: async function* () {
        yield { name: 'ab/cd01', bytes: 299_999 };
      },
    };
    const half = join(folder, 'half.backup');
    await expect(backUp(world.ownerUrl, broken, half)).rejects.toThrow();
    expect([existsSync(half), existsSync(`${half}.part`)]).toEqual([false, false]);
    expect(await world.sqlAsOwner('select id from backup_run')).toHaveLength(1);
  });

  describe('that can not be trusted', () => {
    const changed = async (change: (copy: string) => Promise<unknown>) => {
      const copy = join(folder, `${randomBytes(6).toString('hex')}.backup`);
      await writeFile(copy, await readFile(path));
      await change(copy);
      return copy;
    };
    const inside = (change: (tar: Buffer) => Buffer) => (copy: string) =>
      readFile(copy).then((bytes) => writeFile(copy, gzipSync(change(gunzipSync(bytes)))));
    const swapped = (from: string, to: string) =>
      inside((tar) => {
        const at = tar.lastIndexOf(from);
        if (at < 0 || Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error(`${from} is not there`);
        return Buffer.concat([tar.subarray(0, at), Buffer.from(to), tar.subarray(at + Buffer.byteLength(from))]);
      });
    const kinds: [string, (copy: string) => Promise<unknown>, RegExp][] = [
      ['cut in the middle', async (copy) => truncate(copy, Math.floor((await stat(copy)).size / 2)), /hỏng/],
      ['cut by one byte', async (copy) => truncate(copy, (await stat(copy)).size - 1), /hỏng/],
      [
        'with a bit of its bytes turned',
        async (copy) => {
          const bytes = await readFile(copy);
          bytes[Math.floor(bytes.length / 2)]! ^= 1;
          await writeFile(copy, bytes);
        },
        /hỏng/,
      ],
      [
        'with a word of a row changed, and packed well',
        swapped('Ai cũng đọc được', 'Ai cũng đọc ĐƯợc'),
        /hỏng.*tables\/space/,
      ],
      [
        'without its manifest',
        inside((tar) => Buffer.concat([tar.subarray(0, tar.lastIndexOf('manifest.json')), Buffer.alloc(1024)])),
        /hỏng/,
      ],
      ['that is something else', (copy) => writeFile(copy, 'không phải'), /hỏng/],
      ['with something behind it', (copy) => appendFile(copy, 'thêm'), /hỏng/],
      ['of a newer form', swapped('"format": 1', '"format": 7'), /mới hơn/],
      ['with a migration of a newer release', swapped('Foundation1790000000001', 'Foundation1790000000991'), /mới hơn/],
    ];

    it.each(kinds)('%s is refused in one line', async (_kind, change, words) => {
      const copy = await changed(change);
      const refusal = await verifyBackup(copy).then(
        () => undefined,
        (error: Error) => error,
      );
      expect(refusal).toMatchObject({ name: 'StartupError', message: expect.stringMatching(words) });
      expect(refusal!.message).toContain('chưa thay đổi gì');
      expect(refusal!.message).not.toContain('\n');
    });
  });

  it('goes into an empty database only, and leaves another as it was', async () => {
    const manifest = await verifyBackup(path);
    const before = await contents(world.ownerUrl);
    const into = (ownerUrl: string, data: string) =>
      restoreBackup(path, manifest, { ownerUrl, appRole: APP, files: folderStore(data) });
    await expect(into(world.ownerUrl, await dataDir())).rejects.toThrow(/không trống/);
    expect(await contents(world.ownerUrl)).toEqual(before);
    const free = await empty();
    await expect(into(free.ownerUrl, join(folder, 'data'))).rejects.toThrow(/không trống/);
  });

  it('that fails half-way leaves the database and the folder empty', async () => {
    const manifest = await verifyBackup(path);
    const [database, data] = [await empty(), await dataDir()];
    const tables = manifest.tables.map((table) =>
      table.name === 'thread' ? { ...table, rows: table.rows + 1 } : table,
    );
    const target = { ownerUrl: database.ownerUrl, appRole: APP, files: folderStore(data) };
    await expect(restoreBackup(path, { ...manifest, tables }, target)).rejects.toThrow(/thread/);
    await restoreBackup(path, manifest, target);
    expect(existsSync(join(data, 'files', 'ab', 'cd01'))).toBe(true);
  });
});
