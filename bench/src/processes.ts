import { readdirSync, readFileSync } from 'node:fs';

/** Nanoseconds that each process has run, by its id. */
export type Clocks = Map<number, bigint>;

/** CPU of a process with all its threads, in nanoseconds; 0 when it has ended. The clock of /proc/…/stat ticks too coarsely. */
function cpuOf(pid: number): bigint {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + threadCpu(pid, thread), 0n);
  } catch {
    return 0n;
  }
}

function threadCpu(pid: number, thread: string): bigint {
  try {
    return BigInt(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]!);
  } catch {
    return 0n;
  }
}

/** The postmaster and every process that it started. */
export function postgresProcesses(postmaster: number): number[] {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim();
  return [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
}

/** What the processes have run until now. */
export const readClocks = (pids: number[]): Clocks => new Map(pids.map((pid) => [pid, cpuOf(pid)]));

/** Milliseconds of CPU between two readings; a process that came in between counts from its start. */
export function millisecondsBetween(before: Clocks, after: Clocks): number {
  let sum = 0n;
  for (const [pid, ran] of after) {
    const since = ran - (before.get(pid) ?? 0n);
    if (since > 0n) sum += since;
  }
  return Number(sum) / 1e6;
}

/** Resident memory of a process, in MB. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
