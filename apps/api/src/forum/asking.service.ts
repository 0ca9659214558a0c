import { Injectable } from '@nestjs/common';
import type { Input, threads } from '@hat-nhan/contracts';
import type { Rendered } from '@hat-nhan/markdown';
import { AttachmentsService } from '../files/attachments.service.js';
import { interestMark, ItemsService } from '../items/items.service.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { editThread } from '../policies/forum.js';
import { DraftsService } from './drafts.service.js';
import { Post } from './post.entity.js';
import { PostsService } from './posts.service.js';
import { before, keep } from './revisions.js';
import { findThread } from './sight.js';
import { takeTurn } from './slow-mode.js';
import { Thread } from './thread.entity.js';
import { UnnamedService } from './unnamed.service.js';

const WRITABLE = sql(`select $1::int = any ((select app.writable())::int[]) as writable,
  (select s.slow_minutes from space s where s.id = $1) as "slowMinutes"`);
const TOMBSTONE = sql('select 1 from post where id = $1 and deleted_at is not null');
const SET_TOPICS =
  sql(`insert into item_topic (item_id, space_id, topic_id) select $1, $2, o.id from topic o where o.id = any ($3) and o.retired_at is null
  on conflict do nothing`);
const DROP_TOPICS = sql('delete from item_topic where item_id = $1 and topic_id <> all ($2)');
const COUNT_TOPICS = sql('select count(*)::int as known from item_topic where item_id = $1');
const MARK = sql(`update item set byline = byline || ${interestMark('author_id', 'item.id')}
  where id = $1 and byline->>'personId' is not null`);
const WATCH = sql(`insert into watch (item_id, space_id, person_id, level) values ($1, $2, $3, 'watch')`);
const EDIT = sql(`update item set title = $3, version = version + 1, edited_at = $4
  where id = $1 and version = $2 returning version`);

type Texts = Pick<Input<typeof threads.edit>, 'title' | 'text' | 'topicIds' | 'context'>;

/** Asking a question, opening a discussion, and changing what one asked. */
@Injectable()
export class AskingService {
  constructor(
    private readonly items: ItemsService,
    private readonly attachments: AttachmentsService,
    private readonly drafts: DraftsService,
    private readonly posts: PostsService,
    private readonly unnamed: UnnamedService,
  ) {}

  async ask(ctx: Ctx, input: Input<typeof threads.ask>): Promise<{ id: number }> {
    const { personId } = actorOf(ctx);
    const { kind, spaceId, title } = input;
    const rendered = await renderSafely(input.text);
    const space = await ctx.db.row<{ writable: boolean; slowMinutes: number }>(WRITABLE, [spaceId]);
    if (!space?.writable) throw wrongField('/spaceId', 'audience');
    if (input.unnamed && kind !== 'question') throw wrongField('/unnamed', 'choice');
    await takeTurn(ctx, spaceId, space.slowMinutes);
    const byline = await (input.unnamed ? this.unnamed : this.items).byline(ctx, personId);
    const id = await this.items.create(ctx, { kind, spaceId, title, byline, authorId: personId });
    const text = { text: input.text, html: rendered.html };
    await ctx.db.manager.insert(Thread, { id, spaceId, watchers: 1, ...input.context });
    await ctx.db.manager.insert(Post, { id, spaceId, threadId: id, parentId: null, kind: 'question', ...text });
    if (input.files?.length) await this.attachments.set(ctx, { id, spaceId }, input.files);
    await ctx.db.run(WATCH, [id, spaceId, personId]);
    if (input.unnamed) await this.unnamed.hide(ctx, { id, spaceId, byline });
    await this.classify(ctx, { id, spaceId, kind }, input, rendered);
    await ctx.db.run(MARK, [id]);
    publish(ctx, 'thread.created', { threadId: id }, { spaceId, itemId: id, version: 1 });
    if (input.draftKey !== undefined) await this.drafts.remove(ctx, { key: input.draftKey });
    return { id };
  }

  /** What an earlier call made, while its author still sees it. */
  async asked(ctx: Ctx, id: number): Promise<{ id: number }> {
    await findThread(ctx, id);
    return { id };
  }

  async edit(ctx: Ctx, input: Input<typeof threads.edit>): Promise<{ version: number }> {
    const rendered = await renderSafely(input.text);
    const thread = await findThread(ctx, input.id, true);
    authorize(ctx, editThread, thread);
    const was = await before(ctx, input.id);
    await refuseTombstone(ctx, input.id);
    const values = [input.id, ctx.ifMatch, input.title, ctx.clock.now()];
    const edited = await ctx.db.row<{ version: number }>(EDIT, values);
    if (!edited) throw new Problem('stale', { current: await this.posts.current(ctx, input.id) });
    const { id, spaceId, kind } = thread;
    await ctx.db.manager.update(Post, { id }, { text: input.text, html: rendered.html });
    if (input.files) await this.attachments.set(ctx, { id, spaceId }, input.files);
    await keep(ctx, was, input);
    if (input.context) await ctx.db.manager.update(Thread, { id }, input.context);
    await ctx.db.run(DROP_TOPICS, [id, input.topicIds]);
    await this.classify(ctx, { id, spaceId, kind }, input, rendered);
    publish(ctx, 'thread.changed', { threadId: id }, { spaceId, itemId: id, version: edited.version });
    return edited;
  }

  /** Puts a thread under its topics and into the search. */
  private async classify(
    ctx: Ctx,
    thread: Pick<Thread, 'id' | 'spaceId'> & { kind: Kind },
    given: Texts,
    { text }: Rendered,
  ): Promise<void> {
    const { id, spaceId, kind } = thread;
    const topicIds = [...new Set(given.topicIds)];
    await ctx.db.run(SET_TOPICS, [id, spaceId, topicIds]);
    const counted = await ctx.db.row<{ known: number }>(COUNT_TOPICS, [id]);
    if (counted?.known !== topicIds.length) throw wrongField('/topicIds', 'choice');
    const topicId = Math.min(...topicIds);
    this.items.describe(ctx, { itemId: id, spaceId, kind, title: given.title, text, topicId, threadId: id });
  }
}
/** A question that its asker took back is not written anew: he restores it first. */
async function refuseTombstone(ctx: Ctx, id: number): Promise<void> {
  if (await ctx.db.row(TOMBSTONE, [id])) throw new Problem('illegal-transition', { allowed: ['restore'] });
}

type Kind = Input<typeof threads.ask>['kind'];
