import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadProduct } from './product.js';

/** One PostgreSQL with a database for each of the two servers. */
export interface Cluster {
  folder: string;
  version: string;
  /** Owner's address of the product's database. */
  ownerUrl: string;
  /** The server's. */
  appUrl: string;
  floorUrl: string;
  /** Of another database, so that what the bench asks is never counted. */
  watcherUrl: string;
  postmaster: number;
  /** Stops PostgreSQL and removes its folder. */
  stop(): Promise<void>;
}

// As the product starts it, but counting statements and without what runs at times of its own.
const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': '10000',
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '8GB',
};

/** Starts the product's own PostgreSQL in a temporary folder, migrated and with its registries; an empty database `floor` beside it. */
export async function startCluster(): Promise<Cluster> {
  const { startEmbedded, migrate, loadRegistries } = await loadProduct();
  const folder = await mkdtemp(join(tmpdir(), 'hat-nhan-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const embedded = await startEmbedded({ dataDir: folder, say: () => {}, settings: SETTINGS }).catch(async (error) => {
    await remove();
    throw error;
  });
  const stop = async () => {
    await embedded.stop();
    await remove();
  };
  try {
    await migrate(embedded.ownerUrl, new URL(embedded.appUrl).username);
    await loadRegistries(embedded.ownerUrl);
    const watcherUrl = at(embedded.ownerUrl, 'postgres');
    const watcher = new Client(watcherUrl);
    await watcher.connect();
    await watcher.query('create extension pg_stat_statements');
    await watcher.query('create database floor');
    await watcher.end();
    const lines = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    const { ownerUrl, appUrl, version } = embedded;
    return {
      folder,
      version,
      ownerUrl,
      appUrl,
      floorUrl: at(ownerUrl, 'floor'),
      watcherUrl,
      postmaster: Number(lines[0]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
