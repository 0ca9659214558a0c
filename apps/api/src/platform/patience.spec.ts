import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../test/api.js';
import { Database } from './database.js';
import { sql } from './db.js';
import { Every, listenersOf, On, timersOf } from './listen.js';

const TIMEOUT = sql(`select current_setting('statement_timeout') as timeout`);

let world: World;
beforeAll(async () => {
  world = await openWorld({ POOL_SIZE: '1' });
});
afterAll(() => world.close());

const timeout = (writes: boolean) =>
  world.app.get(Database).use({ writes, run: async (db) => (await db.row<{ timeout: string }>(TIMEOUT))!.timeout });
const told: string[] = [];

/** A listener and a timer as a domain writes them. */
class Slow {
  @On('thread.created')
  async hear(): Promise<void> {
    told.push(await timeout(true), await timeout(false));
  }

  @Every('0 0 * * *')
  async work(): Promise<void> {
    told.push(await timeout(true), await timeout(false));
  }

  @Every('0 1 * * *')
  async fail(): Promise<void> {
    await world.app.get(Database).use({ writes: false, run: (db) => db.run(sql('select 1 / 0')) });
  }

  @Every('0 2 * * *')
  async take(): Promise<void> {
    await world.app.get(Database).use({ writes: true, run: (db) => db.run(sql('select pg_sleep(5.5)')) });
  }
}

describe('a connection of the web', () => {
  it('waits two seconds for a lock, and is cut where a transaction stands still for ten', async () => {
    const settings = sql(`select current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`);
    for (const writes of [true, false])
      expect(await world.app.get(Database).use({ writes, run: (db) => db.row(settings) })).toEqual({
        lock: '2s',
        idle: '10s',
      });
  });
});

describe('a job', () => {
  it('has a minute for a statement, and leaves the web its five seconds on the same connection', async () => {
    const slow = new Slow();
    expect([await timeout(true), await timeout(false)]).toEqual(['5s', '5s']);
    const heard = { id: '1', name: 'thread.created' as const, payload: { threadId: 1 }, actorId: null, at: '' };
    await listenersOf(slow)[0]!.call(heard);
    const [work, fail, take] = timersOf(slow);
    await work!.call();
    expect(told).toEqual(['1min', '1min', '1min', '1min']);
    await expect(fail!.call()).rejects.toMatchObject({ code: '22012' });
    expect([await timeout(true), await timeout(false)]).toEqual(['5s', '5s']);
    await expect(take!.call()).resolves.toBeUndefined();
  });
});
