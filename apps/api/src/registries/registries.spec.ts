import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisations, topics } from '@hat-nhan/contracts';
import { pack } from 'tar-stream';
import { openWorld, type World } from '../../test/api.js';
import { readArchive } from './archive.js';
import { FILES } from './files.js';
import { importRegistry, loadRegistries } from './load.js';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  await loadRegistries(world.ownerUrl);
  folder = await mkdtemp(join(tmpdir(), 'hat-nhan-registry-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const LATER = '{ "edition": "2999-01-01" }';
const shipped = (name: string) => readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');

/** A file to import: what is shipped, but for what `changed` says; null leaves a file out. */
async function archive(changed: Record<string, string | null>): Promise<string> {
  const tar = pack();
  for (const name of FILES) {
    const text = name in changed ? changed[name]! : shipped(name);
    if (text !== null) tar.entry({ name: `data/${name}` }, text);
  }
  tar.finalize();
  const path = join(folder, `${Math.random()}.tar.gz`);
  await writeFile(path, gzipSync(await buffer(tar)));
  return path;
}
const bring = async (path: string) => importRegistry(world.ownerUrl, await readArchive(path), () => {});
const withRow = (name: string, row: string) => `${shipped(name).trimEnd()}\n${row}\n`;
const NEW = 'BMOI,Bộ Mới,New Ministry,BM,ministry,,,2999-01-01,,,Nguồn,Source';
const found = async (name: string) =>
  (await world.visitor.call(organisations.list, { q: name })).items.filter((card) => card.name === name);

describe('a registry from a file', () => {
  it('adds and changes what it says, is recorded, and is not undone by the files of this release', async () => {
    await bring(
      await archive({
        'edition.json': LATER,
        'organisations.csv': withRow('organisations.csv', NEW),
        'topics.json': shipped('topics.json').replace('Chương trình chuyển đổi số quốc gia', 'Chuyển đổi số quốc gia'),
      }),
    );
    expect(await found('Bộ Mới')).toHaveLength(1);
    expect(await world.sqlAsOwner(`select detail from audit where action = 'registry.import'`)).toEqual([
      { detail: { edition: '2999-01-01', by: 'command line' } },
    ]);
    await loadRegistries(world.ownerUrl);
    const names = (await world.visitor.call(topics.list, {})).items.map(({ name }) => name);
    expect(names).toContain('Chuyển đổi số quốc gia');
  });

  it('may be imported again, and is refused where a later one is in use', async () => {
    const path = await archive({ 'edition.json': LATER, 'organisations.csv': withRow('organisations.csv', NEW) });
    await bring(path);
    expect(await found('Bộ Mới')).toHaveLength(1);
    await expect(bring(await archive({}))).rejects.toThrow(/mới hơn bản .* chưa thay đổi gì/);
  });

  it.each([
    ['a file that is missing', { 'glossary.csv': null }, /thiếu glossary\.csv/],
    [
      'a kind that nobody knows',
      { 'organisations.csv': withRow('organisations.csv', NEW.replace('ministry', 'x')) },
      /organisations\.csv, dòng \d+: “kind”/,
    ],
    [
      'a date that is none',
      { 'organisations.csv': withRow('organisations.csv', NEW.replace('2999-01-01', '31/12/2999')) },
      /dòng \d+: “valid_from”/,
    ],
    [
      'a region without English',
      { 'organisations.csv': withRow('organisations.csv', NEW.replace('ministry,,,', 'ministry,,Miền Lạ,')) },
      /“region”/,
    ],
    ['a code twice', { 'organisations.csv': withRow('organisations.csv', `${NEW}\n${NEW}`) }, /BMOI có hai lần/],
    [
      'a unit above itself',
      { 'organisations.csv': withRow('organisations.csv', NEW.replace('ministry,,', 'ministry,BMOI,')) },
      /ở trên chính mình/,
    ],
    [
      'a successor that nobody knows',
      { 'successions.csv': withRow('successions.csv', 'BTC,BLA,main,2999-01-01,yes') },
      /mã lạ BLA/,
    ],
    ['a table that is none', { 'glossary.csv': 'abbrev,"x' }, /glossary\.csv không đọc được/],
    ['no JSON', { 'topics.json': '{' }, /topics\.json không đọc được/],
    ['a day of edition that is none', { 'edition.json': '{ "edition": "hôm nay" }' }, /edition\.json: “edition”/],
  ])('is refused in one line for %s', async (_, changed, line) => {
    const path = await archive(changed as Record<string, string | null>);
    await expect(bring(path)).rejects.toThrow(line);
  });

  it('is refused in one line where the file is none, is cut, or is not there', async () => {
    const path = join(folder, 'none');
    await expect(readArchive(path)).rejects.toThrow(/ENOENT/);
    await writeFile(path, 'x'.repeat(2000));
    await expect(readArchive(path)).rejects.toThrow(/không phải là danh mục/);
    const whole = readFileSync(await archive({}));
    await writeFile(path, whole.subarray(0, whole.length / 2));
    await expect(readArchive(path)).rejects.toThrow(/không phải là danh mục/);
    await writeFile(path, gzipSync(Buffer.concat([Buffer.alloc(30_000_000)])));
    await expect(readArchive(path)).rejects.toThrow(/không phải là danh mục/);
  });
});
