import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { sql } from './db.js';
import { Every } from './listen.js';

const SEAL = sql('select app.seal_audit($1) as sealed');
const BATCH = 1000;

/** Chains the audit log each minute: in the transaction of the deed, every writer would wait for the one before. */
@Injectable()
export class Sealing {
  constructor(private readonly database: Database) {}

  @Every('* * * * *')
  async sealAudit(): Promise<void> {
    for (;;) {
      const row = await this.database.use({
        writes: true,
        run: (db) => db.row<{ sealed: number }>(SEAL, [BATCH]),
      });
      if ((row?.sealed ?? 0) < BATCH) return;
    }
  }
}
