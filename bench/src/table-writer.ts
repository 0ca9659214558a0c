import type { Client } from 'pg';

const ROWS_PER_INSERT = 1000;

export type Row = Record<string, unknown>;

/** Collects rows and writes them by the thousand; PostgreSQL itself turns JSON into typed rows. */
export class TableWriter {
  private readonly tables = new Map<string, { text: string; rows: Row[] }>();

  /** `columns` by table, those first that the others refer to. */
  constructor(
    private readonly client: Client,
    columns: Record<string, string[]>,
  ) {
    for (const [table, names] of Object.entries(columns)) {
      const text = `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1)`;
      this.tables.set(table, { text, rows: [] });
    }
  }

  /** Takes a row; a full table has all of them written, in their order. */
  async add(table: string, row: Row): Promise<void> {
    const { rows } = this.tables.get(table)!;
    rows.push(row);
    if (rows.length >= ROWS_PER_INSERT) await this.flush();
  }

  async flush(): Promise<void> {
    for (const table of this.tables.values()) {
      if (table.rows.length === 0) continue;
      await this.client.query(table.text, [JSON.stringify(table.rows)]);
      table.rows = [];
    }
  }
}

/**
 * Takes the plain indexes of `tables` away and gives the function that builds them again: over finished rows that is
 * quicker, and the result as tight as the floor's. What guards a constraint stays.
 */
export async function withoutIndexes(client: Client, tables: string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
     where i.indrelid = any ($1::regclass[]) and not i.indisunique
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return async () => {
    await client.query(`set maintenance_work_mem = '512MB'`);
    for (const { text } of rows) await client.query(text);
  };
}
