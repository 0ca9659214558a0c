import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { hashToken } from './tokens.js';

const COUNT = 10;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

const VOID = sql('delete from recovery_code where person_id = $1');
const KEEP = sql('insert into recovery_code (person_id, hash) select $1, h from unnest($2::bytea[]) h');
const USE = sql('update recovery_code set used_at = $3 where person_id = $1 and hash = $2 and used_at is null');

/** Codes on paper for the day when phone and mailbox are out of reach: 80 bits each, stored hashed, used once. */
@Injectable()
export class RecoveryService {
  /** Ten new ones; those before are void. */
  async make(ctx: Ctx): Promise<string[]> {
    const { personId } = actorOf(ctx);
    const codes = Array.from({ length: COUNT }, makeRecoveryCode);
    await ctx.db.run(VOID, [personId]);
    await ctx.db.run(KEEP, [personId, codes.map((code) => hashToken(plain(code)))]);
    return codes;
  }

  /** Uses a code up; false where it is unknown or was used. */
  async use(ctx: Ctx, personId: number, code: string): Promise<boolean> {
    return (await ctx.db.run(USE, [personId, hashToken(plain(code)), ctx.clock.now()])) === 1;
  }

  async voidAll(ctx: Ctx): Promise<void> {
    await ctx.db.run(VOID, [actorOf(ctx).personId]);
  }
}

const plain = (code: string) => code.toLowerCase().replace(/[\s-]/g, '');

/** "abcd-efgh-ijkl-mnop": five bits a letter. */
const makeRecoveryCode = () =>
  [...randomBytes(16)]
    .map((byte) => LETTERS[byte & 31]!)
    .join('')
    .replace(/.{4}(?=.)/g, '$&-');
