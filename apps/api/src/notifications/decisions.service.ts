import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';

// A second decision about the same post is told in place of the first.
const TELL = sql(`insert into notification (person_id, space_id, kind, thread_id, post_id, at, detail)
  select app.viewer(), $1::int, $2, $3, $4, $5, $6 where $1::int = any (app.spaces())
  on conflict on constraint notification_once do update set at = excluded.at, detail = excluded.detail, read_at = null
  returning id`);

/** What moderators decided about a post, for one whom it concerns. */
export interface Decision {
  kind: 'flag' | 'hidden';
  threadId: number;
  postId: number;
  spaceId: number;
  /** Title, note and outcome as they are told, also when the post is gone. */
  detail: object;
}

/** Puts the decisions of moderators into inboxes. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** With the eyes of the one who is told: where he does not read the space any more, nothing is. */
  async tell(personId: number, { kind, threadId, postId, spaceId, detail }: Decision): Promise<void> {
    const at = this.settings.clock.now().toISOString();
    await this.database.use({
      viewer: personId,
      writes: true,
      run: async (db) => {
        const made = await db.row<{ id: number }>(TELL, [spaceId, kind, threadId, postId, at, detail]);
        if (!made) return;
        const ctx = jobContext(db, this.settings, personId);
        const payload = { notificationId: made.id, personId };
        publish(ctx, 'notification.created', payload, { spaceId, itemId: threadId });
      },
    });
  }
}
