import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from './database.js';

let one: TestDatabase;
let two: TestDatabase;

beforeAll(async () => {
  [one, two] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(() => Promise.all([one.drop(), two.drop()]));

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives each caller a migrated database that nobody else sees', async () => {
  await ask(one.ownerUrl, 'create table only_here (id int)');
  const tables = await ask(
    two.ownerUrl,
    `select to_regclass('only_here') is null as absent, to_regclass('item') is not null as migrated`,
  );
  expect(tables).toEqual([{ absent: true, migrated: true }]);
});

it('signs the server in as a role that owns and bypasses nothing', async () => {
  const [role] = await ask(
    one.appUrl,
    `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as powerful,
      exists (select 1 from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = current_user`,
  );
  expect(role).toEqual({ powerful: false, owns: false });
});
