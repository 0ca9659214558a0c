import { Client } from 'pg';
import { baseSpaces } from './insert-rows.js';
import { loadOrganisations } from './load-organisations.js';
import { loadAbbreviations, loadTopics } from './load-topics.js';

/**
 * Brings organisations, successions, topics and abbreviations to what this version's files say: missing rows are added,
 * changed ones updated, none deleted. One transaction as owner, safe at every start. Throws what PostgreSQL says.
 */
export async function loadRegistries(ownerUrl: string, say: (line: string) => void = () => {}): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('registries'))`); // two starts at once take turns
    const spaces = await baseSpaces(client);
    const organisations = await loadOrganisations(client, spaces.public);
    const topics = await loadTopics(client, spaces.public);
    const abbreviations = await loadAbbreviations(client);
    await client.query('commit');
    if (organisations + topics + abbreviations > 0) {
      say(`Danh mục: ${organisations} dòng đơn vị và kế thừa, ${topics} chủ đề, ${abbreviations} từ viết tắt`);
    }
  } finally {
    await client.end(); // what was not committed is undone
  }
}
