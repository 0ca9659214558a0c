import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contents } from '../../test/contents.js';
import { migrate } from '../migrations/migrate.js';
import { startEmbedded, stopEmbedded } from '../platform/embedded-postgres.js';
import { loadRegistries } from '../registries/load.js';
import { changePlaces, renewData, upgradeEmbedded } from './upgrade.js';

const own = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
// The way is the same for every version. OLD_POSTGRES names the folder of a really older one, as .ci/run does.
const OLDER = process.env['OLD_POSTGRES'] ?? join(dirname(own), '..', 'native');
const root = mkdtempSync(join(tmpdir(), 'hat-nhan-upgrade-'));
chmodSync(root, 0o711); // PostgreSQL 15 needs to know the way to where it works, whoever runs it
const say = () => {};

/** A data folder that the older PostgreSQL wrote, with what an instance has from its first start. */
async function oldData(name: string): Promise<{ folder: string; rows: unknown }> {
  const folder = join(root, name);
  const { ownerUrl, stop } = await startEmbedded({ dataDir: folder, postgres: OLDER, say });
  try {
    await migrate(ownerUrl, 'hat_nhan_app');
    await loadRegistries(ownerUrl);
    return { folder, rows: await contents(ownerUrl) };
  } finally {
    await stop();
  }
}

async function rowsOf(folder: string, postgres?: string): Promise<unknown> {
  const { ownerUrl, stop } = await startEmbedded({ dataDir: folder, say, ...(postgres && { postgres }) });
  return contents(ownerUrl).finally(stop);
}

const major = (folder: string) => readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8').trim();

describe('data of an older PostgreSQL', () => {
  let old: Awaited<ReturnType<typeof oldData>>;
  let before: string;

  beforeAll(async () => {
    old = await oldData('data');
    before = major(old.folder);
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('stays as it was, and is read by the older one, when the start is killed while the new grows', async () => {
    const built = new URL('../../dist/backup/upgrade.js', import.meta.url).href;
    const script = `const { renewData } = await import('${built}');
      await renewData(process.argv[1], process.argv[2], () => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, old.folder, OLDER]);
    const grown = join(old.folder, 'upgrade', 'postgres', 'postmaster.pid');
    while (!existsSync(grown) && child.exitCode === null) await sleep(5);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(existsSync(grown)).toBe(true);
    expect(existsSync(join(old.folder, 'upgrade', 'whole'))).toBe(false);
    expect(major(old.folder)).toBe(before);
    expect(await rowsOf(old.folder, OLDER)).toEqual(old.rows);
  }, 60_000);

  it('is carried over row by row by the next start, which kills nothing that it needs', async () => {
    await renewData(old.folder, OLDER, say);
    expect(major(old.folder)).toBe(before);
    await upgradeEmbedded(old.folder, say);
    expect(await rowsOf(old.folder)).toEqual(old.rows);
    expect(readdirSync(old.folder)).toContain(`postgres.${before}`);
    expect(existsSync(join(old.folder, 'upgrade'))).toBe(false);
  }, 60_000);

  it('is still there afterwards for whoever goes back to the older release', async () => {
    const back = join(root, 'back');
    mkdirSync(back);
    renameSync(join(old.folder, `postgres.${before}`), join(back, 'postgres'));
    writeFileSync(join(back, 'secrets.json'), readFileSync(join(old.folder, 'secrets.json')));
    expect(await rowsOf(back, OLDER)).toEqual(old.rows);
  }, 60_000);

  it('changes places with the new one even when the start is killed between the two moves', async () => {
    const { folder, rows } = await oldData('between');
    await renewData(folder, OLDER, say);
    renameSync(join(folder, 'postgres'), join(folder, `postgres.${before}`));
    await upgradeEmbedded(folder, say);
    expect(await rowsOf(folder)).toEqual(rows);
    await stopEmbedded(folder);
  }, 60_000);

  it('whose older PostgreSQL is not on the machine is refused in one line, and stays as it was', async () => {
    const folder = join(root, 'ancient');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '9\n');
    const refusal = await upgradeEmbedded(folder, say).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(refusal).toMatchObject({
      name: 'StartupError',
      message: expect.stringMatching(/PostgreSQL 9.*postgresql-9/),
    });
    expect(refusal!.message).not.toContain('\n');
    expect([readdirSync(folder), major(folder)]).toEqual([['postgres'], '9']);
  });

  it('of this version, or none at all, is left alone', async () => {
    const folder = join(root, 'new');
    mkdirSync(folder);
    await upgradeEmbedded(folder, say);
    expect(readdirSync(folder)).toEqual([]);
    expect(() => changePlaces(folder, say)).toThrow(/ENOENT/);
  });
});
