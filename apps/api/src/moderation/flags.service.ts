import { Injectable } from '@nestjs/common';
import type { Input, moderation } from '@hat-nhan/contracts';
import { findPost } from '../forum/sight.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { flagPost } from '../policies/forum.js';

const FLAG = sql('select app.flag_post($1, $2, $3, $4) as review');

/** "Báo điều hành viên": a reader tells the moderators of a post. */
@Injectable()
export class FlagsService {
  async flag(ctx: Ctx, { id, reason, note }: Input<typeof moderation.flag>): Promise<{ done: true }> {
    const post = await findPost(ctx, id);
    authorize(ctx, flagPost, post);
    const row = await ctx.db.row<{ review: number | null }>(FLAG, [id, reason, note, ctx.clock.now().toISOString()]);
    if (!row?.review) throw new Problem('not-found');
    await audit(ctx, { action: 'post.flag', itemId: id, reason, detail: { reviewId: row.review } });
    return { done: true };
  }
}
