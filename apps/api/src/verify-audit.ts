import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { readConfig } from './platform/config.js';
import { runCommand } from './platform/entry.js';
import { StartupError } from './platform/startup-error.js';
import { verifyAudit } from './platform/verify-audit.js';

await runCommand(async () => {
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head))
    throw new StartupError('--head: 64 chữ số thập lục phân', 'takes 64 hexadecimal digits');
  const { MIGRATE_URL: owner, ...env } = process.env;
  const { databaseUrl } = readConfig({ ...env, DATABASE_URL: owner || env['DATABASE_URL'] });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const query = async <T>(text: string, given: unknown[] = []) => (await client.query(text, given)).rows as T[];
    const { sealed, head, faults } = await verifyAudit(query, values.head);
    for (const { seal, row, what } of faults) console.log(`seal ${seal ?? '-'} row ${row ?? '-'}: ${what}`);
    console.log(`${sealed} dòng đã niêm phong, niêm phong cuối ${head || '-'}`);
    if (faults.length > 0)
      throw new StartupError(`Nhật ký có ${faults.length} chỗ sai`, 'the audit log was tampered with');
  } finally {
    await client.end();
  }
});
