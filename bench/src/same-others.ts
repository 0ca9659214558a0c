import { fullThreads, personAddress, threadAddress } from './addresses.js';
import { signedIn, visitor } from './callers.js';
import type { StoredFile } from './files.js';
import { ask, read } from './load.js';
import type { Loaded } from './product-loader.js';
import { pick, randomFrom } from './random.js';
import type { Server } from './servers.js';

interface Servers {
  product: Server;
  floor: Server;
  fileServer: Server;
}
interface Post {
  id: number;
  created: string;
}

const COMPARED = 50;

/** Asserts that what is measured beside the floor's lists and answers, or beside a file, tells the same things. */
export async function compareOthers(
  servers: Servers,
  loaded: Loaded,
  inboxes: number[],
  files: StoredFile[],
): Promise<void> {
  if (inboxes.length < COMPARED) throw new Error(`${inboxes.length} people have a full inbox`);
  const random = randomFrom('others');
  const users = [...loaded.places.people.keys()];
  for (let turn = 0; turn < COMPARED; turn++) {
    await comparePerson(servers, pick(random, users), loaded);
    await compareInbox(servers, pick(random, inboxes), loaded);
    await comparePreview(servers, pick(random, fullThreads(loaded)), loaded, random);
    const { key, path } = pick(random, files);
    const headers = signedIn(pick(random, users), loaded.places).product;
    const [sent, lying] = await Promise.all([
      read(servers.product, { path: `/api/files/${key}`, headers }),
      read(servers.fileServer, { path }),
    ]);
    if (!sent.equals(lying)) throw new Error(`File ${key} is sent with other bytes than it lies there`);
  }
}

/** The same person, and of his newest posts none that the floor does not name. */
async function comparePerson({ product, floor }: Servers, user: number, loaded: Loaded): Promise<void> {
  const address = personAddress(user, loaded);
  const headers = signedIn(user, loaded.places);
  const told = await ask<{ person: { display_name: string }; posts: Post[] }>(floor, {
    path: address.floor,
    headers: headers.floor,
  });
  const shown = await ask<{ name: string; recent: { id: number }[] }>(product, {
    path: address.product,
    headers: headers.product,
  });
  if (told.person.display_name !== shown.name) throw new Error(`Person ${user} is ${shown.name} in the product`);
  if (shown.recent.length !== Math.min(10, told.posts.length))
    throw new Error(`Person ${user}: ${shown.recent.length} posts, ${told.posts.length} at the floor`);
}

/** As many rows as the floor's list, each an answer to a question of his. */
async function compareInbox({ product, floor }: Servers, user: number, { places }: Loaded): Promise<void> {
  const { product: headers } = signedIn(user, places);
  const { items } = await ask<{ items: { kind: string; title: string }[] }>(product, {
    path: '/api/inbox?limit=30',
    headers,
  });
  const { threads } = await ask<{ threads: unknown[] }>(floor, { path: '/api/recent?page=1' });
  if (items.length !== threads.length || items.some(({ kind, title }) => kind !== 'answer' || title === ''))
    throw new Error(`The inbox of ${user} has ${items.length} rows`);
}

/** The page of a thread has its title in the preview, and every answer of the floor's page. */
async function comparePreview(
  { product, floor }: Servers,
  thread: number,
  loaded: Loaded,
  random: () => number,
): Promise<void> {
  const address = threadAddress(thread, loaded);
  const told = await ask<{ thread: { title: string } }>(floor, { path: address.floor });
  const path = `/hoi-dap/${/\d+/.exec(address.product)![0]}`;
  const headers = { ...visitor(random).product, accept: 'text/html' };
  const html = (await read(product, { path, headers })).toString();
  const title = told.thread.title.normalize('NFC').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  if (!html.includes(`<meta property="og:title" content="${title}">`))
    throw new Error(`Thread ${thread}: its title is not in the preview`);
}
