import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../platform/problem.js';

/** argon2id (the library's default), 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const WAITING = 16;

/** Hashes and checks passwords, four at a time; whom the queue cannot take is told to come back. */
@Injectable()
export class PasswordsService {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  /** Checked for an unknown address, so that it takes as long as a known one. */
  private readonly nobody = hash('nobody has this password', COST);

  /** The PHC text to store. Throws `unavailable` when too many wait. */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** Whether a password is the right one; without a stored one it takes as long and is false. Throws `unavailable`. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await this.inTurn(async () => verify(stored ?? (await this.nobody), password));
    return right && Boolean(stored);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.queue.length >= WAITING) throw new Problem('unavailable', { retryAfter: 2 });
      await new Promise<void>((turn) => this.queue.push(turn));
    } else this.running++;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running--;
    }
  }
}
