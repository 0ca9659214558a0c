import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { openWorld, type Caller, type World } from './api.js';
import { pdf } from './files.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const ROOM = 1024 * 1024;

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

// What LimitFSIZE of systemd sets; and, where the system lets us, a real disk of a megabyte, in a world of its own.
const SMALL_DISK = ['--map-root-user', '--mount', 'sh', '-c'];
const mounts = spawnSync('unshare', [...SMALL_DISK, 'mount -t tmpfs -o size=1m none /mnt']).status === 0;
const disks = [
  {
    named: 'a process whose files may not grow further',
    onDisk: (_folder: string) => ['sh', '-c', `ulimit -f ${ROOM / 512} && exec "$0" "$@"`],
  },
  {
    named: 'a disk that is full',
    onDisk: (folder: string) => [
      'unshare',
      ...SMALL_DISK,
      `mount -t tmpfs -o size=1m none '${folder}' && exec "$0" "$@"`,
    ],
  },
].slice(0, mounts ? 2 : 1);

describe.each(disks)('a file too large for $named', ({ onDisk }) => {
  let world: World;
  let sender: Caller;
  let child: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    world = await openWorld();
    sender = await world.person();
    const folder = join(world.config.dataDir, 'files');
    mkdirSync(folder, { recursive: true });
    const [port, healthPort] = [await freePort(), await freePort()];
    origin = `http://127.0.0.1:${port}`;
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: world.config.databaseUrl,
      PUBLIC_ORIGIN: origin,
      DATA_DIR: world.config.dataDir,
      LOG_LEVEL: 'error',
      POOL_SIZE: '4',
      WORKER: 'off',
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
    };
    const [program, ...args] = onDisk(folder) as [string, ...string[]];
    child = spawn(program, [...args, process.execPath, MAIN], { env, stdio: 'ignore' });
    const ready = () => fetch(`http://127.0.0.1:${healthPort}/livez`).catch(() => undefined);
    while (!(await ready())?.ok) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      await sleep(50);
    }
  }, 60_000);
  afterAll(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await world.close();
  });

  const call = async (method: string, path: string, type: string, body: Uint8Array<ArrayBuffer> | string) => {
    const headers = { cookie: `session=${sender.token}`, origin, 'content-type': type };
    const answer = await fetch(origin + path, { method, headers, body });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const send = async (bytes: Buffer, name = 'ho-so.pdf') => {
    const announced = { name, bytes: bytes.length };
    const { body } = await call('POST', '/api/files', 'application/json', JSON.stringify(announced));
    const key = String(body['key']);
    const put = (sent: Buffer) =>
      call('PUT', `/api/files/${key}/content`, 'application/octet-stream', new Uint8Array(sent));
    return { key, put, answer: await put(bytes) };
  };
  /** The files there, as the server itself sees them: the disk may be its own. */
  const left = async () => {
    const folder = `/proc/${child.pid}/root${join(world.config.dataDir, 'files')}`;
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  it('is refused in plain words, leaves nothing behind, and may be sent again', async () => {
    const { key, put, answer } = await send(pdf(3 * ROOM));
    expect([answer.status, answer.body['code']]).toEqual([507, 'disk-full']);
    expect(answer.body['title']).toEqual(expect.any(String));
    expect(await left()).toEqual([]);
    const [row] = await world.sqlAsOwner('select state, hash from attachment where key = $1', [key]);
    expect(row).toEqual({ state: 'awaited', hash: '' });
    expect((await put(pdf(3 * ROOM))).status).toBe(507);
    expect(await left()).toEqual([]);
  });

  it('is told as such too when it is a picture that grows by being written anew', async () => {
    const side = 3000;
    const noise = sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } });
    const picture = await noise.jpeg({ quality: 10 }).toBuffer();
    expect(picture.length).toBeLessThan(0.9 * ROOM);
    const { answer } = await send(picture, 'anh.jpg');
    expect([answer.status, answer.body['code']]).toEqual([507, 'disk-full']);
    expect(await left()).toEqual([]);
  });

  it('does not stand in the way of those that fit', async () => {
    const { key, answer } = await send(pdf(ROOM / 4));
    expect([answer.status, await left()]).toEqual([200, [key]]);
  });
});
