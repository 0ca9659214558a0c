import { Problem } from './problem.js';

/** Lets so many pieces of work run at once; the rest wait their turn, first come first served. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** Whether somebody waits for his turn: a reason for the work at hand to do with less. */
  get queueing(): boolean {
    return this.waiting.length > 0;
  }

  /** Throws `unavailable` when too many wait already, before anything is spent on one more. */
  demandRoom(): void {
    if (this.waiting.length >= this.mostWaiting) throw new Problem('unavailable', { retryAfter: 2 });
  }

  /** Runs `work` when it is its turn. Throws `unavailable` when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running++;
    else {
      this.demandRoom();
      // The place of the one who leaves is handed on, so that no newcomer slips in before those who wait.
      await new Promise<void>((turn) => this.waiting.push(turn));
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
