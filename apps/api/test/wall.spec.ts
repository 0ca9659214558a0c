import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { Database } from '../src/platform/database.js';
import { sql } from '../src/platform/db.js';
import { openWorld, type World } from './api.js';
import { seedThread } from './seed.js';

/** Tables without a wall, each with a reason from this closed list. */
const REASONS = ['credential', 'log', 'queue', 'registry', 'settings', 'statistics', 'standing'] as const;
const OPEN_TABLES: Record<string, (typeof REASONS)[number]> = {
  account: 'credential',
  account_role: 'credential',
  email: 'credential',
  sign_in_code: 'credential',
  session: 'credential',
  invitation: 'credential',
  consent: 'credential',
  passkey: 'credential',
  totp: 'credential',
  recovery_code: 'credential',
  challenge: 'credential',
  join_request: 'credential',
  mailbox_claim: 'credential',
  sign_in_link: 'credential',
  audit: 'log',
  backup_run: 'log',
  audit_seal: 'log',
  event: 'log',
  mail: 'log',
  event_cursor: 'queue',
  idempotency: 'queue',
  rate_limit: 'queue',
  abbreviation: 'registry',
  abbreviation_change: 'registry',
  calendar_day: 'registry',
  instance: 'settings',
  text_version: 'settings',
  migrations: 'settings',
  term: 'statistics',
  term_weight: 'statistics',
  search_size: 'statistics',
  person_standing: 'standing',
};

describe('the wall', () => {
  let world: World;
  let walled: string[];
  let group: number;
  let insider: { id: number };
  let outsider: { id: number };

  beforeAll(async () => {
    world = await openWorld({ POOL_SIZE: '1' });
    insider = await world.person();
    outsider = await world.person();
    group = await world.space({ kind: 'group', members: [{ id: insider.id, level: 'moderate' }] });
    const topicId = await world.topic();
    const author = { id: insider.id, name: 'Người trong nhóm', organisationId: await world.organisation() };
    await seedThread((text, values) => world.sqlAsOwner(text, values), {
      firstId: 2_000_000,
      spaceId: group,
      author,
      answerers: [author],
      voters: [author],
      topicId,
      title: 'Câu hỏi trong nhóm',
      text: 'Nội dung trong nhóm kín',
      at: '2026-10-01T00:00:00Z',
    });
    // A row of every other walled table in the group, so that each canary has something to see.
    await world.sqlAsOwner(
      `insert into item (id, space_id, kind, title) values (2000100, $1, 'organisation', 'x'), (2000101, $1, 'topic', 'x'), (2000102, $1, 'person', 'x')`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into organisation (id, space_id, kind, name, folded, sort_key, top_id) values (2000100, $1, 'unit', 'Đơn vị kín', 'don vi kin', 'x', 2000100)`,
      [group],
    );
    await world.sqlAsOwner(`insert into succession (from_id, to_id, space_id) values (2000100, 2000100, $1)`, [group]);
    await world.sqlAsOwner(
      `insert into organisation_name (organisation_id, space_id, name, to_date) values (2000100, $1, 'Tên cũ kín', '2026-01-01')`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into topic (id, space_id, position, slug, name, name_en, description, description_en) values (2000101, $1, 1, 'kin', 'x', 'x', '', '')`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into merger (from_id, into_id, space_id, date, state, by_id, at) values (2000100, 2000100, $1, '2026-01-01', 'planned', $2, now())`,
      [group, insider.id],
    );
    await world.sqlAsOwner(
      `insert into person (id, space_id, name, folded, sort_key) values (2000102, $1, 'x', 'x', 'x')`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into position (person_id, space_id, title, organisation_id, kind) values (2000102, $1, 'x', 2000100, 'former')`,
      [group],
    );
    await world.sqlAsOwner(`insert into topic_expert (topic_id, person_id, space_id) values (2000101, 2000102, $1)`, [
      group,
    ]);
    await world.sqlAsOwner(
      `insert into representative (organisation_id, person_id, space_id) values (2000100, 2000102, $1)`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into handover (space_id, from_id, person_id, topic_id, at) values ($1, 2000102, 2000102, 2000101, now())`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into interest (person_id, topic_id, space_id, text) values (2000102, 2000101, $1, 'x')`,
      [group],
    );
    await world.sqlAsOwner(`insert into draft (person_id, key) values ($1, 'ask')`, [insider.id]);
    await world.sqlAsOwner(`insert into upload_quota values ($1, 1, 1, now(), 1, 1)`, [insider.id]);
    await world.sqlAsOwner(
      `insert into attachment (person_id, space_id, post_id, state, name, type, bytes, created_at, since)
       values ($1, $2, 2000000, 'ready', 'kín.pdf', 'application/pdf', 1, now(), now())`,
      [insider.id, group],
    );
    await world.sqlAsOwner(`insert into space_watch (space_id, person_id, level) values ($1, $2, 'watch')`, [
      group,
      insider.id,
    ]);
    await world.sqlAsOwner(
      `insert into withheld (id, space_id, thread_id, kind, from_state, author_id, by_id, at) values (2000001, $1, 2000000, 'deleted', 'open', $2, $2, now())`,
      [group, insider.id],
    );
    await world.sqlAsOwner(
      `insert into review (id, space_id, item_id, thread_id) overriding system value values (2000000, $1, 2000001, 2000000)`,
      [group],
    );
    await world.sqlAsOwner(
      `insert into flag (review_id, space_id, person_id, reason) values (2000000, $1, $2, 'other')`,
      [group, insider.id],
    );
    await world.sqlAsOwner(
      `insert into space_joining (space_id, person_id, kind, state, title, by_id, at) values ($1, $2, 'asked', 'accepted', 'x', $2, now())`,
      [group, insider.id],
    );
    await world.sqlAsOwner(
      `insert into move_request (thread_id, space_id, to_space_id, by_id, reason, at) select 2000000, $1, $1, $2, 'x', now()`,
      [group, insider.id],
    );
    await world.sqlAsOwner(`insert into slow_post values ($1, $2, now())`, [insider.id, group]);
    walled = (
      await world.sqlAsOwner<{ name: string }>(`select relname as name from pg_class where relrowsecurity order by 1`)
    ).map((row) => row.name);
  });
  afterAll(() => world.close());

  const hiddenFrom = async (viewer: number | undefined, table: string): Promise<number> => {
    const column = table === 'space' ? 'id' : 'space_id';
    const personal = table === 'draft' || table === 'upload_quota';
    const where = personal ? `person_id = ${insider.id}` : `${column} = ${group}`;
    return world.app.get(Database).use({
      writes: false,
      ...(viewer !== undefined && { viewer }),
      run: async (db) =>
        (await db.row<{ n: number }>(sql(`select count(*)::int as n from ${table} where ${where}`)))!.n,
    });
  };

  it('stands around every table, or the table is named with a reason', async () => {
    const all = (
      await world.sqlAsOwner<{ name: string }>(
        `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind in ('r', 'p') order by 1`,
      )
    ).map((row) => row.name);
    expect(all.filter((name) => !walled.includes(name) && !OPEN_TABLES[name])).toEqual([]);
    expect(Object.keys(OPEN_TABLES).filter((name) => !all.includes(name) || walled.includes(name))).toEqual([]);
  });

  it('gives nothing to nobody: without a viewer every walled table is empty, public rows too', async () => {
    for (const table of walled) {
      const count = await world.app.get(Database).use({
        writes: false,
        run: async (db) => (await db.row<{ n: number }>(sql(`select count(*)::int as n from ${table}`)))!.n,
      });
      expect({ table, count }).toEqual({ table, count: 0 });
      expect({ table, rows: await hiddenFrom(0, table) }).toEqual({ table, rows: 0 });
    }
  });

  it('lets a connection of the pool that set no viewer see what is public and no more', async () => {
    const { pool } = world.app.get(Database);
    const spaces = await pool.query<{ kind: string }>('select distinct kind from space');
    expect(spaces.rows).toEqual([{ kind: 'public' }]);
    for (const table of walled) {
      const seen = await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      const allowed = await world.app.get(Database).use({
        tokenHash: null,
        writes: false,
        run: async (db) => (await db.row<{ n: number }>(sql(`select count(*)::int as n from ${table}`)))!.n,
      });
      expect({ table, n: seen.rows[0]!.n }).toEqual({ table, n: allowed });
    }
  });

  it('lets nobody with reading rights alone carry a row out of its space', async () => {
    const reader = await world.person();
    await world.sqlAsOwner(`insert into space_member values ($2, $1, 'read')`, [reader.id, group]);
    const { public: open } = await world.baseSpaces();
    const move = world.app.get(Database).use({
      viewer: reader.id,
      writes: true,
      run: (db) => db.run(sql('update item set space_id = $1 where id = 2000000'), [open]),
    });
    await expect(move).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody set members by SQL but who moderates the space, or coordinates and sees it', async () => {
    const [reader, moderator, coordinator] = [
      await world.person(),
      await world.person(),
      await world.person({ roles: ['coordinator'] }),
    ];
    const space = await world.space({
      kind: 'group',
      members: [
        { id: reader.id, level: 'read' },
        { id: moderator.id, level: 'moderate' },
      ],
    });
    const setBy = (viewer: number, where: number) =>
      world.app.get(Database).use({
        viewer,
        writes: true,
        run: (db) => db.rows(sql('select app.set_member($1, $2, $3)'), [where, reader.id, 'moderate']),
      });
    const { members } = await world.baseSpaces();
    await expect(setBy(reader.id, space)).rejects.toMatchObject({ code: '42501' });
    await expect(setBy(coordinator.id, space)).rejects.toMatchObject({ code: '42501' });
    await expect(setBy(coordinator.id, members)).rejects.toMatchObject({ code: '42501' });
    await world.sqlAsOwner(`insert into space_member values ($2, $1, 'read')`, [coordinator.id, space]);
    await expect(setBy(coordinator.id, space)).resolves.toHaveLength(1);
    await expect(setBy(moderator.id, space)).resolves.toHaveLength(1);
  });

  it('names every function that looks past it in docs/architecture.md', async () => {
    const functions = await world.sqlAsOwner<{ name: string }>(
      `select distinct 'app.' || proname as name from pg_proc where prosecdef and pronamespace = 'app'::regnamespace order by 1`,
    );
    const text = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8');
    expect(functions.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('hides the group from an outsider and shows it to its member; without a table’s policy the outsider would see', async () => {
    for (const table of walled) {
      expect({ table, rows: await hiddenFrom(outsider.id, table) }).toEqual({ table, rows: 0 });
      expect({ table, seen: (await hiddenFrom(insider.id, table)) > 0 }).toEqual({ table, seen: true });
      await world.sqlAsOwner(`alter table ${table} disable row level security`);
      expect({ table, canary: (await hiddenFrom(outsider.id, table)) > 0 }).toEqual({ table, canary: true });
      await world.sqlAsOwner(`alter table ${table} enable row level security`);
    }
  });

  it('refuses in SQL a row in a space where the viewer may not write', async () => {
    const insert = (viewer: number) =>
      world.app.get(Database).use({
        viewer,
        writes: true,
        run: (db) =>
          db.rows(sql(`insert into item (space_id, kind, title) values ($1, 'question', 'thử') returning id`), [group]),
      });
    await expect(insert(outsider.id)).rejects.toMatchObject({ code: '42501' });
    await expect(insert(insider.id)).resolves.toHaveLength(1);
  });

  it('carries nothing over from one request to the next on a pool of one connection', async () => {
    expect(await hiddenFrom(insider.id, 'thread')).toBe(1);
    expect(await hiddenFrom(undefined, 'thread')).toBe(0);
    await expect(
      world.app
        .get(Database)
        .use({ viewer: insider.id, writes: true, run: () => Promise.reject(new Error('broken off')) }),
    ).rejects.toThrow('broken off');
    // An error that only looks like a lost connection, as a mail server's reset does.
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ESOCKET' });
    await expect(
      world.app.get(Database).use({ viewer: insider.id, writes: false, run: () => Promise.reject(reset) }),
    ).rejects.toThrow('ECONNRESET');
    expect(await hiddenFrom(undefined, 'thread')).toBe(0);
  });

  it('takes effect on the next statement when a membership ends', async () => {
    await world.app.get(Database).use({
      viewer: insider.id,
      writes: false,
      run: async (db) => {
        const count = () =>
          db.row<{ n: number }>(sql(`select count(*)::int as n from thread where space_id = ${group}`));
        expect((await count())!.n).toBe(1);
        await world.sqlAsOwner('delete from space_member where person_id = $1 and space_id = $2', [insider.id, group]);
        expect((await count())!.n).toBe(0);
        await world.sqlAsOwner(`insert into space_member values ($2, $1, 'moderate')`, [insider.id, group]);
      },
    });
  });

  it('tells fan-out the same as it tells each reader', async () => {
    const rows = await world.sqlAsOwner<{ id: number; readers: number[] }>(
      `select id, array(select app.readers(id)) as readers from space`,
    );
    const people = await world.sqlAsOwner<{ person_id: number; spaces: number[] }>(
      `select person_id, app.spaces_of(person_id, 'read') as spaces from person_standing`,
    );
    for (const { id, readers } of rows) {
      const fromEach = people.filter((person) => person.spaces.includes(id)).map((person) => person.person_id);
      expect({ id, readers: readers.toSorted((a, b) => a - b) }).toEqual({
        id,
        readers: fromEach.toSorted((a, b) => a - b),
      });
    }
  });

  it('is served by a role that owns nothing and can not bypass it', async () => {
    const client = new Client({ connectionString: world.config.databaseUrl });
    await client.connect();
    const { rows } = await client.query(`select rolsuper or rolbypassrls or rolcreaterole as strong,
      exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns from pg_roles r where rolname = current_user`);
    await client.end();
    expect(rows).toEqual([{ strong: false, owns: false }]);
  });
});
