import { Injectable } from '@nestjs/common';
import type { Input, Result, posts } from '@hat-nhan/contracts';
import { cut } from '@hat-nhan/markdown';
import { AttachmentsService } from '../files/attachments.service.js';
import { ItemsService } from '../items/items.service.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { editPost } from '../policies/forum.js';
import { EXCERPT } from './add-post.js';
import { namer } from './names.js';
import { Post } from './post.entity.js';
import { before, keep } from './revisions.js';
import { findPost } from './sight.js';

const SOURCE = sql(`select p.id, i.version, p.text, case when p.kind = 'question' then i.title end as title
  from post p join item i on i.id = p.id join item thread on thread.id = p.thread_id
  where p.id = $1 and p.deleted_at is null and thread.state <> 'hidden'`);
const EDIT = sql(
  `update item set version = version + 1, edited_at = $3 where id = $1 and version = $2 returning version`,
);
// Lists show the newest post of a thread: what was taken out of it must not stay there.
const EXCERPT_OF_LAST = sql(`update thread set last = jsonb_set(last, '{excerpt}', to_jsonb($3::text))
  where id = $1 and (last->>'postId')::int = $2`);

/** The text of questions, answers and comments: their source, changing it, and what it will look like. */
@Injectable()
export class PostsService {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly items: ItemsService,
  ) {}

  async source(ctx: Ctx, { id }: Input<typeof posts.source>): Promise<Result<typeof posts.source>> {
    const source = await ctx.db.row<Result<typeof posts.source>>(SOURCE, [id]);
    if (!source) throw new Problem('not-found');
    return source;
  }

  /** The text as it stands now, for somebody whose version is an older one. */
  async current(ctx: Ctx, id: number): Promise<{ version: number; text: string; title?: string }> {
    const { version, text, title } = await this.source(ctx, { id });
    return title === null ? { version, text } : { version, text, title };
  }

  async preview(ctx: Ctx, { text }: Input<typeof posts.preview>): Promise<{ html: string }> {
    const { html } = await renderSafely(text);
    return { html: (await namer(ctx, [html]))(html) };
  }

  async edit(ctx: Ctx, input: Input<typeof posts.editPost>): Promise<Result<typeof posts.editPost>> {
    const { id, text, files, brief } = input;
    const rendered = await renderSafely(text);
    const post = await findPost(ctx, id, true);
    authorize(ctx, editPost, post);
    if (files?.length && post.kind === 'comment') throw wrongField('/files', 'unknown');
    const own = post.authorId === actorOf(ctx).personId;
    if (brief !== undefined && !(own && post.kind === 'answer')) throw wrongField('/brief', 'unknown');
    const was = await before(ctx, id);
    const edited = await ctx.db.row<{ version: number }>(EDIT, [id, ctx.ifMatch, ctx.clock.now()]);
    if (!edited) throw new Problem('stale', { current: await this.current(ctx, id) });
    await ctx.db.manager.update(Post, { id }, { text, html: rendered.html, ...(brief !== undefined && { brief }) });
    const { id: threadId, spaceId, topicId } = post.thread;
    if (files) await this.attachments.set(ctx, { id, spaceId }, files);
    await keep(ctx, was, { title: was.title, text });
    await ctx.db.run(EXCERPT_OF_LAST, [threadId, id, cut(rendered.text, EXCERPT)]);
    if (post.kind === 'answer') {
      const topic = topicId === null ? {} : { topicId };
      this.items.describe(ctx, {
        itemId: id,
        spaceId,
        kind: 'answer',
        title: was.title,
        text: rendered.text,
        threadId,
        ...topic,
      });
    }
    publish(ctx, 'post.changed', { threadId, postId: id }, { spaceId, itemId: threadId, version: edited.version });
    const name = await namer(ctx, [rendered.html]);
    return { version: edited.version, html: name(rendered.html) };
  }
}
