import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default), 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords; the routes that do stand in the queue `password`. */
@Injectable()
export class PasswordsService {
  /** Checked for an unknown address, so that it takes as long as a known one. */
  private readonly nobody = hash('nobody has this password', COST);

  /** The PHC text to store. */
  async hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Whether a password is the right one; without a stored one it takes as long and is false. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobody), password);
    return right && Boolean(stored);
  }
}
