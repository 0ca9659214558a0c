import { Client, type ClientBase } from 'pg';
import { StartupError } from '../platform/startup-error.js';
import { readRegistry, type Registry } from './files.js';
import { baseSpaces } from './insert-rows.js';
import { loadOrganisations } from './load-organisations.js';
import { loadAbbreviations, loadTopics } from './load-topics.js';

type Say = (line: string) => void;

/**
 * Brings organisations, successions, topics and abbreviations to what this version's files say: missing rows are added,
 * changed ones updated, none deleted; a later edition that was imported stays. One transaction as owner, safe at every
 * start. Throws what PostgreSQL says.
 */
export const loadRegistries = (ownerUrl: string, say: Say = () => {}) =>
  inTransaction(ownerUrl, async (client) => {
    const registry = readRegistry();
    if ((await editionOf(client)) <= registry.edition) await bring(client, registry, say);
  });

/**
 * Brings them to another edition, from a file. Throws StartupError of one line where a later one is there already; then, as
 * after any failure, nothing was changed.
 */
export const importRegistry = (ownerUrl: string, registry: Registry, say: Say) =>
  inTransaction(ownerUrl, async (client) => {
    const edition = await editionOf(client);
    if (registry.edition < edition)
      throw new StartupError(
        `Danh mục đang dùng là bản ${edition}, mới hơn bản ${registry.edition} trong tệp; chưa thay đổi gì`,
        `the edition in use, ${edition}, is newer; nothing was changed`,
      );
    await bring(client, registry, say);
    await client.query(`insert into audit (action, detail) values ('registry.import', $1)`, [
      { edition: registry.edition, by: 'command line' },
    ]);
  });

async function inTransaction(ownerUrl: string, act: (client: ClientBase) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('registries'))`); // two starts at once take turns
    await act(client);
    await client.query('commit');
  } finally {
    await client.end(); // what was not committed is undone
  }
}

async function editionOf(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ edition: string }>('select registry_edition as edition from instance');
  return rows[0]!.edition;
}

async function bring(client: ClientBase, registry: Registry, say: Say): Promise<void> {
  const spaces = await baseSpaces(client);
  const organisations = await loadOrganisations(client, spaces.public, registry);
  const topics = await loadTopics(client, spaces.public, registry.topics);
  const abbreviations = await loadAbbreviations(client, registry.abbreviations);
  await client.query('update instance set registry_edition = $1 where registry_edition <> $1', [registry.edition]);
  if (organisations + topics + abbreviations > 0)
    say(
      `Danh mục ${registry.edition}: ${organisations} dòng đơn vị và kế thừa, ${topics} chủ đề, ${abbreviations} từ viết tắt`,
    );
}
