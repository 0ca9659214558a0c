import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PARTS } from '../src/page/sitemap.service.js';
import { Database } from '../src/platform/database.js';
import { sql } from '../src/platform/db.js';
import { openWorld, type World } from './api.js';

const THREADS = 3_000;

/** How PostgreSQL finds rows once there are many. */
describe('with many rows', () => {
  let world: World;
  let spaceId: number;
  beforeAll(async () => {
    world = await openWorld();
    ({ public: spaceId } = await world.baseSpaces());
    await world.sqlAsOwner(
      `insert into item (id, space_id, kind, title, created_at, active_at)
       select g, $1, case when g % 10 = 0 then 'question' else 'answer' end, 'Câu hỏi số ' || g, now(), now()
       from generate_series(1000000, 999999 + $2) g`,
      [spaceId, THREADS * 10],
    );
    await world.sqlAsOwner(`insert into thread (id, space_id) select id, space_id from item where kind = 'question'`);
    await world.sqlAsOwner(
      `insert into event (name, payload, space_id, item_id)
       select 'post.voted', '{}', $1, 1000000 + (g % 1000) * 10 from generate_series(1, 20000) g`,
      [spaceId],
    );
    await world.sqlAsOwner(
      `insert into notification (person_id, space_id, kind, thread_id, post_id)
       select $1, $2, 'answer', 1000000 + (g % 1000) * 10, g from generate_series(1, 20000) g`,
      [(await world.person()).id, spaceId],
    );
    for (const table of ['item', 'thread', 'event', 'notification']) await world.sqlAsOwner(`vacuum analyze ${table}`);
  });
  afterAll(() => world.close());

  const planAsOwner = async (text: string) => JSON.stringify(await world.sqlAsOwner(`explain ${text}`));

  it('a thread that moves finds what the log and the inboxes say of it by an index', async () => {
    expect(await planAsOwner('update event set space_id = 1 where item_id = 1000010 and space_id = 2')).toContain(
      'event_of_item',
    );
    expect(await planAsOwner('update notification set thread_id = 7 where thread_id = 1000010')).toContain(
      'notification_of_thread',
    );
  });

  it('the parts of the sitemap are counted from an index, whoever asks and however many posts there are', async () => {
    const plan = await world.app
      .get(Database)
      .use({ tokenHash: null, writes: false, run: (db) => db.rows(sql(`explain ${PARTS.text}`)) });
    expect(JSON.stringify(plan)).toContain('Index Only Scan using item_in_sitemap');
    const { status, body } = await world.visitor.raw({ method: 'GET', url: '/sitemap.xml' });
    expect([status, body.match(/<sitemap>/g)?.length]).toEqual([200, 1 + (THREADS * 10) / 5000]);
  });
});
