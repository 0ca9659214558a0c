import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { Every } from '../platform/listen.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';

const DUE = sql('select person_id from app.reminders_due($1::timestamptz) d(person_id)');
// Taken with the person's own eyes: once, and what he does not see any more is not called to his mind.
const TAKE = sql(`update bookmark b set remind_at = null from post p
  where b.person_id = (select app.viewer()) and b.remind_at <= $1 and p.id = b.item_id
  returning b.item_id as "postId", b.space_id as "spaceId", p.thread_id as "threadId"`);

/** Reminds of what was saved, at the time that its owner chose. */
@Injectable()
export class RemindersListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Every('* * * * *')
  async remind(): Promise<void> {
    const now = this.settings.clock.now().toISOString();
    const due = await this.database.use({ writes: false, run: (db) => db.rows<{ person_id: number }>(DUE, [now]) });
    for (const { person_id: personId } of due) {
      await this.database.use({
        viewer: personId,
        writes: true,
        run: async (db) => {
          const ctx = jobContext(db, this.settings, personId);
          const taken = await db.rows<{ postId: number; spaceId: number; threadId: number }>(TAKE, [now]);
          for (const { postId, threadId } of taken) publish(ctx, 'bookmark.due', { threadId, postId, personId });
        },
      });
    }
  }
}
