import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { checkDatabase } from './boot-check.js';
import { makeLog } from './log.js';

const ME = `app_${randomBytes(4).toString('hex')}`;
const [GROUP, ABOVE] = [`${ME}_group`, `${ME}_above`];

describe("the server's role", () => {
  let database: TestDatabase;
  let admin: Client;
  let databaseUrl: string;

  beforeAll(async () => {
    database = await testDatabase();
    const { pathname } = new URL(database.appUrl);
    admin = new Client({ connectionString: Object.assign(new URL(process.env['TEST_ADMIN_URL']!), { pathname }).href });
    await admin.connect();
    const password = randomBytes(8).toString('hex');
    databaseUrl = Object.assign(new URL(database.appUrl), { username: ME, password }).href;
    await admin.query(`create role ${ME} login password '${password}'; create role ${GROUP}; create role ${ABOVE};
      grant connect on database ${pathname.slice(1)} to ${ME}; grant select on migrations to ${ME}`);
  });
  afterAll(async () => {
    await admin.query(`drop owned by ${ME}, ${GROUP}, ${ABOVE}; drop role ${ME}, ${GROUP}, ${ABOVE}`);
    await admin.end();
    await database.drop();
  });

  const check = () =>
    checkDatabase({ databaseUrl, mode: 'test' }, makeLog('silent')).then(
      () => 'starts',
      (error: Error) => error.message,
    );

  it.each([
    ['superuser', `alter role ${ME} superuser`],
    ['bypassrls', `alter role ${ME} bypassrls`],
    ['createrole', `alter role ${ME} createrole`],
    ['replication', `alter role ${ME} replication`],
    ['owner of table kept_by_me', `create table kept_by_me (); alter table kept_by_me owner to ${ME}`],
    [
      'owner of function mine',
      `create function app.mine() returns int language sql return 1; alter function app.mine() owner to ${ME}`,
    ],
    [`${GROUP}: superuser`, `alter role ${GROUP} superuser; grant ${GROUP} to ${ME}`],
    [`${GROUP}: bypassrls`, `alter role ${GROUP} nosuperuser bypassrls; grant ${GROUP} to ${ME}`],
    [
      `${ABOVE}: bypassrls`,
      `alter role ${GROUP} nobypassrls; alter role ${ABOVE} bypassrls; grant ${ABOVE} to ${GROUP}; grant ${GROUP} to ${ME}`,
    ],
    [
      `${GROUP}: createrole`,
      `alter role ${ABOVE} nobypassrls; alter role ${GROUP} createrole; grant ${GROUP} to ${ME}`,
    ],
    ['owner of database', `alter role ${GROUP} nocreaterole; grant hat_nhan_owner to ${ME}`],
    ['pg_read_all_data', `grant pg_read_all_data to ${ME}`],
    ['pg_write_all_data', `grant pg_write_all_data to ${GROUP}; grant ${GROUP} to ${ME}`],
    ['pg_execute_server_program', `revoke pg_write_all_data from ${GROUP}; grant pg_execute_server_program to ${ME}`],
  ])('%s: stops the start with one line whose SQL mends it', async (why, grant) => {
    await admin.query(grant);
    const line = await check();
    expect(line).toContain(why);
    expect(line).toMatch(/^DATABASE_URL: [^\n]+docs\/runbooks\/install\.md [^\n]+$/);
    await admin.query(/chạy: (.+;) Xem/.exec(line)![1]!);
    expect(await check()).toBe('starts');
  });

  it('that was never granted anything is told to migrate', async () => {
    await admin.query(`revoke select on migrations from ${ME}`);
    expect(await check()).toMatch(/^DATABASE_URL: .*npm run migrate/);
    await admin.query(`grant select on migrations to ${ME}`);
  });
});
