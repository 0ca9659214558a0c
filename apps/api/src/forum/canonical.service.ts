import { Injectable } from '@nestjs/common';
import type { Input, truth } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { markCanonical, possible, transitionsFrom } from '../policies/forum.js';
import { findPost, type FoundPost } from './sight.js';

// The thread's item is held by the caller. Only an answer whose mark really changes moves the counter.
const changed = (post: string, step: string) =>
  sql(`with marked as (update post set ${post} returning thread_id)
  update thread t set canonical = t.canonical ${step} from marked where t.id = marked.thread_id returning t.answers`);
const MARK = changed('canonical_at = $2, canonical_by = $3 where id = $1 and canonical_at is null', '+ 1');
const UNMARK = changed('canonical_at = null, canonical_by = null where id = $1 and canonical_at is not null', '- 1');

/** "Trả lời chuẩn": which answers experts of the topic stand for, written by somebody else. */
@Injectable()
export class CanonicalService {
  async mark(ctx: Ctx, { id }: Input<typeof truth.markCanonical>): Promise<{ done: true }> {
    const post = await this.find(ctx, id);
    const values = [id, ctx.clock.now(), actorOf(ctx).personId];
    const row = await ctx.db.row<{ answers: number }>(MARK, values);
    if (row) await this.told(ctx, post, 'markCanonical', row.answers);
    return { done: true };
  }

  async unmark(ctx: Ctx, { id }: Input<typeof truth.unmarkCanonical>): Promise<{ done: true }> {
    const post = await this.find(ctx, id);
    const row = await ctx.db.row<{ answers: number }>(UNMARK, [id]);
    if (row) await this.told(ctx, post, 'unmarkCanonical', row.answers);
    return { done: true };
  }

  private async find(ctx: Ctx, id: number): Promise<FoundPost> {
    const post = await findPost(ctx, id, true);
    if (post.kind !== 'answer' || post.deleted) throw new Problem('not-found');
    authorize(ctx, markCanonical, post);
    if (!possible(post.thread, 'canonical'))
      throw new Problem('illegal-transition', { allowed: transitionsFrom(post.thread) });
    return post;
  }

  private async told(
    ctx: Ctx,
    { id: postId, thread }: FoundPost,
    deed: 'markCanonical' | 'unmarkCanonical',
    version: number,
  ): Promise<void> {
    const [from, to] = deed === 'markCanonical' ? ['plain', 'canonical'] : ['canonical', 'plain'];
    const { id: threadId, spaceId } = thread;
    await audit(ctx, { action: `answer.${deed}`, role: 'expert', itemId: postId, from, to, detail: { threadId } });
    const seen = { spaceId, itemId: threadId, version };
    if (deed === 'markCanonical') publish(ctx, 'answer.canonical', { threadId, postId }, seen);
    else publish(ctx, 'post.changed', { threadId, postId }, seen);
  }
}
