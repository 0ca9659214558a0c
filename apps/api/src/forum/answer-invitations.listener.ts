import { Injectable } from '@nestjs/common';
import { Calendar } from '../calendar/calendar.js';
import { audit } from '../platform/audit.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { Every } from '../platform/listen.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { EXPIRE } from './answer-invitations.sql.js';
import { invitationsRunOut } from './holidays.js';

const DUE = sql('select person_id from app.answer_invitations_due($1::timestamptz, $2::date) d(person_id)');

/** Lets invitations run out that nobody answers. */
@Injectable()
export class AnswerInvitationsListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly calendar: Calendar,
  ) {}

  @Every('20 6 * * *')
  async expire(): Promise<void> {
    const now = this.settings.clock.now();
    const { sent, promised } = invitationsRunOut(now, this.calendar.around(now));
    const due = await this.database.use({
      writes: false,
      run: (db) => db.rows<{ person_id: number }>(DUE, [sent, promised]),
    });
    for (const { person_id: personId } of due) {
      await this.database.use({
        viewer: personId,
        writes: true,
        run: async (db) => {
          const ctx = { ...jobContext(db, this.settings, personId), actor: null };
          const rows = await db.rows<{ threadId: number; spaceId: number; was: string }>(EXPIRE, [sent, promised]);
          for (const { threadId, spaceId, was } of rows) {
            const action = 'answerInvitation.expire';
            await audit(ctx, {
              action,
              role: 'system',
              itemId: threadId,
              from: was,
              to: 'expired',
              detail: { personId },
            });
            publish(ctx, 'thread.changed', { threadId }, { spaceId, itemId: threadId });
          }
        },
      });
    }
  }
}
