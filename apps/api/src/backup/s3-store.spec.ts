import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../test/api.js';
import { contents } from '../../test/contents.js';
import { emptyDatabase, type TestDatabase } from '../../test/database.js';
import { download, pdf, upload } from '../../test/files.js';
import { build } from '../server.js';
import { openToRead } from './instance.js';
import { folderStore, type FileStore } from './file-store.js';
import { restoreBackup, verifyBackup } from './restore.js';
import { s3Store } from './s3-store.js';
import { backUp } from './write.js';

const APP = 'hat_nhan_app';

describe('a backup of an instance whose files lie in a bucket', () => {
  let folder: string;
  let server: S3rver;
  let world: World;
  let sender: Awaited<ReturnType<World['person']>>;
  let path: string;
  let bucket: (name: string) => string;
  const sent = pdf(300_000);
  const keys: string[] = [];
  const databases: TestDatabase[] = [];
  const stores: FileStore[] = [];
  const open = (name: string) => {
    const store = s3Store(bucket(name));
    stores.push(store);
    return store;
  };
  const names = async (store: FileStore) => {
    const found: string[] = [];
    for await (const { name } of store.list()) found.push(name);
    return found.toSorted();
  };
  const empty = async () => {
    const database = await emptyDatabase();
    databases.push(database);
    return database;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hat-nhan-s3-'));
    const buckets = ['tep', 'phuc-hoi', 'dang-dung', 'hong'].map((name) => ({ name, configs: [] }));
    const options = { port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') };
    server = new S3rver({ ...options, configureBuckets: buckets });
    const { port } = await server.run();
    bucket = (name) => `http://S3RVER:S3RVER@127.0.0.1:${port}/${name}`;
    world = await openWorld({ S3_URL: bucket('tep') });
    sender = await world.person();
    for (const name of ['a.pdf', 'b.pdf']) keys.push((await upload(sender, name, sent)).key);
    path = join(folder, 'instance.backup');
    await backUp(world.ownerUrl, open('tep'), path);
  });
  afterAll(async () => {
    for (const store of stores) store.close();
    await world.close();
    for (const database of databases) await database.drop();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The server's role, in the database of this owner. */
  const restoredUrl = (ownerUrl: string) => databases.find((database) => database.ownerUrl === ownerUrl)!.appUrl;
  const into = async (files: FileStore) => {
    const { ownerUrl } = await empty();
    await restoreBackup(path, await verifyBackup(path), { ownerUrl, appRole: APP, files });
    return ownerUrl;
  };

  it('has every file, and brings them into another bucket byte by byte', async () => {
    const files = open('phuc-hoi');
    const ownerUrl = await into(files);
    expect(await contents(ownerUrl)).toEqual(await contents(world.ownerUrl));
    expect(await names(files)).toEqual(keys.map((key) => `${key.slice(0, 2)}/${key}`).toSorted());
    const app = await build({ ...world.config, databaseUrl: restoredUrl(ownerUrl), s3Url: bucket('phuc-hoi') });
    try {
      const headers = { host: '127.0.0.1:3000', cookie: `session=${sender.token}` };
      const answer = await app.inject({ url: `/api/files/${keys[0]}`, headers });
      expect([answer.statusCode, answer.rawPayload.equals(sent)]).toEqual([200, true]);
    } finally {
      await app.close();
    }
  });

  it('is restored into a folder too, under the names that it has there', async () => {
    const data = await mkdtemp(join(folder, 'data-'));
    await into(folderStore(data));
    const [key] = keys as [string];
    expect(existsSync(join(data, 'files', key.slice(0, 2), key))).toBe(true);
  });

  it('goes into an empty bucket only, and leaves another as it was', async () => {
    const taken = open('tep');
    const before = await names(taken);
    await expect(into(taken)).rejects.toThrow(/không trống/);
    expect(await names(taken)).toEqual(before);
    expect((await download(sender, keys[0]!)).bytes.equals(sent)).toBe(true);
  });

  it('that fails half-way leaves the bucket empty', async () => {
    const files = open('hong');
    const { ownerUrl } = await empty();
    const manifest = await verifyBackup(path);
    const broken = { ...manifest, sequences: [{ name: 'no_such', last: '1', called: true }] };
    await expect(restoreBackup(path, broken, { ownerUrl, appRole: APP, files })).rejects.toThrow();
    expect(await names(files)).toEqual([]);
  });

  it('is not written where the settings name a place without its files', async () => {
    const wrong = join(folder, 'wrong.backup');
    await expect(backUp(world.ownerUrl, folderStore(join(folder, 'none')), wrong)).rejects.toThrow(/S3_URL/);
    expect([existsSync(wrong), existsSync(`${wrong}.part`)]).toEqual([false, false]);
  });

  it('is what the command takes, by S3_URL', async () => {
    const env = { MIGRATE_URL: world.ownerUrl, DATABASE_URL: world.config.databaseUrl, S3_URL: bucket('tep') };
    const instance = await openToRead(env, () => {});
    expect(await names(instance.files)).toHaveLength(2);
    await instance.close();
  });
});
