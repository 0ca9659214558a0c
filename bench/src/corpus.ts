import { execFile, spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Options } from './options.js';

export interface Category {
  type: 'category';
  id: number;
  slug: string;
  name: string;
  description: string;
}
export interface User {
  type: 'user';
  id: number;
  displayName: string;
  email: string;
  joined: number;
  role: 'member' | 'expert' | 'moderator' | 'admin';
}
export interface Topic {
  type: 'topic';
  id: number;
  category: number;
  author: number;
  kind: 'question' | 'discussion' | 'article';
  title: string;
  tags: string[];
  created: number;
  mainPost: number;
  posts: number;
  posters: number;
  lastPost: number;
  lastPosted: number;
  lastPostBy: number;
  views: number;
  up: number;
  acceptedPost: number | null;
  pinned: boolean;
  locked: boolean;
}
export interface Post {
  type: 'post';
  id: number;
  topic: number;
  index: number;
  author: number;
  created: number;
  accepted: boolean;
  up: number[];
  text: string;
}
interface Other {
  type: 'meta' | 'tag';
}
export type Entry = Category | User | Topic | Post | Other;

export interface Query {
  class: 'common' | 'phrase' | 'rare' | 'code' | 'title';
  q: string;
  ascii: string;
}

export interface Corpus {
  /** NDJSON as the generator writes it. */
  file: string;
  queries: Query[];
}

const GENERATOR = fileURLToPath(new URL('../generate.mjs', import.meta.url));
const CACHE = new URL('../.corpus/', import.meta.url);

/** The corpus of this size: from `.corpus/` where an earlier run left it, else made. The same size gives the same bytes. */
export async function makeCorpus({ threads, posts, people }: Options): Promise<Corpus> {
  const size = ['--topics', String(threads), '--posts', String(posts), '--users', String(people)];
  const file = fileURLToPath(new URL(`${threads}-${posts}-${people}.ndjson`, CACHE));
  if (!existsSync(file)) {
    await mkdir(CACHE, { recursive: true });
    await generate(size, `${file}.part`);
    await rename(`${file}.part`, file); // whole or absent: a run cut short leaves no half corpus
  }
  const made = await promisify(execFile)(process.execPath, [GENERATOR, '--what', 'queries', ...size]);
  const queries = made.stdout.trim().split('\n');
  return { file, queries: queries.map((line) => JSON.parse(line) as Query) };
}

async function generate(size: string[], file: string): Promise<void> {
  const output = await open(file, 'w');
  try {
    const child = spawn(process.execPath, [GENERATOR, ...size], { stdio: ['ignore', output.fd, 'inherit'] });
    const code = await new Promise<number | null>((ended) => child.once('exit', ended));
    if (code !== 0) throw new Error(`generate.mjs ended with ${code}`);
  } finally {
    await output.close();
  }
}

/** The entries of a corpus, in the order of its file: categories, users and topics come before the posts. */
export async function* entries({ file }: Corpus): AsyncGenerator<Entry> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    yield JSON.parse(line) as Entry;
}
