import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Cluster } from './cluster.js';
import type { Loaded } from './product-loader.js';

/** A file of a post, and where it lies. */
export interface StoredFile {
  key: string;
  /** Below the folder of files. */
  path: string;
}

const FILES = 60;
/** A scanned letter of two pages. */
const BYTES = 200_000;
const ADD = `insert into attachment (key, person_id, space_id, post_id, state, name, type, bytes, hash, created_at, since)
  select f.key, i.author_id, i.space_id, i.id, 'ready', 'cong-van.pdf', 'application/pdf', ${BYTES}, f.hash, now(), now()
  from json_to_recordset($1) f(key uuid, hash text, post int) join item i on i.id = f.post`;
const COUNTED = `update post p set files = 1 from attachment a where a.post_id = p.id`;
// Asker and answers of others, as the listener writes them; half of them read.
const NOTIFY = `insert into notification (person_id, space_id, kind, thread_id, post_id, at, read_at)
  select q.author_id, a.space_id, 'answer', q.id, a.id, a.created_at, case when a.id % 2 = 0 then a.created_at end
  from post p join item a on a.id = p.id join item q on q.id = p.thread_id where p.kind = 'answer' and a.author_id <> q.author_id`;
const FULL_INBOXES = `select person_id as id from notification group by 1 having count(*) >= 30 order by 1`;

/** The folder that the product, started in the cluster's folder, keeps its files in. */
export const filesFolder = ({ folder }: Pick<Cluster, 'folder'>) => join(folder, '.data', 'files');

/** Gives questions of the corpus a file each, where the product finds it. */
export async function addFiles(cluster: Cluster, { places, topics }: Loaded): Promise<StoredFile[]> {
  const posts = [...topics.values()].slice(0, FILES).map(({ mainPost }) => places.itemOf(mainPost));
  const files: (StoredFile & { hash: string; post: number })[] = [];
  for (const post of posts) {
    const [key, bytes] = [randomUUID(), randomBytes(BYTES)];
    const path = `${key.slice(0, 2)}/${key}`;
    await mkdir(dirname(join(filesFolder(cluster), path)), { recursive: true });
    await writeFile(join(filesFolder(cluster), path), bytes);
    files.push({ key, path: `/${path}`, hash: createHash('sha256').update(bytes).digest('hex'), post });
  }
  await asOwner(cluster, async (client) => {
    await client.query(ADD, [JSON.stringify(files)]);
    await client.query(COUNTED);
    await client.query('vacuum analyze attachment');
  });
  return files;
}

/** Tells askers of the answers that they got. Gives who has a full page of it, by number of the user. */
export const fillInboxes = (cluster: Cluster, { places }: Loaded): Promise<number[]> =>
  asOwner(cluster, async (client) => {
    await client.query(NOTIFY);
    await client.query('vacuum analyze notification');
    const { rows } = await client.query<{ id: number }>(FULL_INBOXES);
    const full = new Set(rows.map(({ id }) => id));
    return [...places.people].filter(([, person]) => full.has(person)).map(([user]) => user);
  });

async function asOwner<T>({ ownerUrl }: Cluster, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(ownerUrl);
  await client.connect();
  return work(client).finally(() => client.end());
}
