import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeLock } from './launch-lock.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hat-nhan-lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
// A process that is still ending keeps the one that runs the tests from ending in order.
const started: ChildProcess[] = [];
afterEach(() => expect(started.filter(({ exitCode, signalCode }) => exitCode === null && !signalCode)).toEqual([]));

/** A process of its own that holds the lock until it is killed. */
async function holder() {
  const built = new URL('../../dist/platform/launch-lock.js', import.meta.url).href;
  const script = `import { takeLock } from '${built}';
    takeLock(process.argv[1]).announce('http://127.0.0.1:3000');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir]);
  started.push(child);
  await once(child.stdout, 'data');
  return child;
}

describe('takeLock', () => {
  it('names address and pid of the one that runs', async () => {
    const child = await holder();
    try {
      expect(() => takeLock(dataDir)).toThrow(`Hạt Nhân đang chạy ở http://127.0.0.1:3000 (pid ${child.pid})`);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  it('takes over from one that was killed', async () => {
    const child = await holder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = takeLock(dataDir);
    expect(JSON.parse(readFileSync(join(dataDir, 'launcher.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is not deceived when the pid of a killed one was given to another program', () => {
    writeFileSync(
      join(dataDir, 'launcher.json'),
      JSON.stringify({ pid: process.ppid, since: '1', origin: 'http://x' }),
    );
    expect(() => takeLock(dataDir).release()).not.toThrow();
  });

  it('steps over a lock that was cut short', () => {
    writeFileSync(join(dataDir, 'launcher.json'), '{"pid":');
    expect(() => takeLock(dataDir).release()).not.toThrow();
  });

  it('says that a start is under way before there is an address', () => {
    const lock = takeLock(dataDir);
    expect(() => takeLock(dataDir)).toThrow(`đang được khởi động ở cửa sổ khác (pid ${process.pid})`);
    lock.release();
  });

  it('lets one of many starts through', async () => {
    const built = new URL('../../dist/platform/launch-lock.js', import.meta.url).href;
    writeFileSync(join(dataDir, 'launcher.json'), JSON.stringify({ pid: 2 ** 30, since: '1', origin: null }));
    const script = `import { takeLock } from '${built}';
      try { takeLock(process.argv[1]); console.log('took'); } catch { console.log('refused'); }
      process.stdin.resume();`;
    const all = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const words = await Promise.all(all.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()));
    started.push(...all);
    const ended = Promise.all(all.map((child) => once(child, 'exit')));
    for (const child of all) child.stdin.end();
    await ended;
    expect(words.filter((word) => word === 'took')).toHaveLength(1);
  });
});
