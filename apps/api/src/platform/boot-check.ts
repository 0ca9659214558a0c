import type { Pool } from 'pg';
import type { Mode } from './config.js';
import type { Logger } from './log.js';
import { StartupError } from './startup-error.js';

interface Found {
  superuser: boolean;
  bypass: boolean;
  owns: string | null;
  durable: boolean;
  full_pages: boolean;
  checksums: boolean;
}

const LOOK = `select r.rolsuper as superuser, r.rolbypassrls as bypass,
  (select relname from pg_class c where pg_has_role(r.oid, c.relowner, 'member') and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' limit 1) as owns,
  current_setting('synchronous_commit') <> 'off' as durable, current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean as full_pages,
  current_setting('data_checksums')::boolean as checksums
  from pg_roles r where r.rolname = current_user`;

/**
 * Stops the start where the wall would not hold: a role that is superuser, bypasses row-level security or owns tables;
 * or where an acknowledged write could be lost. Throws StartupError of one line.
 */
export async function checkDatabase(pool: Pool, log: Logger, mode: Mode): Promise<void> {
  const { rows } = await pool.query<Found>(LOOK);
  const found = rows[0];
  if (!found) throw new StartupError('DATABASE_URL: không đọc được vai trò', 'the role cannot be read');
  const why = found.superuser
    ? 'superuser'
    : found.bypass
      ? 'bypassrls'
      : found.owns
        ? `owner of ${found.owns}`
        : undefined;
  if (why) {
    throw new StartupError(
      `DATABASE_URL: vai trò của máy chủ có quá nhiều quyền (${why}); câu lệnh SQL để sửa ở docs/runbooks/install.md`,
      `the server's role may do too much; the SQL to mend it is in docs/runbooks/install.md`,
    );
  }
  // Test databases are thrown away, and are quicker without fsync.
  if (mode !== 'test' && (!found.durable || !found.full_pages)) {
    throw new StartupError(
      'PostgreSQL: cần synchronous_commit, fsync và full_page_writes ở on',
      'these must be on, or acknowledged writes can be lost',
    );
  }
  if (!found.checksums)
    log.warn('PostgreSQL runs without data checksums: silent damage of the disk would stay unseen.');
}
