import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { openWorld, type World } from '../../test/api.js';
import { verifyAudit } from './verify-audit.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (let at = 0; at < 5; at++)
    await world.sqlAsOwner(`insert into audit (action, reason) values ('test', $1)`, [`lần ${at}`]);
  await world.jobs.run('sealAudit');
});
afterAll(() => world.close());

const verify = (head?: string) => verifyAudit((text, values) => world.sqlAsOwner(text, values), head);

it('seals each row once, and finds a log that nobody touched whole', async () => {
  const first = await verify();
  expect(first).toMatchObject({ sealed: 5, faults: [] });
  await world.sqlAsOwner(`insert into audit (action) values ('later')`);
  expect((await verify()).faults).toEqual([]);
  await world.jobs.run('sealAudit');
  expect(await verify(first.head)).toMatchObject({ sealed: 6, faults: [] });
});

it('finds a row that was changed, and the seal after one that was sealed anew', async () => {
  await world.sqlAsOwner(`update audit set reason = 'khác' where reason = 'lần 1'`);
  const [row] = await world.sqlAsOwner<{ id: number }>(`select id::int as id from audit where reason = 'khác'`);
  expect((await verify()).faults).toEqual([{ seal: 2, row: row!.id, what: 'changed' }]);
  await world.sqlAsOwner(`update audit_seal s set seal = sha256(b.seal || app.audit_text(a)) from audit_seal b, audit a
    where s.no = 2 and b.no = 1 and a.id = s.audit_id`);
  expect((await verify()).faults).toMatchObject([{ seal: 3, what: 'changed' }]);
  await world.sqlAsOwner(`update audit set reason = 'lần 1' where reason = 'khác'`);
  await world.sqlAsOwner(`update audit_seal s set seal = sha256(b.seal || app.audit_text(a)) from audit_seal b, audit a
    where s.no = 2 and b.no = 1 and a.id = s.audit_id`);
  expect((await verify()).faults).toEqual([]);
});

it('finds a row that was removed, with or without its seal, also at the end', async () => {
  const { head } = await verify();
  await world.sqlAsOwner(`create temp table kept as select 1`);
  await world.sqlAsOwner(`delete from audit where id = (select audit_id from audit_seal where no = 3)`);
  expect((await verify()).faults).toMatchObject([{ seal: 3, what: 'removed' }]);
  await world.sqlAsOwner('delete from audit_seal where no = 3');
  expect((await verify()).faults).toMatchObject([{ seal: 4, what: 'chain broken' }]);
  await world.sqlAsOwner('delete from audit_seal where no = (select max(no) from audit_seal)');
  expect((await verify(head)).faults).toContainEqual({ seal: null, row: null, what: 'chain broken' });
});

it('finds a row that was put in afterwards, sealed or not', async () => {
  await world.sqlAsOwner('delete from audit_seal');
  await world.jobs.run('sealAudit');
  expect((await verify()).faults).toEqual([]);
  const [made] = await world.sqlAsOwner<{ id: number }>(
    `insert into audit (action, at) values ('forged', now() - interval '2 days') returning id::int as id`,
  );
  expect((await verify()).faults).toEqual([{ seal: null, row: made!.id, what: 'inserted' }]);
  await world.jobs.run('sealAudit');
  expect((await verify()).faults).toMatchObject([{ row: made!.id, what: 'inserted' }]);
});

it('lets the server’s role add to the log and nothing else', async () => {
  const server = new pg.Client({ connectionString: world.config.databaseUrl });
  await server.connect();
  await server.query(`insert into audit (action) values ('own')`);
  for (const deed of [
    `update audit set reason = ''`,
    'delete from audit',
    'truncate audit',
    'delete from audit_seal',
    `update audit_seal set seal = ''`,
    `insert into audit_seal (no, audit_id, seal, sealed_at) values (99, 99, '', now())`,
  ])
    await expect(server.query(deed)).rejects.toMatchObject({ code: '42501' });
  await server.end();
});
