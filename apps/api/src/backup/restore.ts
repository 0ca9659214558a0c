import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, migrations, runMigrations } from '../migrations/migrate.js';
import { StartupError } from '../platform/startup-error.js';
import { entriesOf, textOf, verify } from './archive.js';
import { isEmpty, tablesOf, withoutRules, type Table } from './catalogue.js';
import type { FileStore } from './file-store.js';
import type { Manifest } from './manifest.js';
import { PLAIN } from './write.js';

/** An instance to fill: the owner of an empty database, the server's role there, and a place for the files. */
export interface Target {
  ownerUrl: string;
  appRole: string;
  files: FileStore;
}

/** Reads the whole backup and throws StartupError where it can not be restored by this release. Changes nothing. */
export const verifyBackup = (path: string): Promise<Manifest> =>
  verify(
    path,
    migrations.map(({ name }) => name),
  );

/**
 * Fills an empty database from a backup that `verifyBackup` has read: its migrations, its rows, its files; then the
 * migrations that came since, and the rights of the server's role. What fails half-way is taken away again.
 */
export async function restoreBackup(path: string, manifest: Manifest, target: Target): Promise<void> {
  const client = new Client({ connectionString: target.ownerUrl });
  await client.connect();
  try {
    await client.query(PLAIN);
    if (!(await isEmpty(client)) || (await hasFiles(target.files)))
      throw new StartupError(
        'Cơ sở dữ liệu đích không trống; hãy phục hồi vào một cơ sở dữ liệu mới hoặc một DATA_DIR mới; chưa thay đổi gì',
        'the target is not empty: restore into a new database or a new DATA_DIR; nothing was changed',
      );
    try {
      await runMigrations(
        target.ownerUrl,
        migrations.filter(({ name }) => manifest.migrations.includes(name)),
      );
      await fill(client, path, manifest, target.files);
      await migrate(target.ownerUrl, target.appRole);
      await client.query('analyze');
    } catch (error) {
      await client
        .query('rollback')
        .then(() => wipe(client))
        .catch(() => {}); // a connection that is lost tells no more
      await target.files.discard();
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function fill(client: Client, path: string, manifest: Manifest, files: FileStore): Promise<void> {
  await files.discard(); // what a restore that was killed had put aside
  await client.query('begin');
  const tables = await tablesOf(client);
  const setRules = await withoutRules(client, tables);
  await client.query(`truncate ${tables.map(({ name }) => escapeIdentifier(name)).join(', ')}`);
  await copyIn(client, path, manifest, files);
  for (const { name, last, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [escapeIdentifier(name), last, called]);
  await client.query(REBASE, [manifest.unfinished]);
  await client.query(CURSORS);
  await setRules();
  await files.keep();
  await client.query('commit');
}

// The log is read by numbers of transactions, and this server counts its own: what was handed on becomes the oldest, what
// was not follows in its order, all of it before the transaction that writes it here.
const REBASE = `
  with unread as (select e.id, dense_rank() over (order by e.xid) as place from event e, event_cursor c
    where c.consumer = 'fan-out' and (e.xid > c.xid or e.id >= $1::bigint))
  update event set xid = least(coalesce(u.place, 0) + 1, pg_current_xact_id()::text::bigint - 1)::text::xid8
  from event e left join unread u on u.id = e.id where e.id = event.id`;
const CURSORS = `update event_cursor set xid = '1'`;

/** One pass over the archive: a stream into each table, and the files. */
async function copyIn(client: Client, path: string, manifest: Manifest, files: FileStore): Promise<void> {
  const byName = new Map(manifest.tables.map((table) => [table.name, table]));
  const open: { name: string; fill(part: AsyncIterable<Buffer>): Promise<void>; finish(): Promise<void> }[] = [];
  for await (const entry of entriesOf(path)) {
    const [kind, name = '', ...rest] = entry.header.name.split('/');
    if (open[0]?.name !== name) await open.pop()?.finish();
    if (kind === 'tables') {
      open[0] ??= filling(client, byName.get(name)!);
      await open[0].fill(entry);
    } else if (kind === 'files') await files.put([name, ...rest].join('/'), entry);
    else await textOf(entry); // the manifest, read before
  }
  await open.pop()?.finish();
}

/** A table that is being filled, part after part. */
function filling(client: Client, table: Manifest['tables'][number]) {
  const into = client.query(copyFrom(copyText(table)));
  const done = finished(into);
  done.catch(() => {}); // told by the part that is being written, or at the end
  return {
    name: table.name,
    async fill(part: AsyncIterable<Buffer>) {
      for await (const chunk of part) if (!into.write(chunk)) await Promise.race([once(into, 'drain'), done]);
    },
    async finish() {
      into.end();
      await done;
      if (into.rowCount !== table.rows)
        throw new Error(`${table.name}: ${into.rowCount} rows instead of ${table.rows}`);
    },
  };
}

const copyText = ({ name, columns }: Table) =>
  `copy ${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')}) from stdin`;

async function hasFiles(files: FileStore): Promise<boolean> {
  for await (const file of files.list()) return file !== undefined;
  return false;
}

/** An empty database again. */
async function wipe(client: Client): Promise<void> {
  await client.query('drop schema if exists pgboss cascade; drop schema if exists app cascade');
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  for (const { name } of rows) await client.query(`drop table ${escapeIdentifier(name)} cascade`);
}
