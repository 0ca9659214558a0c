import type { ClientBase } from 'pg';

/**
 * Inserts rows of one table in one statement; every row has the columns of the first. `onConflict` is the clause after it.
 * Returns the number of rows written. Throws what PostgreSQL says.
 */
export async function insertRows(
  client: ClientBase,
  table: string,
  rows: readonly Record<string, unknown>[],
  onConflict = '',
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first).join(', ');
  // Quoted: `position` is a table of ours and a word of SQL.
  const text = `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1) ${onConflict}`;
  return (await client.query(text, [JSON.stringify(rows)])).rowCount ?? 0;
}

/** Takes `count` ids of items from their sequence, so that rows that point at each other go in together. */
export async function takeItemIds(client: ClientBase, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('item', 'id'))::int as id from generate_series(1, $1)`,
    [count],
  );
  return rows.map((row) => row.id);
}

/** Ids of the three spaces that every instance has, by slug. Throws when one is missing. */
export async function baseSpaces(client: ClientBase): Promise<{ public: number; members: number; state: number }> {
  const { rows } = await client.query<{ slug: string; id: number }>('select slug, id from space');
  const idOf = (slug: string) => {
    const found = rows.find((row) => row.slug === slug);
    if (!found) throw new Error(`No space ${slug}`);
    return found.id;
  };
  return { public: idOf('cong-khai'), members: idOf('thanh-vien'), state: idOf('co-quan-nha-nuoc') };
}
