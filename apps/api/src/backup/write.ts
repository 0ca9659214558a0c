import { rm, stat } from 'node:fs/promises';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartupError } from '../platform/startup-error.js';
import { VERSION } from '../platform/version.js';
import { ArchiveWriter } from './archive.js';
import { migrationsOf, sequencesOf, tablesOf, type Table } from './catalogue.js';
import { nameOf, type FileStore } from './file-store.js';
import { FORMAT, type Manifest } from './manifest.js';

export interface Written {
  manifest: Manifest;
  /** Of the compressed file. */
  bytes: number;
}

/** What a table holds is cut into parts of this size: an entry tells its length before its bytes, and a table does not. */
const PART_BYTES = 4 * 1024 * 1024;

/** How both sides write and read values, whatever the server's own settings are. */
export const PLAIN = `set client_encoding = 'UTF8'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set row_security = off; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

// Jobs that carry an event and are not done; those that run by the clock come again by themselves.
const UNFINISHED = `select min((data->>'id')::bigint)::text as id from pgboss.job
  where state in ('created', 'retry', 'active') and data->>'id' ~ '^[0-9]+$'`;

/**
 * Writes every row, in one snapshot, and every file to `path`, while the instance goes on. `ownerUrl` names the owner of
 * the tables. Nothing of the size of a table is held in memory. A backup that fails leaves no file.
 */
export async function writeBackup(ownerUrl: string, files: FileStore, path: string): Promise<Written> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const archive = new ArchiveWriter(path);
  try {
    const manifest = await fill(client, archive, files);
    await archive.finish(manifest);
    return { manifest, bytes: (await stat(path)).size };
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally {
    await client.end();
  }
}

const KEPT = `select key::text from attachment where state = 'ready' and since <= $1`;

/**
 * Writes a backup and, when it is whole, notes that in the instance, where the status page reads it. Gives how many files of
 * posts are missing from it; throws StartupError, with nothing written, where all are: then their place is set wrong.
 */
export async function backUp(ownerUrl: string, files: FileStore, path: string): Promise<Written & { missing: number }> {
  const written = await writeBackup(ownerUrl, files, path);
  const { tables, files: count, version } = written.manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const stored = new Set(written.manifest.entries.map(({ name }) => name));
    const { rows: kept } = await client.query<{ key: string }>(KEPT, [written.manifest.at]);
    const missing = kept.filter(({ key }) => !stored.has(`files/${nameOf(key)}`)).length;
    if (missing > 0 && missing === kept.length) {
      await rm(path);
      throw new StartupError(
        `Không thấy tệp nào trong ${missing} tệp mà dữ liệu nhắc tới; hãy đặt DATA_DIR và S3_URL như của máy chủ`,
        'none of its files is there: set DATA_DIR and S3_URL as the server has them',
      );
    }
    const text = 'insert into backup_run (bytes, row_count, files, version) values ($1, $2, $3, $4)';
    await client.query(text, [written.bytes, rows, count, version]);
    return { ...written, missing };
  } finally {
    await client.end();
  }
}

async function fill(client: Client, archive: ArchiveWriter, files: FileStore): Promise<Manifest> {
  await client.query(PLAIN);
  await client.query('begin isolation level repeatable read read only');
  const asked = await client.query<{ at: string; postgres: string }>(
    `select to_json(now())#>>'{}' as at, current_setting('server_version') as postgres`,
  );
  const migrations = await migrationsOf(client);
  const unfinished = (await client.query<{ id: string | null }>(UNFINISHED)).rows[0]!.id;
  const tables: Manifest['tables'] = [];
  for (const table of await tablesOf(client)) tables.push({ ...table, rows: await addTable(client, archive, table) });
  const sequences = await sequencesOf(client);
  await client.query('commit');
  let count = 0;
  // After the rows: what they name is there, and what came later is in nobody's way.
  for await (const { name, bytes } of files.list()) {
    await archive.add(`files/${name}`, bytes, files.read(name));
    count++;
  }
  const { entries } = archive;
  return {
    format: FORMAT,
    version: VERSION,
    migrations,
    ...asked.rows[0]!,
    tables,
    sequences,
    unfinished,
    files: count,
    entries,
  };
}

/** The rows of a table as PostgreSQL's own text, in parts. Gives their number. */
async function addTable(client: Client, archive: ArchiveWriter, { name, columns }: Table): Promise<number> {
  const listed = columns.map((column) => escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`copy ${escapeIdentifier(name)} (${listed}) to stdout`));
  let [waiting, size, part]: [Buffer[], number, number] = [[], 0, 0];
  const send = async () => {
    if (size === 0) return;
    const content = Buffer.concat(waiting.splice(0), size);
    size = 0;
    await archive.add(`tables/${name}/${String(++part).padStart(6, '0')}.copy`, content.length, content);
  };
  for await (const chunk of rows) {
    waiting.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= PART_BYTES) await send();
  }
  await send();
  return rows.rowCount;
}
