import { isDeepStrictEqual } from 'node:util';
import { excerpt } from '@hat-nhan/markdown';
import { Client } from 'pg';
import { signedIn } from './callers.js';
import type { Cluster } from './cluster.js';
import { entries, type Corpus, type Post, type Topic } from './corpus.js';
import { ask, type Shot } from './load.js';
import type { Loaded } from './product-loader.js';
import { make } from './render-worker.js';
import { EXCERPT_LENGTH, kindOf, postRows, textOf, threadRows, titleOf, topicsOf, type Places } from './rows.js';
import type { Server } from './servers.js';
import type { Row } from './table-writer.js';

const POSTS = 1000;
const AT_ONCE = 4;
// When something was written, and how often it was read, is the service's own to say.
const OWN = new Set(['created_at', 'active_at', 'accepted_at', 'views']);

interface Written {
  topic: Topic;
  posts: Post[];
}

/**
 * Writes threads with a thousand posts, their votes and chosen answers over HTTP into an empty space, and asserts that
 * the loader would have written the same rows. Returns the number of posts.
 */
export async function compareWithService(
  cluster: Cluster,
  server: Server,
  corpus: Corpus,
  loaded: Loaded,
): Promise<number> {
  const owner = new Client(cluster.ownerUrl);
  await owner.connect();
  try {
    const made = `insert into space (kind, slug, name) values ('public', 'so-sanh', 'So sánh') returning id`;
    const spaceId = (await owner.query<{ id: number }>(made)).rows[0]!.id;
    const chosen = await choose(corpus, loaded);
    const items = new Map<number, number>();
    const places: Places = {
      ...loaded.places,
      itemOf: (post) => items.get(post)!,
      spaces: new Map([...loaded.places.spaces.keys()].map((category) => [category, spaceId])),
    };
    const waiting = [...chosen];
    const writer = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await write(server, next, places, items);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
    for (const written of chosen) await compare(owner, written, places);
    return chosen.reduce((total, { posts }) => total + posts.length, 0);
  } finally {
    await owner.end();
  }
}

/** Threads with answers, until there are enough posts; everybody in one of them moves on by the same number of people. */
async function choose(corpus: Corpus, { topics, places }: Loaded): Promise<Written[]> {
  const chosen = new Map<number, Written>();
  let count = 0;
  for (const topic of topics.values()) {
    if (topic.posts < 2 || topic.posts > 40 || topic.locked || topic.pinned || count >= POSTS) continue;
    chosen.set(topic.id, { topic, posts: [] });
    count += topic.posts;
  }
  // The first people wrote most of the corpus: as themselves they would meet the limits of a minute.
  const moved = (user: number, topic: number) => 1 + ((user + topic * 37) % places.people.size);
  for (const [id, written] of chosen) {
    const { author, lastPostBy } = written.topic;
    written.topic = { ...written.topic, author: moved(author, id), lastPostBy: moved(lastPostBy, id) };
  }
  for await (const entry of entries(corpus)) {
    const written = entry.type === 'post' && chosen.get(entry.topic);
    if (!written) continue;
    const up = entry.up.map((user) => moved(user, entry.topic));
    written.posts.push({ ...entry, author: moved(entry.author, entry.topic), up });
  }
  return [...chosen.values()];
}

async function write(
  server: Server,
  { topic, posts }: Written,
  places: Places,
  items: Map<number, number>,
): Promise<void> {
  const as = (user: number, shot: Shot) =>
    ask<{ id: number }>(server, { ...shot, headers: signedIn(user, places).product });
  const spaceId = places.spaces.get(topic.category);
  for (const post of posts) {
    const question = {
      kind: kindOf(topic),
      title: topic.title,
      text: post.text,
      topicIds: topicsOf(topic, places),
      spaceId,
    };
    const shot: Shot =
      post.index === 0
        ? { path: '/api/threads', body: question }
        : { path: `/api/threads/${places.itemOf(topic.mainPost)}/answers`, body: { text: post.text } };
    const { id } = await as(post.author, shot);
    items.set(post.id, id);
    for (const user of post.up) await as(user, { path: `/api/posts/${id}/vote`, method: 'PUT' });
    if (post.accepted) await as(topic.author, { path: `/api/answers/${id}/accept`, method: 'PUT' });
  }
}

async function compare(owner: Client, { topic, posts }: Written, places: Places): Promise<void> {
  const id = places.itemOf(topic.mainPost);
  const newest = posts.find((post) => post.id === topic.lastPost)!;
  const head = threadRows(topic, excerpt(textOf(newest), EXCERPT_LENGTH), places);
  await same(owner, 'item', 'id', [head.item]);
  await same(owner, 'thread', 'id', [{ ...head.thread, last: withoutTime(head.thread['last']) }]);
  await same(owner, 'item_topic', 'item_id', head.topics);
  const { made } = make(posts.map((post) => ({ title: titleOf(post, topic), text: textOf(post) })));
  const rows = posts.map((post, at) => postRows(post, topic, made[at]!, places));
  const watching = new Map(rows.map(({ watch }) => [watch['person_id'], watch]));
  await same(owner, 'watch', 'item_id', [...watching.values()]);
  for (const row of rows) {
    if (row.item) await same(owner, 'item', 'id', [row.item]);
    await same(owner, 'post', 'id', [row.post]);
    await same(owner, 'search_row', 'item_id', [row.search]);
    await same(owner, 'vote', 'post_id', row.votes);
  }
  const found = await owner.query<{ n: number }>('select count(*)::int as n from post where thread_id = $1', [id]);
  if (found.rows[0]!.n !== posts.length)
    throw new Error(`Thread ${id}: ${found.rows[0]!.n} posts, not ${posts.length}`);
}

const withoutTime = (last: unknown) => ({ ...(last as object), at: undefined });
const plain = (row: Row) =>
  JSON.parse(JSON.stringify({ ...row, ...(row['last'] ? { last: withoutTime(row['last']) } : {}) })) as Row;

/** Asserts that the rows of a table with this key are the expected ones, in the columns that the loader writes. */
async function same(owner: Client, table: string, key: string, expected: Row[]): Promise<void> {
  const [first] = expected;
  if (!first) return;
  const columns = Object.keys(first).filter((column) => !OWN.has(column));
  const read = columns.map((column) => (column === 'keys' ? 'keys::text' : column));
  const { rows } = await owner.query<Row>(`select ${read} from ${table} where ${key} = $1`, [first[key]]);
  const sorted = (list: Row[]) => list.map(plain).toSorted((left, right) => (text(left) < text(right) ? -1 : 1));
  const text = (row: Row) => columns.map((column) => JSON.stringify(row[column])).join();
  const [found, wanted] = [sorted(rows), sorted(expected.map((row) => pickColumns(row, columns)))];
  if (!isDeepStrictEqual(found, wanted))
    throw new Error(
      `${table} ${String(first[key])}: written ${JSON.stringify(found)}, loaded ${JSON.stringify(wanted)}`,
    );
}

const pickColumns = (row: Row, columns: string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
