import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { Every } from '../platform/listen.js';

// About 16 s at 200,000 posts; the limit of a request would stop it.
const PATIENCE = sql(`select set_config('statement_timeout', '30min', true)`);
const GROWN = sql(
  `select c.reltuples > 2 * s.all_rows + 1000 as grown from pg_class c, search_size s where c.oid = 'search_row'::regclass`,
);
const RECOUNT = sql('select app.recount_terms()');

/** Counts the terms again each night, so that weights and budgets follow what is written. */
@Injectable()
export class SearchListener {
  constructor(private readonly database: Database) {}

  /** After a large import the night is too far: without counts every search reads everything. */
  @Every('*/10 * * * *')
  async recountGrown(): Promise<void> {
    const row = await this.database.use({ writes: false, run: (db) => db.row<{ grown: boolean }>(GROWN) });
    if (row?.grown) await this.recountTerms();
  }

  /** Nobody's eyes: the function counts as the owner and gives nothing back. */
  @Every('30 2 * * *')
  async recountTerms(): Promise<void> {
    await this.database.use({
      writes: true,
      run: async (db) => {
        await db.run(PATIENCE);
        await db.run(RECOUNT);
      },
    });
  }
}
