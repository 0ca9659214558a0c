import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** Owns the database and its tables; sees through the wall. */
  ownerUrl: string;
  /** The server's role: owns nothing, bypasses nothing. */
  appUrl: string;
  /** Ends every connection and removes the database. */
  drop(): Promise<void>;
}

/** A migrated database of one's own, cloned from the template of this run; some 50 ms. */
export const testDatabase = (): Promise<TestDatabase> =>
  makeDatabase(new URL(given('TEST_OWNER_URL')).pathname.slice(1));

/** A database of one's own with nothing in it, as an installation begins. */
export const emptyDatabase = (): Promise<TestDatabase> => makeDatabase('template0');

async function makeDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const owner = new URL(given('TEST_OWNER_URL'));
  const app = new URL(given('TEST_APP_URL'));
  await asAdmin(`create database ${name} template ${template} owner ${owner.username}`);
  await asAdmin(`revoke all on database ${name} from public`);
  await asAdmin(`grant connect on database ${name} to ${app.username}`);
  return {
    ownerUrl: Object.assign(owner, { pathname: `/${name}` }).href,
    appUrl: Object.assign(app, { pathname: `/${name}` }).href,
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
}

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: jest's global set-up gives it`);
  return value;
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new Client({ connectionString: given('TEST_ADMIN_URL') });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
