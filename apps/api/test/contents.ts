import { Client } from 'pg';

const ROWS = `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  and table_name not in ('rate_limit', 'migrations', 'backup_run') order by 1`;

/** One connection for some work. */
export async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** What stands in every table, as text, but the numbers of transactions: they are the server's. */
export const contents = (url: string) =>
  inDatabase(url, async (client) => {
    const found: Record<string, unknown> = {};
    for (const { name } of (await client.query<{ name: string }>(ROWS)).rows) {
      const text = `select md5(coalesce(string_agg(row, e'\\n' order by row), '')) as md5, count(*)::int as n
        from (select (to_jsonb(t) - 'xid')::text as row from ${name} t) r`;
      found[name] = (await client.query(text)).rows[0];
    }
    return found;
  });
