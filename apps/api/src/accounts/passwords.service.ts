import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Gate } from '../platform/gate.js';

/** argon2id (the library's default), 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const WAITING = 16;

/** Hashes and checks passwords, four at a time; whom the queue cannot take is told to come back. */
@Injectable()
export class PasswordsService {
  private readonly gate = new Gate(AT_ONCE, WAITING);
  /** Checked for an unknown address, so that it takes as long as a known one. */
  private readonly nobody = hash('nobody has this password', COST);

  /** The PHC text to store. Throws `unavailable` when too many wait. */
  async hash(password: string): Promise<string> {
    return this.gate.run(() => hash(password, COST));
  }

  /** Whether a password is the right one; without a stored one it takes as long and is false. Throws `unavailable`. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await this.gate.run(async () => verify(stored ?? (await this.nobody), password));
    return right && Boolean(stored);
  }
}
