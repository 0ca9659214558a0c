import { startCluster, type Cluster } from '../cluster.js';
import { makeCorpus } from '../corpus.js';
import { loadCorpus, type Loaded } from '../product-loader.js';

/** A database with people and threads, for one drill. */
export interface Ground {
  cluster: Cluster;
  loaded: Loaded;
  /** Whether only the short form is asked for, as the tests do. */
  short: boolean;
  say(line: string): void;
}

const started = performance.now();
const say = (line: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

/** Gives `drill` a ground of its own and takes it away again, whatever happens. Ends the process with 1 when the drill throws. */
export async function onGround(
  drill: (ground: Ground, closers: (() => Promise<void>)[]) => Promise<void>,
): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void closeAll().finally(() => process.exit(1)));
  try {
    const size = { threads: 300, posts: 3000, people: 400 };
    const corpus = await makeCorpus({ ...size, rounds: 0, requests: 0, only: [], profile: undefined });
    const cluster = await startCluster();
    closers.push(() => cluster.stop());
    const loaded = await loadCorpus(cluster.ownerUrl, corpus);
    say(`${size.posts} posts by ${size.people} people`);
    await drill({ cluster, loaded, short: process.argv.includes('--short'), say }, closers);
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 1;
  } finally {
    await closeAll();
  }
}
