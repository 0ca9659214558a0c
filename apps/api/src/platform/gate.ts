import { Problem } from './problem.js';

/** Seconds after which whoever was refused may come again. */
export const RETRY_AFTER = 2;

/** Lets so many pieces of work run at once; the rest wait their turn, first come first served. */
export class Gate {
  private running = 0;
  private readonly waiting: { since: number; turn: () => void }[] = [];

  /** Nobody new waits behind `mostWaiting` others, nor behind one who has waited `mostMs` already. */
  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
    private readonly mostMs = Number.POSITIVE_INFINITY,
  ) {}

  /** Whether somebody waits for his turn: a reason for the work at hand to do with less. */
  get queueing(): boolean {
    return this.waiting.length > 0;
  }

  /** Whether one more would wait too long; with a `share` below 1, whether that part of the room is taken. */
  full(share = 1): boolean {
    const first = this.waiting[0];
    if (first === undefined) return this.mostWaiting <= 0;
    return this.waiting.length >= this.mostWaiting * share || performance.now() - first.since > this.mostMs * share;
  }

  /** Throws `unavailable` when it is full, before anything is spent on one more. */
  demandRoom(): void {
    if (this.full()) throw new Problem('unavailable', { retryAfter: RETRY_AFTER });
  }

  /** Runs `work` when it is its turn. Throws `unavailable` when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running++;
    else {
      this.demandRoom();
      // The place of the one who leaves is handed on, so that no newcomer slips in before those who wait.
      await new Promise<void>((turn) => this.waiting.push({ since: performance.now(), turn }));
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next.turn();
      else this.running--;
    }
  }
}
