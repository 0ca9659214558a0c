import { Injectable } from '@nestjs/common';
import type { Queue } from '@hat-nhan/contracts';
import { Gate } from './gate.js';
import { Settings } from './settings.js';

/** Requests that wait for a connection, at most: a third of a second on a small machine. On a slow one it is time that bounds them. */
const MOST_WAITING = 100;
const MOST_MS = 500;
/** What of that is for readers who are not signed in: a flood of them leaves room for members, and for what is written. */
const VISITORS = 0.5;

/**
 * The queues of routes that hold the processor for long. They are waited in before a connection is taken, so that a
 * burst of searches or of guessed passwords leaves the pool to everybody else.
 */
@Injectable()
export class Queues {
  private readonly gates: Record<Queue, Gate> = {
    // Two saturate two cores with any design; more at once only make all of them late.
    search: new Gate(2, 50),
    // argon2 takes 19 MiB and a core each.
    password: new Gate(4, 16),
  };

  /** Everybody's, for a connection: beyond it a refusal at once serves better than an answer that nobody waits for. */
  private readonly connections: Gate;

  constructor({ config }: Settings) {
    this.connections = new Gate(config.poolSize, MOST_WAITING, MOST_MS);
  }

  /** Whether whoever comes now is refused. */
  full(visitor: boolean): boolean {
    return this.connections.full(visitor ? VISITORS : 1);
  }

  /** Throws `unavailable` while too many wait for a connection. */
  demandRoom(): void {
    this.connections.demandRoom();
  }

  /** Whether somebody waits: a reason for the work at hand to do with less. */
  waiting(queue: Queue): boolean {
    return this.gates[queue].queueing;
  }

  /** Runs `work` when it is its turn; at once without a queue. Throws `unavailable` when too many wait already. */
  run<T>(queue: Queue | undefined, work: () => Promise<T>): Promise<T> {
    return queue ? this.gates[queue].run(work) : work();
  }

  /** Runs `work`, which takes a connection, when one is free. Throws `unavailable` when too many wait already. */
  connected<T>(work: () => Promise<T>): Promise<T> {
    return this.connections.run(work);
  }
}
