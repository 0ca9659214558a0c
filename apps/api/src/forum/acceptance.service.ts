import { Injectable } from '@nestjs/common';
import type { Input, Result, threads } from '@hat-nhan/contracts';
import type { AuditRole } from '@hat-nhan/contracts/audit-marks';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { acceptIn, acceptsAs, possible, transitionsFrom, type Move } from '../policies/forum.js';
import { findPost, type FoundPost } from './sight.js';

// The thread's item is held by the caller. Only an answer whose choice really changes moves the counter and the state.
const changed = (post: string, step: string) => `with chosen as (
    update post set ${post} returning thread_id
  ), counted as (
    update thread t set accepted = t.accepted ${step} from chosen where t.id = chosen.thread_id returning t.id, t.accepted, t.answers
  ), moved as (
    update item i set state = case when c.accepted > 0 then 'resolved' else 'open' end from counted c where i.id = c.id returning i.state
  ) select c.accepted, c.answers, m.state from counted c, moved m`;
const ACCEPT = sql(
  changed('accepted_at = $2, accepted_by = $3, accepted_as = $4 where id = $1 and accepted_at is null', '+ 1'),
);
const UNACCEPT = sql(
  changed(
    'accepted_at = null, accepted_by = null, accepted_as = null where id = $1 and accepted_at is not null',
    '- 1',
  ),
);
const UNCHANGED = sql('select t.accepted, i.state from thread t join item i on i.id = t.id where t.id = $1');

type Accepted = Result<typeof threads.accept>;
type Changed = Accepted & { answers: number };

/** Choosing answers: several may be chosen, and the question is resolved while one is. */
@Injectable()
export class AcceptanceService {
  async accept(ctx: Ctx, { id }: Input<typeof threads.accept>): Promise<Accepted> {
    const { post, as } = await this.find(ctx, id, 'accept');
    const row = await ctx.db.row<Changed>(ACCEPT, [id, ctx.clock.now(), actorOf(ctx).personId, as]);
    return row ? this.told(ctx, post, as, 'accept', row) : this.unchanged(ctx, post);
  }

  async unaccept(ctx: Ctx, { id }: Input<typeof threads.unaccept>): Promise<Accepted> {
    const { post, as } = await this.find(ctx, id, 'unaccept');
    const row = await ctx.db.row<Changed>(UNACCEPT, [id]);
    return row ? this.told(ctx, post, as, 'unaccept', row) : this.unchanged(ctx, post);
  }

  private async find(ctx: Ctx, id: number, move: Move): Promise<{ post: FoundPost; as: AuditRole | '' }> {
    const post = await findPost(ctx, id, true);
    if (post.kind !== 'answer' || post.deleted) throw new Problem('not-found');
    authorize(ctx, acceptIn, post.thread);
    if (!possible(post.thread, move))
      throw new Problem('illegal-transition', { allowed: transitionsFrom(post.thread) });
    return { post, as: acceptsAs(actorOf(ctx), post.thread) ?? '' };
  }

  /** Choosing what is chosen already changes nothing, and says nothing to anybody. */
  private async unchanged(ctx: Ctx, { thread }: FoundPost): Promise<Accepted> {
    const row = await ctx.db.row<Accepted>(UNCHANGED, [thread.id]);
    if (!row) throw new Problem('not-found');
    return row;
  }

  private async told(
    ctx: Ctx,
    post: FoundPost,
    as: AuditRole | '',
    move: 'accept' | 'unaccept',
    row: Changed,
  ): Promise<Accepted> {
    const { id: threadId, spaceId, state: from } = post.thread;
    const own = post.authorId === actorOf(ctx).personId;
    const detail = { threadId, ...(own && { own }) };
    await audit(ctx, { action: `answer.${move}`, role: as, itemId: post.id, from, to: row.state, detail });
    const name = move === 'accept' ? 'answer.accepted' : 'answer.unaccepted';
    publish(ctx, name, { threadId, postId: post.id }, { spaceId, itemId: threadId, version: row.answers });
    return { state: row.state, accepted: row.accepted };
  }
}
