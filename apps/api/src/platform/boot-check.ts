import { Client } from 'pg';
import { demandMigrated } from '../migrations/demand-migrated.js';
import type { Config } from './config.js';
import type { Logger } from './log.js';
import { StartupError } from './startup-error.js';

interface Held {
  name: string;
  /** The role of which the server's role is a member, on the way to this one; null for itself. */
  through: string | null;
  attributes: string[];
  owns: string | null;
}
interface Kept {
  durable: boolean;
  full_pages: boolean;
  checksums: boolean;
}

const OURS = `select oid from pg_namespace where nspname in ('public', 'app', 'pgboss')`;
/** The server's role and all whose member it is, directly or through others, inherited or not: it could become each. */
const HELD = `with recursive held(role, through) as (
    select oid, null::name from pg_roles where rolname = current_user
    union select m.roleid, coalesce(h.through, r.rolname) from held h
      join pg_auth_members m on m.member = h.role join pg_roles r on r.oid = m.roleid)
  select r.rolname as name, h.through, array_remove(array[
      case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
      case when r.rolcreaterole then 'createrole' end, case when r.rolreplication then 'replication' end], null) as attributes,
    coalesce((select 'database ' || datname from pg_database where datname = current_database() and datdba = r.oid),
      (select 'schema ' || nspname from pg_namespace where oid in (${OURS}) and nspowner = r.oid limit 1),
      (select 'table ' || relname from pg_class where relnamespace in (${OURS}) and relowner = r.oid limit 1),
      (select 'function ' || proname from pg_proc where pronamespace in (${OURS}) and proowner = r.oid limit 1)) as owns
  from held h join pg_roles r on r.oid = h.role order by h.through nulls first, r.rolname`;
const KEPT = `select current_setting('synchronous_commit') <> 'off' as durable,
  current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean as full_pages,
  current_setting('data_checksums')::boolean as checksums`;

/** PostgreSQL's own roles whose members reach data, files or programs beside the grants of `npm run migrate`. */
const PREDEFINED = new Set([
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
  'pg_create_subscription',
]);

const powersOf = ({ name, attributes, owns }: Held) => [
  ...attributes,
  ...(owns ? [`owner of ${owns}`] : []),
  ...(PREDEFINED.has(name) ? [name] : []),
];

/** What takes a power away; run by a superuser of PostgreSQL. */
function remedy({ name, through, attributes, owns }: Held, me: string): string {
  if (through !== null) return `revoke "${through}" from "${me}";`;
  const less = attributes.length > 0 ? `alter role "${name}" ${attributes.map((one) => `no${one}`).join(' ')};` : '';
  return `${less} ${owns ? `reassign owned by "${name}" to hat_nhan_owner;` : ''}`.trim();
}

function refusePowers(held: Held[]): void {
  const [self] = held;
  if (!self) throw new StartupError('DATABASE_URL: không đọc được vai trò', 'the role cannot be read');
  const mighty = held.filter((role) => powersOf(role).length > 0);
  if (mighty.length === 0) return;
  const why = mighty
    .map((role) => (role.through === null ? '' : `${role.name}: `) + powersOf(role).join(', '))
    .join('; ');
  const mend = [...new Set(mighty.map((role) => remedy(role, self.name)))].join(' ');
  throw new StartupError(
    `DATABASE_URL: vai trò ${self.name} của máy chủ có quá nhiều quyền (${why}). Quản trị viên PostgreSQL chạy: ${mend} Xem docs/runbooks/install.md`,
    `the server's role may do too much; a superuser runs the SQL above`,
  );
}

/**
 * Stops the start where the wall would not hold: a role that is, or may become, superuser, owner or another that passes
 * it; where an acknowledged write could be lost; or where `npm run migrate` was forgotten. Throws StartupError of one line.
 */
export async function checkDatabase(
  { databaseUrl, mode }: Pick<Config, 'databaseUrl' | 'mode'>,
  log: Logger,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query under way fails, which is enough
  try {
    await client.connect();
    refusePowers((await client.query<Held>(HELD)).rows);
    const { rows } = await client.query<Kept>(KEPT);
    demandKept(rows[0]!, mode, log);
    await demandMigrated(client, (line) => log.warn(line));
  } finally {
    await client.end().catch(() => {});
  }
}

function demandKept(found: Kept, mode: Config['mode'], log: Logger): void {
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
