import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { sql, type Statement } from './db.js';
import { Every } from './listen.js';
import { Settings } from './settings.js';

/**
 * Days for which rows are kept after they have served. The default privacy notice names those of codes, sessions, mails and
 * invitations; a stream that was cut is told what it missed while the log holds it.
 */
export const KEPT_DAYS = { idempotency: 1, code: 1, event: 30, session: 30, mail: 90, invitation: 365 } as const;

/** Rows of one transaction: short enough for nobody to wait behind it. */
const BATCH = 1000;

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** A statement that deletes what `doomed` (its $1 a time) finds of a table, some at a time. Old rows come first, so no index is needed. */
export const forgetting = (table: string, doomed: string): Statement =>
  sql(`delete from ${table} where ctid = any (array(select ctid from ${table} where ${doomed} limit $2))`);

/** Deletes what is older than `days` in batches, each its own transaction. Gives the number of rows. */
export async function forget(database: Database, statement: Statement, now: Date, days: number): Promise<number> {
  const values = [daysBefore(now, days), BATCH];
  let all = 0;
  for (;;) {
    const some = await database.use({ writes: true, run: (db) => db.run(statement, values) });
    all += some;
    if (some < BATCH) return all;
  }
}

const IDEMPOTENCY = forgetting('idempotency', 'at < $1');
const MAIL = forgetting('mail', 'sent_at < $1');
const LIMITS = forgetting('rate_limit', 'expire < extract(epoch from $1::timestamptz) * 1000');
// The server's role may not delete from the log: this function takes from its old end only.
const EVENTS = sql('select app.forget_events($1, $2) as forgotten');

/** Each night the platform's own tables are cleared of what has served. Domains clear theirs. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Every('40 3 * * *')
  async forgetServed(): Promise<void> {
    const now = this.settings.clock.now();
    await forget(this.database, IDEMPOTENCY, now, KEPT_DAYS.idempotency);
    await forget(this.database, MAIL, now, KEPT_DAYS.mail);
    await forget(this.database, LIMITS, now, 0);
    await this.forgetEvents(daysBefore(now, KEPT_DAYS.event));
  }

  private async forgetEvents(before: Date): Promise<void> {
    for (;;) {
      const row = await this.database.use({
        writes: true,
        run: (db) => db.row<{ forgotten: number }>(EVENTS, [before, BATCH]),
      });
      if ((row?.forgotten ?? 0) < BATCH) return;
    }
  }
}
