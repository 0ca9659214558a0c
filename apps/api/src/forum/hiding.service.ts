import { Injectable } from '@nestjs/common';
import type { Input, Result, posts } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { deletePost, hidePost, possible, transitionsFrom } from '../policies/forum.js';
import { findPost, type FoundPost } from './sight.js';
import { hideParts, recount, withhold } from './withholding.js';

const HAS_REPLIES = sql(`select exists (select from post p where p.id <> $1 and p.deleted_at is null
  and (p.parent_id = $1 or p.thread_id = $1)) as replies`);
const EMPTY = sql(`with emptied as (update post set text = '', html = '', deleted_at = $2 where id = $1 returning id)
  update item i set version = i.version + 1, byline = $3::jsonb from emptied e where i.id = e.id`);
const UNFIND = sql('delete from search_row where item_id = $1');
const NOBODY = { personId: null, name: null, title: '', organisation: '', organisationId: null, mark: null };

/** Taking posts away: moderators hide, authors delete. Either can be undone for 30 days. */
@Injectable()
export class HidingService {
  async hide(ctx: Ctx, { id, reason }: Input<typeof posts.hide>): Promise<{ done: true }> {
    const post = await findPost(ctx, id, true);
    if (post.thread.state === 'hidden') throw new Problem('not-found');
    authorize(ctx, hidePost, post);
    if (!possible(post.thread, 'hide'))
      throw new Problem('illegal-transition', { allowed: transitionsFrom(post.thread) });
    await withhold(ctx, post, { kind: 'hidden', reason });
    await this.away(ctx, post);
    await audit(ctx, { ...deed(post, 'hide'), role: 'moderator', to: 'hidden', reason });
    return { done: true };
  }

  async remove(ctx: Ctx, { id }: Input<typeof posts.remove>): Promise<Result<typeof posts.remove>> {
    const post = await findPost(ctx, id, true);
    if (post.deleted) throw new Problem('illegal-transition', { allowed: [] });
    authorize(ctx, deletePost, post);
    const { replies: tombstone } = (await ctx.db.row<{ replies: boolean }>(HAS_REPLIES, [id]))!;
    await withhold(ctx, post, { kind: 'deleted', reason: '', tombstone });
    if (tombstone) {
      await ctx.db.run(EMPTY, [id, ctx.clock.now(), NOBODY]);
      await ctx.db.run(UNFIND, [id]);
      await this.changed(ctx, post);
    } else await this.away(ctx, post);
    await audit(ctx, { ...deed(post, 'delete'), to: tombstone ? 'tombstone' : 'deleted' });
    return { tombstone };
  }

  private async away(ctx: Ctx, post: FoundPost): Promise<void> {
    await hideParts(ctx, post.id);
    await this.changed(ctx, post);
  }

  private async changed(ctx: Ctx, { id, kind, thread }: FoundPost): Promise<void> {
    const version = kind === 'question' ? thread.version + 1 : await recount(ctx, thread.id);
    const seen = { spaceId: thread.spaceId, itemId: thread.id, version };
    publish(ctx, 'post.hidden', { threadId: thread.id, postId: id }, seen);
  }
}

const deed = ({ id, kind, thread }: FoundPost, verb: 'hide' | 'delete') => ({
  action: kind === 'question' ? (`thread.${verb}` as const) : (`post.${verb}` as const),
  itemId: id,
  from: kind === 'question' ? thread.state : 'shown',
});
