import { Injectable } from '@nestjs/common';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { On } from '../platform/listen.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { mailDue } from './mail-due.js';

const MODERATORS = sql('select unnest(k.moderators) as id from app.known_groups($1, null, null, null, null, 1) k');
// With the eyes of the one who is told. Who stands outside the group is told where every member reads.
const TELL = sql(`insert into notification (person_id, space_id, kind, joining_id, actor_id, at, mail_due, detail)
  select app.viewer(), case when $3 then j.space_id else (select s.id from space s where s.kind = 'members' order by s.id limit 1) end, $2, j.id,
    case when $2 in ('join_accepted', 'join_declined', 'join_lapsed') then j.decided_by else j.by_id end, $4, $5,
    json_build_object('title', j.title, 'note', case when $2 = 'join_declined' then j.reason when $2 in ('join_accepted', 'join_lapsed') then '' else j.note end)
  from space_joining j
  where j.id = $1 and exists (select from account a where a.person_id = app.viewer() and a.rules_at is not null and a.disabled_at is null)
    and case $2 when 'join_asked' then j.kind = 'asked' and j.state = 'open'
      when 'join_invited' then j.kind = 'invited' and j.state = 'open'
      when 'join_accepted' then j.kind = 'asked' and j.state = 'accepted'
      when 'join_lapsed' then j.kind = 'asked' and j.state = 'lapsed' and j.decided_by is null
      else j.kind = 'asked' and j.state = 'declined' end
  on conflict (person_id, kind, joining_id) where joining_id is not null do nothing returning id, space_id as "spaceId"`);

type Kind = 'join_asked' | 'join_invited' | 'join_accepted' | 'join_declined' | 'join_lapsed';

/** Tells moderators who asks to join, the invited that he is invited, and who asked what became of it. */
@Injectable()
export class JoiningsListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @On('joining.opened')
  async opened({ payload: { joiningId, spaceId, personId }, actorId }: Heard<'joining.opened'>): Promise<void> {
    if (actorId !== personId) return this.tell(personId, joiningId, 'join_invited');
    const moderators = await this.database.use({
      viewer: personId,
      writes: false,
      run: (db) => db.rows<{ id: number }>(MODERATORS, [spaceId]),
    });
    for (const { id } of moderators) await this.tell(id, joiningId, 'join_asked');
  }

  @On('joining.settled')
  async settled({ payload: { joiningId, personId }, actorId }: Heard<'joining.settled'>): Promise<void> {
    if (actorId === personId) return;
    await this.tell(personId, joiningId, 'join_accepted');
    await this.tell(personId, joiningId, 'join_declined');
    await this.tell(personId, joiningId, 'join_lapsed');
  }

  /** Nothing where it is over, or came out otherwise. */
  private async tell(personId: number, joiningId: number, kind: Kind): Promise<void> {
    const now = this.settings.clock.now();
    const due = mailDue(now);
    await this.database.use({
      viewer: personId,
      writes: true,
      run: async (db) => {
        const values = [joiningId, kind, kind === 'join_asked', now.toISOString(), due];
        const made = await db.row<{ id: number; spaceId: number }>(TELL, values);
        if (!made) return;
        const ctx = jobContext(db, this.settings, personId);
        const payload = { notificationId: made.id, personId };
        publish(ctx, 'notification.created', payload, { spaceId: made.spaceId, itemId: personId });
      },
    });
  }
}
