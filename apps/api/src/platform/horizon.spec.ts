import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { openWorld, type World } from '../../test/api.js';
import { testDatabase } from '../../test/database.js';
import { eventsAfter, newest } from './changes.js';
import { Database } from './database.js';
import { sql, type Db } from './db.js';
import { jobContext } from './job-context.js';
import { publish } from './publish.js';
import { Settings } from './settings.js';

const BEGUN = sql('select pg_current_xact_id()::text as xid');
const WITHIN_MS = 2000;

describe('the event log', () => {
  let world: World;
  let spaceId: number;
  let item = 8_000_000;
  beforeAll(async () => {
    world = await openWorld();
    spaceId = (await world.baseSpaces()).members;
  });
  afterAll(() => world.close());

  const use = <T>(writes: boolean, run: (db: Db) => Promise<T>) =>
    world.app.get(Database).use({ viewer: 0, writes, run });
  /** Publishes one event in a transaction whose number is taken first, and which stays open until `held`. */
  const happen = (held: Promise<void> = Promise.resolve(), begun: () => void = () => {}) => {
    const itemId = item++;
    const done = use(true, async (db) => {
      await db.row(BEGUN);
      begun();
      await held;
      const seen = { spaceId, itemId, version: 1 };
      publish(jobContext(db, world.app.get(Settings), 0), 'answer.created', { threadId: itemId, postId: itemId }, seen);
    });
    return { itemId, done };
  };
  const start = () => use(false, async (db) => (await newest(db)).settled);
  const itemsAfter = async (after: string) =>
    (await use(false, (db) => eventsAfter(db, after))).events.map(({ itemId }) => itemId);
  const until = async (what: () => Promise<boolean>) => {
    const end = Date.now() + WITHIN_MS;
    while (!(await what())) {
      if (Date.now() > end) throw new Error(`not within ${WITHIN_MS} ms`);
      await sleep(10);
    }
  };

  it('is read on while a transaction of another database of the server stays open', async () => {
    const other = await testDatabase();
    const client = new Client({ connectionString: other.ownerUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query('create table held_open ()');
      const after = await start();
      const { itemId, done } = happen();
      await done;
      await until(async () => (await itemsAfter(after)).includes(itemId));
      const drained = await Promise.race([world.jobs.drain().then(() => true), sleep(WITHIN_MS, false)]);
      expect(drained).toBe(true);
    } finally {
      await client.end();
      await other.drop();
    }
  });

  it('waits for an open transaction of its own, and passes none over', async () => {
    const after = await start();
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    let begun = () => {};
    const began = new Promise<void>((resolve) => (begun = resolve));
    const first = happen(held, () => begun());
    await Promise.race([began, first.done]);
    const later = [happen(), happen()];
    await Promise.all(later.map(({ done }) => done));
    const laterIds = later.map(({ itemId }) => itemId);
    for (let round = 0; round < 20; round++) {
      const seen = await itemsAfter(after);
      expect(seen.filter((id) => id === first.itemId || laterIds.includes(id!))).toEqual([]);
      await sleep(10);
    }
    free();
    await first.done;
    await until(async () => (await itemsAfter(after)).includes(laterIds[1]!));
    const seen = await itemsAfter(after);
    expect(seen.slice(seen.indexOf(first.itemId))[0]).toBe(first.itemId);
    expect(seen).toEqual(expect.arrayContaining(laterIds));
  });

  it('gives every event once and in order to a reader who follows while many write here and elsewhere', async () => {
    const other = await testDatabase();
    const clients = await Promise.all(
      [1, 2].map(async () => {
        const client = new Client({ connectionString: other.ownerUrl });
        await client.connect();
        return client;
      }),
    );
    let at = await start();
    const writing = new AbortController();
    const elsewhere = clients.map(async (client) => {
      while (!writing.signal.aborted)
        await client.query('begin; select pg_current_xact_id(); select pg_sleep(0.003); commit');
    });
    const heard: number[] = [];
    const read = async () => {
      const { events } = await use(false, (db) => eventsAfter(db, at));
      heard.push(...events.map(({ itemId }) => itemId!));
      at = events.at(-1)?.xid ?? at;
    };
    const written: number[] = [];
    const writers = [1, 2, 3].map(async (writer) => {
      for (let turn = 0; turn < 40; turn++) {
        const { itemId, done } = happen(sleep((turn * writer) % 5));
        written.push(itemId);
        await done;
      }
    });
    const reading = (async () => {
      while (!writing.signal.aborted) await read();
    })();
    await Promise.all(writers).finally(() => writing.abort());
    await Promise.all([...elsewhere, reading]);
    await until(async () => {
      await read();
      return heard.length >= written.length;
    });
    expect(heard.toSorted()).toEqual(written.toSorted());
    await Promise.all(clients.map((client) => client.end()));
    await other.drop();
  }, 20_000);
});
