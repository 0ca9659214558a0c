import { escapeIdentifier, type Client } from 'pg';

export interface Table {
  name: string;
  columns: string[];
}
export interface Sequence {
  name: string;
  last: string;
  called: boolean;
}

/** Left out: what the migrations write themselves, and counts of the running minute. */
const LEFT_OUT = ['migrations', 'rate_limit'];

// Columns that PostgreSQL computes can not be written.
const TABLES = `
  select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) group by 1 order by 1`;
const SEQUENCES = `select c.relname::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by 1`;
const FOREIGN_KEYS = `
  select c.conrelid::regclass::text as "table", c.conname::text as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype = 'f' and c.conparentid = 0`;
const TAKEN = `select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'app', 'pgboss')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Every table of the product with the columns that are written, in the order of their names. */
export async function tablesOf(client: Client): Promise<Table[]> {
  return (await client.query<Table>(TABLES, [LEFT_OUT])).rows;
}

/** Where each sequence stands. Identity columns number by them too. */
export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES);
  const standing: Sequence[] = [];
  for (const { name } of rows) {
    const text = `select $1::text as name, last_value::text as last, is_called as called from ${escapeIdentifier(name)}`;
    standing.push((await client.query<Sequence>(text, [name])).rows[0]!);
  }
  return standing;
}

/** Migrations that the database has, in their order. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

/** Whether nothing of anybody's stands in the database. */
export const isEmpty = async (client: Client): Promise<boolean> =>
  (await client.query<{ n: number }>(TAKEN)).rows[0]!.n === 0;

/**
 * Takes away foreign keys and the house's triggers, so that tables may be filled in any order and no copy is kept twice.
 * Gives what sets them again; the keys are then checked over every row.
 */
export async function withoutRules(client: Client, tables: Table[]): Promise<() => Promise<void>> {
  const keys = (await client.query<{ table: string; name: string; definition: string }>(FOREIGN_KEYS)).rows;
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} disable trigger user`);
  return async () => {
    for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} enable trigger user`);
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`);
  };
}
