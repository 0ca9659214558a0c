import { Injectable } from '@nestjs/common';
import { audit } from '../platform/audit.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { Every } from '../platform/listen.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';

/** Days that a request or an invitation waits for an answer, as one to the network does. */
const WAITS_DAYS = 30;
const DAY = 86_400_000;

const LAPSE = sql('select id, space_id as "spaceId", person_id as "personId" from app.lapse_joinings($1, $2)');

interface Lapsed {
  id: number;
  spaceId: number;
  personId: number;
}

/** What nobody answers does not wait for ever: who asked is told, and may ask again. */
@Injectable()
export class WaitingListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Every('15 6 * * *')
  async lapse(): Promise<void> {
    const now = this.settings.clock.now();
    await this.database.use({
      writes: true,
      run: async (db) => {
        const ctx = { ...jobContext(db, this.settings, 0), actor: null };
        for (const { id, spaceId, personId } of await db.rows<Lapsed>(LAPSE, [
          new Date(now.getTime() - WAITS_DAYS * DAY),
          now,
        ])) {
          const detail = { spaceId, joiningId: id };
          await audit(ctx, {
            action: 'joining.settle',
            role: 'system',
            itemId: personId,
            from: 'open',
            to: 'lapsed',
            detail,
          });
          publish(ctx, 'joining.settled', { joiningId: id, personId }, { spaceId, itemId: personId });
        }
      },
    });
  }
}
