import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld } from '../../test/api.js';
import { download, pdf, upload } from '../../test/files.js';
import { FolderStorage } from './folder-storage.js';
import { S3Storage } from './s3-storage.js';
import type { Storage } from './storage.js';

let folder: string;
let store: S3rver;
let s3Url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hat-nhan-storage-'));
  const options = { port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') };
  store = new S3rver({ ...options, configureBuckets: [{ name: 'tep', configs: [] }] });
  const { port } = await store.run();
  s3Url = `http://S3RVER:S3RVER@127.0.0.1:${port}/tep`;
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe.each(['folder', 's3'])('files kept in a store of kind %s', (kind) => {
  let storage: Storage;
  const bytes = randomBytes(3_000_000);
  const put = async (key: string, content: Buffer) => {
    const path = join(folder, 'given');
    await writeFile(path, content);
    await storage.put(key, path);
  };
  beforeAll(() => {
    storage = kind === 'folder' ? new FolderStorage(join(folder, 'kept')) : new S3Storage(s3Url);
  });
  afterAll(() => (storage as Partial<S3Storage>).onApplicationShutdown?.());

  it('come back whole, and in parts', async () => {
    const key = randomUUID();
    await put(key, bytes);
    expect((await buffer(await storage.read(key))).equals(bytes)).toBe(true);
    const part = await buffer(await storage.read(key, { start: 1000, end: 2_000_000 }));
    expect(part.equals(bytes.subarray(1000, 2_000_001))).toBe(true);
    expect(await buffer(await storage.read(key, { start: 2_999_999, end: 2_999_999 }))).toHaveLength(1);
  });

  it('are replaced when they are put again', async () => {
    const key = randomUUID();
    await put(key, bytes);
    await put(key, Buffer.from('mới'));
    expect((await buffer(await storage.read(key))).toString()).toBe('mới');
  });

  it('are gone when they are removed, which may happen twice', async () => {
    const key = randomUUID();
    await put(key, bytes);
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.read(key)).rejects.toThrow();
  });

  it('serve the product: sent, read, read in part', async () => {
    const world = await openWorld(kind === 's3' ? { S3_URL: s3Url } : {});
    const sender = await world.person();
    const sent = pdf(400_000);
    const { key } = await upload(sender, 'a.pdf', sent);
    expect((await download(sender, key)).bytes.equals(sent)).toBe(true);
    const part = await download(sender, key, { range: 'bytes=-10' });
    expect([part.status, part.bytes.toString('hex')]).toEqual([206, sent.subarray(-10).toString('hex')]);
    await world.close();
  });
});

it('a store that does not know us keeps nothing', async () => {
  const stranger = new S3Storage(s3Url.replace('S3RVER@', 'wrong@'));
  await writeFile(join(folder, 'given'), 'x');
  await expect(stranger.put(randomUUID(), join(folder, 'given'))).rejects.toThrow();
  stranger.onApplicationShutdown();
});
