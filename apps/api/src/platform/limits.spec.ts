import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { topics } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Database } from './database.js';
import { Limits } from './limits.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('counts the reads of an address over all processes, and records once who had too many', async () => {
  const [one, other] = [new Limits(world.app.get(Database)), new Limits(world.app.get(Database))];
  const request = { id: 'doc-nhieu', ip: '203.0.113.7' };
  const read = (limits: Limits) => limits.count(topics.list, undefined, request);
  for (let times = 0; times < 1200; times++) await read(one);
  // Twenty at a time are told, so the other process learns of it with its twentieth.
  const met: number[] = [];
  for (let times = 1; times <= 60; times++) await read(other).catch(() => met.push(times));
  expect(met).toEqual(Array.from({ length: 41 }, (_, at) => 20 + at));
  await expect(read(other)).rejects.toMatchObject({ code: 'too-many-requests' });
  const recorded = await world.sqlAsOwner(`select reason from audit where action = 'limited' and request_id = $1`, [
    request.id,
  ]);
  expect(recorded).toEqual([{ reason: topics.list.name }]);
  await expect(one.count(topics.list, undefined, { ...request, ip: '203.0.113.8' })).resolves.toBeUndefined();
});
