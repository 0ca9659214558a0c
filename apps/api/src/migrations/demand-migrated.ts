import type { Client } from 'pg';
import { faultOf, StartupError } from '../platform/startup-error.js';
import { migrations } from './migrate.js';

const NO_TABLE = '42P01';
const NO_RIGHTS = '42501';
const RUN = 'Hãy chạy npm run migrate với MIGRATE_URL, rồi khởi động lại';
const RUN_EN = 'run npm run migrate with MIGRATE_URL, then start again';

/**
 * Throws StartupError of one line where the database is empty or older than this version. A newer one is told to `warn`: a
 * release serves on while the next one only adds.
 */
export async function demandMigrated(
  client: Pick<Client, 'query'>,
  warn: (line: string) => void = () => {},
): Promise<void> {
  const done = await namesIn(client);
  const known = migrations.map(({ name }) => name);
  const lacking = known.filter((name) => !done.has(name)).length;
  if (lacking === known.length)
    throw new StartupError(`Cơ sở dữ liệu còn trống. ${RUN}`, `the database is empty: ${RUN_EN}`);
  if (lacking > 0)
    throw new StartupError(
      `Cơ sở dữ liệu cũ hơn chương trình, thiếu ${lacking} bước cập nhật. ${RUN}`,
      `the database is older than the program: ${RUN_EN}`,
    );
  const beyond = done.size - known.length;
  if (beyond > 0)
    warn(
      `Cơ sở dữ liệu mới hơn chương trình ${beyond} bước: hãy cài bản đã chạy npm run migrate (the database is newer than the program: install the release that ran npm run migrate)`,
    );
}

async function namesIn(client: Pick<Client, 'query'>): Promise<Set<string>> {
  try {
    return new Set((await client.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name));
  } catch (error) {
    const { code } = faultOf(error);
    if (code === NO_TABLE) return new Set();
    if (code !== NO_RIGHTS) throw error;
    throw new StartupError(
      `DATABASE_URL: vai trò này chưa được cấp quyền. Hãy chạy npm run migrate với cả MIGRATE_URL và DATABASE_URL`,
      'this role has no rights yet: run npm run migrate with both MIGRATE_URL and DATABASE_URL',
    );
  }
}
