import { Injectable } from '@nestjs/common';
import type { Comment, Input, posts } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { commentOn } from '../policies/forum.js';
import { addPost } from './add-post.js';
import { namer } from './names.js';
import { COMMENTS, shownComment } from './page.js';
import type { CommentRow } from './page.sql.js';
import { findPost } from './sight.js';

const COUNT = sql(`select count(*)::int as count from post where parent_id = $1 and kind = 'comment'`);
const READ = sql(`select p.html, p.parent_id as "parentId", i.byline as author, i.author_id as "authorId",
    i.created_at as "createdAt", i.edited_at as "editedAt", i.version
  from post p join item i on i.id = p.id where p.id = $1 and p.kind = 'comment'`);

/** Comments on questions and answers. */
@Injectable()
export class CommentsService {
  async add(ctx: Ctx, { id: parentId, text }: Input<typeof posts.addComment>): Promise<Comment> {
    const rendered = await renderSafely(text);
    const post = await findPost(ctx, parentId, true);
    authorize(ctx, commentOn, post);
    const { thread } = post;
    await this.refuseBeyond(ctx, parentId);
    const { row, count, name } = await addPost(ctx, { kind: 'comment', thread, parentId, text, rendered });
    const payload = { threadId: thread.id, postId: row.id, parentId };
    const seen = { spaceId: thread.spaceId, itemId: thread.id, version: count };
    publish(ctx, 'comment.created', payload, seen);
    return shownComment(ctx, thread, { ...row, parentId }, name);
  }

  /** A page shows so many comments of a post and no more; the thread is held, so the count stands still. */
  private async refuseBeyond(ctx: Ctx, postId: number): Promise<void> {
    const row = await ctx.db.row<{ count: number }>(COUNT, [postId]);
    if (row && row.count >= COMMENTS)
      throw new Problem('invalid-input', {
        errors: [{ pointer: '/text', code: 'too-many', values: { maximum: COMMENTS } }],
      });
  }

  /** What an earlier call made, as it stands now and while its author still sees it. */
  async read(ctx: Ctx, id: number): Promise<Comment> {
    const { thread } = await findPost(ctx, id);
    const row = await ctx.db.row<Omit<CommentRow, 'id'>>(READ, [id]);
    if (!row) throw new Problem('not-found');
    return shownComment(ctx, thread, { ...row, id }, await namer(ctx, [row.html]));
  }
}
