import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries, type Binaries, type RunAs } from './postgres-binaries.js';
import { failure, findPostmaster, goneWithin, initialise, launch, shutDown, type Cluster } from './postgres-process.js';
import { readSecrets, writeSecrets, type Secrets } from './postgres-secrets.js';
import { faultOf, StartupError } from './startup-error.js';

/** The product's own PostgreSQL while it runs. */
export interface Embedded {
  /** Owner of the database, for migrations only. */
  ownerUrl: string;
  /** The server's role: owns nothing, bypasses nothing. */
  appUrl: string;
  /** As PostgreSQL writes it: 18.4 */
  version: string;
  /** True when this start made the database. */
  fresh: boolean;
  /** Fast shutdown, seconds at most. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  say: (line: string) => void;
  /** Folder of another PostgreSQL than the one from npm. */
  postgres?: string;
  /** Settings of PostgreSQL over ours, by name. */
  settings?: Record<string, string>;
  /** Starts it again when it ends unasked; called with the reason when that fails too. Without: it stays down. */
  onLoss?: (error: unknown) => void;
}

const DATABASE = 'hat_nhan';
const OWNER = 'hat_nhan_owner';
const APP = 'hat_nhan_app';
const NOBODY: RunAs = { uid: 65_534, gid: 65_534 };
const START_MS = 20_000;
const RECOVERY_MS = 120_000;

// For a small machine: durable, 128 MB of cache, no just-in-time compiler for statements of a millisecond.
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '60',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/**
 * Starts PostgreSQL 18 from npm's package in `dataDir` on a free port of 127.0.0.1, or takes over the one that a killed
 * launcher left running there. The first start makes the database and both roles. Throws StartupError (one line) or a
 * system error that `explain` knows.
 */
export async function startEmbedded({
  dataDir,
  say,
  postgres,
  settings = {},
  onLoss,
}: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const cluster = clusterIn(folder);
  if (cluster.runAs) chmodSync(folder, 0o711); // the server's account passes through, and lists nothing
  const binaries = findBinaries(cluster.runAs, say, postgres);
  const secrets = readSecrets(folder, existsSync(cluster.folder));
  if (existsSync(cluster.folder)) refuseOtherVersion(cluster, binaries);
  else {
    say(`Tạo cơ sở dữ liệu PostgreSQL ${binaries.version} trong ${folder}`);
    await initialise(binaries, cluster, OWNER, secrets.owner);
  }
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${secrets.port}/${database}`;
  const adminUrl = () => url(OWNER, secrets.owner, 'postgres');
  const place: Place = { folder, cluster, secrets, adminUrl };
  const launched = () => start(place, binaries, { ...SETTINGS, ...settings });
  let pid = (await reuse(place, say)) ?? (await launched());
  const revive = async () => {
    const { port } = secrets;
    say('PostgreSQL đã dừng ngoài ý muốn; đang khởi động lại');
    pid = await launched();
    if (secrets.port !== port) throw new StartupError(`Cổng ${port} của PostgreSQL đã bị chiếm`, 'its port is taken');
    say('PostgreSQL đã chạy lại');
  };
  const watch = onLoss && watchOver(() => pid, revive, onLoss);
  return {
    fresh: await makeDatabase(adminUrl(), secrets.app),
    ownerUrl: url(OWNER, secrets.owner, DATABASE),
    appUrl: url(APP, secrets.app, DATABASE),
    version: binaries.version,
    stop: async () => {
      await watch?.stop();
      await shutDown(cluster, pid);
    },
  };
}

/** The owner's URL of the PostgreSQL that works in `dataDir` now; null where none does. */
export async function runningEmbedded(dataDir: string): Promise<string | null> {
  const folder = resolve(dataDir);
  const found = findPostmaster(clusterIn(folder));
  if (!found) return null;
  const { owner } = readSecrets(folder, true);
  return `postgres://${OWNER}:${owner}@127.0.0.1:${found.port}/${DATABASE}`;
}

const WATCH_MS = 500;

/** Looks whether the process lives, revives it when it does not, and gives up with the first revival that fails. */
function watchOver(pid: () => number, revive: () => Promise<void>, onLoss: (error: unknown) => void) {
  let reviving: Promise<void> | undefined;
  const look = async () => {
    if (await goneWithin(pid(), 0)) await revive();
  };
  const timer = setInterval(() => {
    reviving ??= look()
      .then(() => void (reviving = undefined))
      .catch((error: unknown) => {
        clearInterval(timer);
        onLoss(error);
      });
  }, WATCH_MS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await reviving;
    },
  };
}

// PostgreSQL refuses to be root: then it runs as the owner of the data it finds, at first as nobody.
function clusterIn(folder: string): Cluster {
  const data = join(folder, 'postgres');
  const cluster = { folder: data, log: join(folder, 'postgres.log'), runAs: undefined };
  if (process.getuid?.() !== 0) return cluster;
  const { uid, gid } = existsSync(data) ? statSync(data) : NOBODY;
  return { ...cluster, runAs: uid === 0 ? NOBODY : { uid, gid } };
}

/** The major version that wrote the data in `dataDir`, and ours; null where there is no data, or nothing that says so. */
export function majorsOf(dataDir: string, say: (line: string) => void): { found: string | null; ours: string } {
  const cluster = clusterIn(resolve(dataDir));
  return { found: majorOf(cluster), ours: findBinaries(cluster.runAs, say).version.split('.', 1)[0]! };
}

/** Stops the PostgreSQL that works in `dataDir`, if any. */
export async function stopEmbedded(dataDir: string): Promise<void> {
  const cluster = clusterIn(resolve(dataDir));
  const found = findPostmaster(cluster);
  if (found) await shutDown(cluster, found.pid);
}

function majorOf({ folder }: Cluster): string | null {
  const path = join(folder, 'PG_VERSION');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

function refuseOtherVersion(cluster: Cluster, { version }: Binaries): void {
  const found = majorOf(cluster);
  const major = version.split('.', 1)[0];
  if (found === major) return;
  const what = found === null ? 'không phải là dữ liệu của PostgreSQL' : `là dữ liệu của PostgreSQL ${found}`;
  throw new StartupError(
    `${cluster.folder} ${what}, bản này dùng PostgreSQL ${major}. npm start nâng cấp dữ liệu của bản cũ hơn (docs/runbooks/upgrade.md)`,
    `data of another PostgreSQL: npm start upgrades what an older one wrote`,
  );
}

interface Place {
  folder: string;
  cluster: Cluster;
  secrets: Secrets;
  adminUrl: () => string;
}

function rememberPort(folder: string, secrets: Secrets, port: number): void {
  if (secrets.port === port) return;
  secrets.port = port;
  writeSecrets(folder, secrets);
}

async function reuse({ folder, cluster, secrets, adminUrl }: Place, say: (line: string) => void) {
  const found = findPostmaster(cluster);
  if (!found) return null;
  rememberPort(folder, secrets, found.port);
  if (!(await answers(adminUrl, () => findPostmaster(cluster) !== null))) return null;
  say(`Dùng lại PostgreSQL còn chạy từ lần trước (pid ${found.pid})`);
  return found.pid;
}

const PASSING = ['could not bind', 'could not create any TCP', 'lock file "', 'shared memory block'];

// After kill -9 its helpers hold the shared memory for a moment, so a refused start is tried again.
async function start(place: Place, binaries: Binaries, settings: Record<string, string>): Promise<number> {
  const { folder, cluster, secrets, adminUrl } = place;
  for (const end = performance.now() + START_MS; ; await sleep(300)) {
    rememberPort(folder, secrets, await freePort(secrets.port));
    const { pid, said } = launch(binaries, cluster, { ...settings, port: String(secrets.port) });
    if (await answers(adminUrl, async () => !(await goneWithin(pid, 0)))) return pid;
    const words = said();
    if (!PASSING.some((part) => words.includes(part)) || performance.now() > end) throw failure(cluster, words);
  }
}

/** True once the server takes our password; false when it has ended before. Recovery after a crash may take its time. */
async function answers(adminUrl: () => string, lives: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + RECOVERY_MS; await lives(); await sleep(30)) {
    const client = new Client({ connectionString: adminUrl(), connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      const { code } = faultOf(error);
      if (code === '28P01' || code === '28000' || performance.now() > end) throw error;
    }
  }
  return false;
}

/** The wished port of 127.0.0.1 when nobody listens on it, else one that the system picks. */
const freePort = (wished: number) =>
  new Promise<number>((found, failed) => {
    const probe = createServer();
    probe.once('error', () => (wished === 0 ? failed(new Error('no free port')) : found(freePort(0))));
    probe.listen(wished, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

/** Makes what is missing of roles and database, so that a first start cut short is finished by the next. */
async function makeDatabase(adminUrl: string, appPassword: string): Promise<boolean> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const has = async (sql: string, name: string) => (await admin.query(sql, [name])).rowCount === 1;
    if (!(await has('select 1 from pg_roles where rolname = $1', APP)))
      await admin.query(`create role ${APP} login nosuperuser nobypassrls password '${appPassword}'`);
    const fresh = !(await has('select 1 from pg_database where datname = $1', DATABASE));
    if (fresh) await admin.query(`create database ${DATABASE} owner ${OWNER}`);
    await admin.query(`revoke all on database ${DATABASE} from public`);
    await admin.query(`grant connect on database ${DATABASE} to ${APP}`);
    return fresh;
  } finally {
    await admin.end();
  }
}
