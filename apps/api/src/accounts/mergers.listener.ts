import { Injectable } from '@nestjs/common';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { On } from '../platform/listen.js';

// An expired one may be sent again, so it goes along too.
const INVITATIONS = sql(`update invitation set organisation_id = $2
  where organisation_id = $1 and state in ('created', 'sent', 'expired')`);
const REQUESTS = sql(`update join_request set organisation_id = $2 where organisation_id = $1 and state = 'requested'`);

/** Who is on the way into an organisation that was merged arrives where it went. */
@Injectable()
export class MergersListener {
  constructor(private readonly database: Database) {}

  @On('organisation.merged')
  async organisationMerged({ payload: { fromId, intoId } }: Heard<'organisation.merged'>): Promise<void> {
    await this.database.use({
      writes: true,
      run: async (db) => {
        await db.run(INVITATIONS, [fromId, intoId]);
        await db.run(REQUESTS, [fromId, intoId]);
      },
    });
  }
}
