import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';

/** Share of a disk that may be in use; beyond it the data folder can not be trusted to take another row or file. */
const MOST = 0.95;
const CACHED_MS = 5000;

type Space = Pick<StatsFs, 'blocks' | 'bfree' | 'bavail'>;

/** Share in use of what this program may use, 0 to 1. */
const shareOf = ({ blocks, bfree, bavail }: Space): number => (blocks - bfree) / Math.max(1, blocks - bfree + bavail);

/** Whether more than 95 % is in use of what this program may use; what the system keeps for itself does not count. */
export const isFull = (space: Space): boolean => shareOf(space) > MOST;

/** The disk of the data folder. */
export class Disk {
  private known: { until: number; full: Promise<boolean> } | undefined;

  constructor(
    private readonly folder: string,
    private readonly read: (folder: string) => Promise<Space> = statfs,
  ) {}

  /** How much of it is in use, in percent; null where the system does not tell. */
  used(): Promise<{ used: number; full: boolean } | null> {
    return this.read(this.folder).then(
      (space) => ({ used: Math.round(100 * shareOf(space)), full: isFull(space) }),
      () => null,
    );
  }

  /** Whether it is full, asked every five seconds at most. A folder that is not there, or tells nothing, is not. */
  full(): Promise<boolean> {
    const now = performance.now();
    if (!this.known || this.known.until <= now)
      this.known = { until: now + CACHED_MS, full: this.read(this.folder).then(isFull, () => false) };
    return this.known.full;
  }
}
