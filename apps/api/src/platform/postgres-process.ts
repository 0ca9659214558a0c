import { execFile, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { canEnter, childEnv, type Binaries, type RunAs } from './postgres-binaries.js';
import { diskFull, faultOf, StartupError } from './startup-error.js';

/** A data folder of PostgreSQL, where it logs, and whose processes work in it (nobody's name as an ordinary user). */
export interface Cluster {
  folder: string;
  log: string;
  runAs: RunAs | undefined;
}

const LOG_LIMIT_BYTES = 10_000_000;

const ownership = ({ folder, runAs }: Cluster) => ({ cwd: folder, env: childEnv(), ...runAs });

// Below a closed folder (/root) the server's account cannot follow the path, but it starts inside, so it need not.
const pathFor = ({ folder, runAs }: Cluster) => (runAs && !canEnter(folder, runAs) ? '/proc/self/cwd' : folder);

/**
 * Makes a new data folder with `owner` as its superuser: beside its place first, so that a start killed half-way leaves nothing
 * that looks whole. Collation is byte order, with ICU's Vietnamese for what asks for it.
 */
export async function initialise(binaries: Binaries, cluster: Cluster, owner: string, password: string): Promise<void> {
  const half = { ...cluster, folder: `${cluster.folder}.new` };
  const secret = `${half.folder}.password`;
  rmSync(half.folder, { recursive: true, force: true });
  mkdirSync(half.folder, { mode: 0o700 });
  try {
    writeFileSync(secret, password, { mode: 0o600 });
    if (cluster.runAs) for (const path of [half.folder, secret]) chownSync(path, cluster.runAs.uid, cluster.runAs.gid);
    const named = ['-D', pathFor(half), '-U', owner, '--pwfile', `../${secret.split('/').at(-1)}`];
    const kind = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=vi', '--locale=C', '--data-checksums'];
    await promisify(execFile)(binaries.initdb, [...named, ...kind, '-A', 'scram-sha-256'], ownership(half));
    renameSync(half.folder, cluster.folder);
  } catch (error) {
    rmSync(half.folder, { recursive: true, force: true });
    throw failure(cluster, faultOf(error).stderr ?? '', error);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** The postgres that works in this data folder now, if any. A pid file that names another program is removed. */
export function findPostmaster({ folder }: Cluster): { pid: number; port: number } | null {
  const path = join(folder, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (worksIn(pid, folder)) return { pid, port: Number(lines[3]) };
  // After kill -9 its number may be another program's, or a dead one's that nobody collected; PostgreSQL would take it for
  // itself and refuse. Helpers that outlive it for a moment are still found, by the shared memory they hold.
  if (exists(pid)) rmSync(path, { force: true });
  return null;
}

function worksIn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cwd')) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

const isAlive = (pid: number) => exists(pid) && !isZombie(pid);

function exists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return faultOf(error).code === 'EPERM';
  }
}

// Dead, but in a container whose first process collects nobody it keeps its number for ever.
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export interface Started {
  pid: number;
  /** What it has logged since it was started. */
  said(): string;
}

/** Starts postgres on its own, so that a Ctrl-C meant for the launcher does not reach it before the requests are done. */
export function launch(binaries: Binaries, cluster: Cluster, settings: Record<string, string>): Started {
  const before = existsSync(cluster.log) ? statSync(cluster.log).size : 0;
  const full = before > LOG_LIMIT_BYTES;
  if (full) renameSync(cluster.log, `${cluster.log}.1`);
  const log = openSync(cluster.log, 'a', 0o600);
  try {
    const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binaries.postgres, ['-D', pathFor(cluster), ...set], {
      ...ownership(cluster),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('error', () => {}); // seen as a missing pid below
    if (child.pid === undefined) throw new StartupError('Không chạy được PostgreSQL đi kèm', 'postgres does not run');
    child.unref();
    const from = full ? 0 : before;
    return { pid: child.pid, said: () => readFileSync(cluster.log).subarray(from).toString() };
  } finally {
    closeSync(log);
  }
}

/** Fast shutdown: sessions end, everything is written. After `patienceMs` it is made to stop and recovers at the next start. */
export async function shutDown(cluster: Cluster, pid: number, patienceMs = 15_000): Promise<void> {
  if (!worksIn(pid, cluster.folder)) return;
  process.kill(pid, 'SIGINT');
  if (await goneWithin(pid, patienceMs)) return;
  process.kill(pid, 'SIGQUIT');
  await goneWithin(pid, 5000);
}

/** Waits until the process has ended; false when it has not after `ms`. */
export async function goneWithin(pid: number, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; isAlive(pid); await sleep(20)) if (performance.now() > end) return false;
  return true;
}

/** What PostgreSQL said, as one line that names the remedy. */
export function failure({ log, folder }: Cluster, said: string, cause?: unknown): unknown {
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(folder);
  const line = /(?:FATAL|PANIC|error): +(.*)/.exec(said)?.[1];
  if (line === undefined && cause !== undefined) return cause;
  return new StartupError(
    `PostgreSQL không khởi động được: ${line ?? 'không rõ lý do'}. Xem ${log}`,
    'PostgreSQL does not start, see its log',
    { cause },
  );
}
