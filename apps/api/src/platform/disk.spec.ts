import { statfs } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../test/api.js';
import { Database } from './database.js';
import { Disk, isFull } from './disk.js';
import { Health } from './health.js';
import { Settings } from './settings.js';
import { Stream } from './stream.js';

describe('a disk', () => {
  it.each([
    ['empty', { blocks: 1000, bfree: 1000, bavail: 1000 }, false],
    ['at 95 %', { blocks: 1000, bfree: 50, bavail: 50 }, false],
    ['beyond 95 %', { blocks: 1000, bfree: 49, bavail: 49 }, true],
    ['with room that others may not use', { blocks: 1000, bfree: 90, bavail: 60 }, false],
    ['with hardly any room that it may use', { blocks: 1000, bfree: 90, bavail: 10 }, true],
    ['without a size, as /proc', { blocks: 0, bfree: 0, bavail: 0 }, false],
  ])('%s', (_, space, full) => expect(isFull(space)).toBe(full));

  it('is read as the system tells it, and one that is not there is not full', async () => {
    expect(await new Disk('/tmp').full()).toBe(isFull(await statfs('/tmp')));
    expect(await new Disk('/tmp/khong-co-thu-muc-nay').full()).toBe(false);
  });

  it('is asked once for all questions of the same seconds', async () => {
    const asked: string[] = [];
    const disk = new Disk('/srv/data', (folder) => {
      asked.push(folder);
      return Promise.resolve({ blocks: 100, bfree: 1, bavail: 1 });
    });
    expect(await Promise.all([disk.full(), disk.full(), disk.full()])).toEqual([true, true, true]);
    expect(asked).toEqual(['/srv/data']);
  });
});

describe('readiness', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('ends with the room on the disk', async () => {
    const health = (bavail: number) => {
      const disk = new Disk('/srv/data', () => Promise.resolve({ blocks: 100, bfree: bavail, bavail }));
      return new Health(world.app.get(Database), world.app.get(Settings), world.app.get(Stream), disk);
    };
    expect(await health(4).notReady()).toBe('disk full');
    expect(await health(20).notReady()).toBeUndefined();
  });
});
