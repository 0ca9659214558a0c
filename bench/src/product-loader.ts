import { excerpt } from '@hat-nhan/markdown';
import { Client } from 'pg';
import { entries, type Category, type Corpus, type Post, type Topic, type User } from './corpus.js';
import { addPeople, addSpaces } from './product-people.js';
import { RenderPool } from './render-pool.js';
import type { Batch } from './render-worker.js';
import { EXCERPT_LENGTH, postRows, textOf, threadRows, titleOf, type Places } from './rows.js';
import { TableWriter, withoutIndexes } from './table-writer.js';

const POSTS_PER_BATCH = 200;
const TABLES = {
  item: ['id', 'space_id', 'kind', 'title', 'state', 'author_id', 'byline', 'created_at', 'active_at'],
  thread: 'id space_id answers accepted people helpful views watchers pinned close_reason last'.split(' '),
  item_topic: ['item_id', 'space_id', 'topic_id'],
  post: 'id space_id thread_id parent_id kind text html helpful accepted_at accepted_by accepted_as'.split(' '),
  search_row: ['item_id', 'space_id', 'kind', 'topic_id', 'thread_id', 'keys'],
  vote: ['post_id', 'space_id', 'person_id'],
  watch: ['item_id', 'space_id', 'person_id', 'level'],
};

/** The corpus as the product holds it, for what is measured and checked afterwards. */
export interface Loaded {
  places: Places;
  topics: Map<number, Topic>;
}

interface Heads {
  categories: Category[];
  users: User[];
  topics: Map<number, Topic>;
  /** Excerpt of the newest reply by thread. */
  newest: Map<number, string>;
}

/** Writes the corpus into the product's tables as its services would have written it, as owner. */
export async function loadCorpus(ownerUrl: string, corpus: Corpus): Promise<Loaded> {
  const heads = await readHeads(corpus);
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    const spaces = await addSpaces(client, heads.categories);
    const { people, bylines } = await addPeople(client, heads.users);
    const found = await client.query<{ id: number }>('select id from topic order by position');
    const highest = await client.query<{ id: number }>('select max(id) as id from item');
    const base = highest.rows[0]!.id;
    const places: Places = {
      itemOf: (post) => base + post,
      spaces,
      people,
      bylines,
      topics: found.rows.map(({ id }) => id),
    };
    const rebuild = await withoutIndexes(client, Object.keys(TABLES));
    const writer = new TableWriter(client, TABLES);
    for (const topic of heads.topics.values()) {
      const rows = threadRows(topic, heads.newest.get(topic.id), places);
      await writer.add('item', rows.item);
      await writer.add('thread', rows.thread);
      for (const row of rows.topics) await writer.add('item_topic', row);
    }
    await addPosts(client, writer, corpus, heads.topics, places);
    await rebuild();
    await finish(client);
    return { places, topics: heads.topics };
  } finally {
    await client.end();
  }
}

async function readHeads(corpus: Corpus): Promise<Heads> {
  const heads: Heads = { categories: [], users: [], topics: new Map(), newest: new Map() };
  for await (const entry of entries(corpus)) {
    if (entry.type === 'category') heads.categories.push(entry);
    if (entry.type === 'user') heads.users.push(entry);
    if (entry.type === 'topic') heads.topics.set(entry.id, entry);
    if (entry.type === 'post' && entry.index > 0 && heads.topics.get(entry.topic)?.lastPost === entry.id)
      heads.newest.set(entry.topic, excerpt(textOf(entry), EXCERPT_LENGTH));
  }
  return heads;
}

async function addPosts(
  client: Client,
  writer: TableWriter,
  corpus: Corpus,
  topics: Map<number, Topic>,
  places: Places,
): Promise<void> {
  const pool = new RenderPool();
  const terms = new Map<number, number>();
  const watching = new Set<string>();
  const write = async (posts: Post[], batch: Batch) => {
    for (let at = 0; at < batch.terms.length; at += 2) terms.set(batch.terms[at]!, batch.terms[at + 1]!);
    for (const [at, post] of posts.entries()) {
      const rows = postRows(post, topics.get(post.topic)!, batch.made[at]!, places);
      if (rows.item) await writer.add('item', rows.item);
      await writer.add('post', rows.post);
      await writer.add('search_row', rows.search);
      for (const vote of rows.votes) await writer.add('vote', vote);
      const watcher = `${post.topic} ${post.author}`;
      if (!watching.has(watcher)) await writer.add('watch', rows.watch);
      watching.add(watcher);
    }
  };
  const waiting: { posts: Post[]; batch: Promise<Batch> }[] = [];
  const writeFirst = async () => {
    const { posts, batch } = waiting.shift()!;
    await write(posts, await batch);
  };
  try {
    let posts: Post[] = [];
    const ask = () => {
      const sources = posts.map((post) => ({ title: titleOf(post, topics.get(post.topic)!), text: textOf(post) }));
      waiting.push({ posts, batch: pool.make(sources) });
      posts = [];
    };
    for await (const entry of entries(corpus)) {
      if (entry.type !== 'post') continue;
      posts.push(entry);
      if (posts.length === POSTS_PER_BATCH) ask();
      if (waiting.length > pool.depth) await writeFirst();
    }
    ask();
    while (waiting.length > 0) await writeFirst();
    await writer.flush();
    await addTerms(client, terms);
  } finally {
    await pool.close();
  }
}

async function addTerms(client: Client, terms: Map<number, number>): Promise<void> {
  const sorted = [...terms].toSorted(([left], [right]) => left - right);
  for (let at = 0; at < sorted.length; at += 50_000) {
    const part = sorted.slice(at, at + 50_000);
    await client.query('insert into term (h, f) select * from unnest($1::int4[], $2::int4[]) on conflict do nothing', [
      part.map(([h]) => h),
      part.map(([, f]) => f),
    ]);
  }
}

async function finish(client: Client): Promise<void> {
  await client.query(`select setval(pg_get_serial_sequence('item', 'id'), max(id)) from item`);
  await client.query('select app.recount_terms()');
  await client.query('vacuum analyze');
}
