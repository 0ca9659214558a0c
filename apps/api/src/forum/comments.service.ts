import { Injectable } from '@nestjs/common';
import type { Byline, Comment, Input, posts } from '@hat-nhan/contracts';
import { ItemsService } from '../items/items.service.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { cut, renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { commentOn } from '../policies/forum.js';
import { EXCERPT, LAST, markedByline, NEW_PERSON } from './answers.service.js';
import { namer } from './names.js';
import { COMMENTS, shownComment } from './page.js';
import { findPost } from './sight.js';

// As a reply, under a post ($8) and without a place of its own in the order of answers.
const COMMENT = sql(`with moved as (
    update item set active_at = $3 where id = $1 returning space_id
  ), made as (
    insert into item (space_id, kind, author_id, byline, created_at, active_at)
    select space_id, 'comment', $2::int, $4::jsonb, $3::timestamptz, $3::timestamptz from moved returning id, space_id, created_at
  ), written as (
    insert into post (id, space_id, thread_id, parent_id, kind, text, html)
    select id, space_id, $1, $8::int, 'comment', $5::text, $6::text from made
  ), watched as (
    insert into watch (item_id, space_id, person_id, level) select $1, space_id, $2::int, 'watch' from moved
    on conflict do nothing returning item_id
  ), counted as (
    update thread t set comments = comments + 1, people = people + ${NEW_PERSON},
      watchers = watchers + (select count(*)::int from watched), last = ${LAST}
    from made m where t.id = $1 returning t.comments
  ) select m.id, m.created_at as "createdAt", c.comments from made m, counted c`);
const COUNT = sql(`select count(*)::int as count from post where parent_id = $1 and kind = 'comment'`);
const READ = sql(`select p.html, p.parent_id as "parentId", i.byline as author, i.author_id as "authorId",
    i.created_at as "createdAt", i.edited_at as "editedAt", i.version
  from post p join item i on i.id = p.id where p.id = $1 and p.kind = 'comment'`);

interface Row {
  html: string;
  parentId: number;
  author: Byline;
  authorId: number | null;
  createdAt: string;
  editedAt: string | null;
  version: number;
}

/** Comments on questions and answers. */
@Injectable()
export class CommentsService {
  constructor(private readonly items: ItemsService) {}

  async add(ctx: Ctx, input: Input<typeof posts.addComment>): Promise<Comment> {
    const { personId } = actorOf(ctx);
    const { html, text } = await renderSafely(input.text);
    const post = await findPost(ctx, input.id, true);
    authorize(ctx, commentOn, post);
    const { thread } = post;
    await this.refuseBeyond(ctx, post.id);
    const author = await markedByline(ctx, this.items, thread.expert);
    const made = await ctx.db.row<{ id: number; createdAt: string; comments: number }>(COMMENT, [
      thread.id,
      personId,
      ctx.clock.now().toISOString(),
      author,
      input.text,
      html,
      cut(text, EXCERPT),
      post.id,
    ]);
    if (!made) throw new Problem('not-found');
    const payload = { threadId: thread.id, postId: made.id, parentId: post.id };
    await publish(ctx, 'comment.created', payload, {
      spaceId: thread.spaceId,
      itemId: thread.id,
      version: made.comments,
    });
    const { id, createdAt } = made;
    const row = { id, parentId: post.id, author, authorId: personId, html, createdAt, editedAt: null, version: 1 };
    return shownComment(ctx, thread, row, await namer(ctx, [html]));
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
    const row = await ctx.db.row<Row>(READ, [id]);
    if (!row) throw new Problem('not-found');
    return shownComment(ctx, thread, { ...row, id }, await namer(ctx, [row.html]));
  }
}
