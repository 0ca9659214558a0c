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
  select p.id from person p where p.organisation_id in (select id from below) and p.id > $2 order by p.id limit $3`);
/** People written anew in one transaction. */
const AT_ONCE = 500;

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
    for (let last: number | undefined = 0; last !== undefined;)
      last = await this.describe(organisationId, actorId, last);
  }

  /** The next of them after the person `after`. Returns the last one, undefined where that was all. */
  private describe(organisationId: number, viewer: number, after: number): Promise<number | undefined> {
    return this.database.use({
      viewer,
      writes: true,
      run: async (db) => {
        const found = await db.rows<{ id: number }>(OF_ORGANISATION, [organisationId, after, AT_ONCE]);
        const people = found.map(({ id }) => id);
        await this.profiles.describeAll(jobContext(db, this.settings, viewer), people);
        return people.length < AT_ONCE ? undefined : people.at(-1);
      },
    });
  }
}
