import { Injectable } from '@nestjs/common';
import type { Heard } from '../events.js';
import { DecisionsService, type Decision } from '../notifications/decisions.service.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { On } from '../platform/listen.js';

// Read with the eyes of the moderator who decided.
const DECIDED = sql(`select f.person_id as "personId", r.space_id as "spaceId", r.thread_id as "threadId",
    jsonb_build_object('outcome', r.state, 'note', r.note, 'title', x.title) as detail
  from review r join flag f on f.review_id = r.id join lateral app.moderated_posts(array[r.item_id]) x on true where r.id = $1`);
const HIDDEN =
  sql(`select w.author_id as "personId", w.space_id as "spaceId", w.thread_id as "threadId", jsonb_build_object('note', w.reason, 'title', w.title) as detail
  from withheld w where w.id = $1 and w.kind = 'hidden' and w.author_id <> $2`);

type Told = Pick<Decision, 'spaceId' | 'threadId' | 'detail'> & { personId: number };

/** Tells what moderators decided: those who flagged, and the author of what was hidden. */
@Injectable()
export class DecisionsListener {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsService,
  ) {}

  @On('review.decided')
  async reviewDecided({ payload, actorId }: Heard<'review.decided'>): Promise<void> {
    const { reviewId, postId } = payload;
    await this.tell(actorId, { kind: 'flag', postId }, DECIDED, [reviewId]);
  }

  @On('post.hidden')
  async postHidden({ payload, actorId }: Heard<'post.hidden'>): Promise<void> {
    await this.tell(actorId, { kind: 'hidden', postId: payload.postId }, HIDDEN, [payload.postId, actorId]);
  }

  private async tell(
    viewer: number | null,
    about: Pick<Decision, 'kind' | 'postId'>,
    whom: typeof DECIDED,
    values: unknown[],
  ): Promise<void> {
    if (viewer === null) return;
    const told = await this.database.use({ viewer, writes: false, run: (db) => db.rows<Told>(whom, values) });
    for (const { personId, ...one } of told) await this.decisions.tell(personId, { ...about, ...one });
  }
}
