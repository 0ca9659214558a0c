import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Problem } from './problem.js';

type Key = (string | number)[];

/** Signs and reads keyset cursors, so that a forged one is refused and none is carried to another list. */
export class Cursors {
  private readonly secret: KeyObject;

  constructor(secret: Buffer) {
    this.secret = createSecretKey(secret);
  }

  private sign(list: string, payload: string): string {
    return createHmac('sha256', this.secret).update(`${list}\n${payload}`).digest('base64url').slice(0, 22);
  }

  /** The cursor behind the row with this key. `list` names the route. */
  write(list: string, key: Key): string {
    const payload = Buffer.from(JSON.stringify(key)).toString('base64url');
    return `${payload}.${this.sign(list, payload)}`;
  }

  /** The key in a cursor, or undefined without one. Throws `invalid-cursor`. */
  read(list: string, cursor: string | undefined): Key | undefined {
    if (cursor === undefined) return undefined;
    const [payload = '', signature = ''] = cursor.split('.');
    const expected = Buffer.from(this.sign(list, payload));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('invalid-cursor');
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Key;
  }

  /** Cuts one row more than asked into a page with its next cursor. */
  page<T>(list: string, rows: T[], limit: number, keyOf: (row: T) => Key): { items: T[]; next: string | null } {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? this.write(list, keyOf(last)) : null };
  }
}
