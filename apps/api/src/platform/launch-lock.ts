import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultOf, StartupError } from './startup-error.js';

interface Holder {
  pid: number;
  /** Start of that process in clock ticks since boot: a pid alone may have been given to another program. */
  since: string;
  origin: string | null;
}

export interface LaunchLock {
  /** Tells later starts where this one answers. */
  announce(origin: string): void;
  release(): void;
}

/**
 * Takes the data folder for this process. A lock left by a killed process is taken over.
 * Throws a StartupError naming address and pid when another launcher is alive.
 */
export function takeLock(dataDir: string): LaunchLock {
  const path = join(dataDir, 'launcher.json');
  const mine = join(dataDir, `launcher.${process.pid}.json`);
  const me: Holder = { pid: process.pid, since: startOf(process.pid), origin: null };
  writeFileSync(mine, JSON.stringify(me));
  try {
    while (!linked(mine, path)) stepOver(path, `${mine}.stale`);
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    announce(origin) {
      writeFileSync(mine, JSON.stringify({ ...me, origin }));
      renameSync(mine, path);
    },
    release: () => rmSync(path, { force: true }),
  };
}

// A link is made whole or not at all, so no reader ever sees half a lock.
function linked(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (faultOf(error).code === 'EEXIST') return false;
    throw error;
  }
}

function stepOver(path: string, aside: string): void {
  const seen = text(path);
  if (seen === null) return;
  const holder = parse(seen);
  if (holder && isAlive(holder)) throw running(holder);
  try {
    renameSync(path, aside);
  } catch {
    return; // another start was faster
  }
  // Between reading and moving, another start may have taken over: then its lock goes back.
  if (text(aside) !== seen) linked(aside, path);
  rmSync(aside, { force: true });
}

const running = ({ pid, origin }: Holder) =>
  origin === null
    ? new StartupError(
        `Hạt Nhân đang được khởi động ở cửa sổ khác (pid ${pid})`,
        `another start is under way, pid ${pid}`,
      )
    : new StartupError(`Hạt Nhân đang chạy ở ${origin} (pid ${pid})`, `it is already running there`);

function parse(json: string): Holder | null {
  try {
    const holder = JSON.parse(json) as Holder;
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

const isAlive = ({ pid, since }: Holder) => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (faultOf(error).code !== 'EPERM') return false;
  }
  return startOf(pid) === since;
};

/** When the process started, as the kernel counts; empty where there is no /proc. */
function startOf(pid: number): string {
  const stat = text(`/proc/${pid}/stat`);
  if (stat !== null && /\) Z /.test(stat)) return 'ended';
  // The name in brackets may hold spaces; field 22 is the 20th after it.
  return stat === null ? '' : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '');
}

function text(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
