import { Client } from 'pg';
import { threadAddress, type Addresses } from './addresses.js';
import { signedIn, visitor } from './callers.js';
import type { Cluster } from './cluster.js';
import type { Query } from './corpus.js';
import { AROUND, CARD_FACTS, compareFacts, POST_FACTS, THREAD_FACTS } from './facts.js';
import { ask } from './load.js';
import type { Loaded } from './product-loader.js';
import { pick, randomFrom } from './random.js';
import type { Server } from './servers.js';

type Row = Record<string, unknown>;
type Numbered = Row & { id: number };
interface FloorThread {
  thread: Numbered & { post_count: number };
  posts: (Numbered & { position: number })[];
  votes: { post_id: number; value: number }[];
}
interface ProductThread {
  thread: Numbered & { voted: boolean };
  answers: { items: (Numbered & { voted: boolean })[] };
}
interface Both {
  product: Server;
  floor: Server;
}

const THREADS_COMPARED = 200;
const COUNTS = {
  threads: ['select count(*)::int as n from threads', 'select count(*)::int as n from thread'],
  posts: ['select count(*)::int as n from posts', 'select count(*)::int as n from post'],
  'search rows': [
    'select count(*)::int as n from posts',
    'select count(*)::int as n from search_row where kind in (1, 2, 3)',
  ],
  people: ['select count(*)::int as n from people', 'select count(*)::int as n from person'],
  votes: ['select count(*)::int as n from votes where value = 1', 'select count(*)::int as n from vote'],
} as const;
/** Threads whose counters differ from the rows that they count. */
export const WRONG_COUNTERS = `
  select count(*)::int as n from thread t join item i on i.id = t.id
  join (select p.thread_id, count(*) filter (where p.kind = 'answer') as answers, count(p.accepted_at) as accepted,
      count(distinct pi.author_id) as people, max(pi.created_at) as newest
    from post p join item pi on pi.id = p.id group by 1) c on c.thread_id = t.id
  where (t.answers, t.accepted, t.people, i.active_at) is distinct from (c.answers, c.accepted, c.people, c.newest)
    or t.helpful <> (select count(*) from vote v where v.post_id = t.id)
    or t.watchers <> (select count(*) from watch w where w.item_id = t.id)`;

const count = async (client: Client, text: string) => (await client.query<{ n: number }>(text)).rows[0]!.n;

/** Asserts that both databases hold the same rows, and that the product's counters agree with its rows. */
export async function compareRows(cluster: Cluster): Promise<void> {
  const [floor, product] = [new Client(cluster.floorUrl), new Client(cluster.ownerUrl)];
  await Promise.all([floor.connect(), product.connect()]);
  try {
    await floor.query('set search_path = floor');
    for (const [what, [left, right]] of Object.entries(COUNTS)) {
      const counts = [await count(floor, left), await count(product, right)];
      if (counts[0] !== counts[1]) throw new Error(`${what}: ${counts[0]} at the floor, ${counts[1]} in the product`);
    }
    const wrong = await count(product, WRONG_COUNTERS);
    if (wrong > 0) throw new Error(`${wrong} threads have counters that differ from their rows`);
  } finally {
    await Promise.all([floor.end(), product.end()]);
  }
}

/** Asserts, before anything is timed, that the product's answers carry the floor's facts. */
export async function compareAnswers(
  both: Both,
  loaded: Loaded,
  addresses: Addresses,
  queries: Query[],
): Promise<void> {
  for (const pair of [...addresses.spaces, ...addresses.recent]) {
    const floor = await ask<{ threads: Numbered[] }>(both.floor, { path: pair.floor });
    const product = await ask<{ items: Numbered[] }>(both.product, { path: pair.product });
    around(floor, 'threads');
    compareLists(floor.threads, product.items, loaded);
  }
  const random = randomFrom('comparison');
  const numbers = [...loaded.topics.keys()];
  for (let turn = 0; turn < THREADS_COMPARED; turn++)
    await compareThread(both, pick(random, numbers), loaded, random, turn % 2 === 0);
  await compareSearches(both, queries);
}

function around(answer: Row, ...rows: string[]): void {
  for (const key of Object.keys(answer))
    if (!rows.includes(key) && !AROUND[key]) throw new Error(`The floor tells ${key}, of which facts.ts says nothing`);
}

function compareLists(floor: Numbered[], product: Numbered[], loaded: Loaded): void {
  if (floor.length !== product.length)
    throw new Error(`${floor.length} threads at the floor, ${product.length} in the product`);
  const cards = new Map(product.map((card) => [card.id, card]));
  for (const thread of floor) {
    const card = cards.get(loaded.places.itemOf(loaded.topics.get(thread.id)!.mainPost));
    if (!card) throw new Error(`Thread ${thread.id} is on the floor's page only`);
    compareFacts(CARD_FACTS, thread, card, loaded);
  }
}

async function compareThread(
  both: Both,
  id: number,
  loaded: Loaded,
  random: () => number,
  member: boolean,
): Promise<void> {
  const { people } = loaded.places;
  const caller = member ? signedIn(1 + Math.floor(random() * people.size), loaded.places) : visitor(random);
  const address = threadAddress(id, loaded);
  const floor = await ask<FloorThread>(both.floor, { path: address.floor, headers: caller.floor });
  const product = await ask<ProductThread>(both.product, { path: address.product, headers: caller.product });
  around({ ...floor }, 'thread', 'posts', 'votes');
  compareFacts(THREAD_FACTS, floor.thread, product.thread, loaded);
  if (floor.posts.length !== product.answers.items.length + 1)
    throw new Error(`Thread ${id}: ${floor.posts.length} posts at the floor, ${product.answers.items.length + 1} here`);
  const posts = new Map(product.answers.items.map((answer) => [answer.id, answer]));
  posts.set(product.thread.id, { ...product.thread, accepted: null });
  const mine = new Set(floor.votes.filter(({ value }) => value === 1).map((vote) => vote.post_id));
  for (const post of floor.posts) {
    const found = posts.get(loaded.places.itemOf(post.id));
    // Beyond one page the two orders cut different posts: those that both show are compared.
    if (!found && floor.thread.post_count <= floor.posts.length) throw new Error(`Post ${post.id} is missing`);
    if (!found) continue;
    compareFacts(POST_FACTS, post, found, loaded);
    if (found.voted !== mine.has(post.id)) throw new Error(`Post ${post.id}: my vote differs`);
  }
}

/** What the floor finds with every word, the product finds too; its order and its number of results are its own. */
async function compareSearches(both: Both, queries: Query[]): Promise<void> {
  for (const words of queries.flatMap(({ q, ascii }) => [q, ascii])) {
    const path = `/api/search?q=${encodeURIComponent(words)}`;
    const headers = visitor(randomFrom(words)).product;
    const floor = await ask<{ matches: number }>(both.floor, { path });
    const product = await ask<{ items: unknown[] }>(both.product, { path, headers });
    if (floor.matches > 0 && product.items.length === 0)
      throw new Error(`"${words}": ${floor.matches} posts at the floor, none in the product`);
  }
}
