import { Injectable } from '@nestjs/common';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { On } from '../platform/listen.js';
import { Settings } from '../platform/settings.js';
import { ProfilesService } from './profiles.service.js';

const OF_ORGANISATION = sql(`with recursive below(id) as (select $1::int
    union select u.id from organisation u join below b on u.parent_id = b.id)
  select p.id from person p where p.organisation_id in (select id from below) order by p.id`);

/** People are found by the name of where they are, so theirs is written anew when that changes. */
@Injectable()
export class PeopleListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly profiles: ProfilesService,
  ) {}

  @On('organisation.changed')
  async organisationChanged({ payload: { organisationId }, actorId }: Heard<'organisation.changed'>): Promise<void> {
    if (actorId === null) return;
    await this.database.use({
      viewer: actorId,
      writes: true,
      run: async (db) => {
        const ctx = jobContext(db, this.settings, actorId);
        const people = await db.rows<{ id: number }>(OF_ORGANISATION, [organisationId]);
        for (const { id } of people) await this.profiles.describe(ctx, id);
      },
    });
  }
}
