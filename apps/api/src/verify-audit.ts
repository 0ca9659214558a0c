import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { runCommand } from './platform/entry.js';
import { StartupError } from './platform/startup-error.js';
import { verifyAudit } from './platform/verify-audit.js';

await runCommand(async () => {
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head))
    throw new StartupError('--head: 64 chữ số thập lục phân', 'takes 64 hexadecimal digits');
  const { openToRead } = await import('./backup/instance.js');
  const instance = await openToRead(process.env, (line) => console.log(line));
  const client = new Client({ connectionString: instance.ownerUrl });
  try {
    await client.connect();
    const query = async <T>(text: string, given: unknown[] = []) => (await client.query(text, given)).rows as T[];
    const { sealed, head, faults } = await verifyAudit(query, values.head);
    for (const { seal, row, what } of faults) console.log(`seal ${seal ?? '-'} row ${row ?? '-'}: ${what}`);
    console.log(`${sealed} dòng đã niêm phong, niêm phong cuối ${head || '-'}`);
    if (faults.length > 0)
      throw new StartupError(`Nhật ký có ${faults.length} chỗ sai`, 'the audit log was tampered with');
  } finally {
    await client.end();
    await instance.close();
  }
});
