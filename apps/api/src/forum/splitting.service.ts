import { Injectable } from '@nestjs/common';
import type { arranging, Input, Result } from '@hat-nhan/contracts';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { arrangeThread } from '../policies/forum.js';
import { holdBoth, refuseUnless } from './holding.js';
import { findThread } from './sight.js';
import { recount } from './withholding.js';

const CHOSEN = sql(`select id, text from post where thread_id = $1 and kind = 'answer' and deleted_at is null
  and id = any ($2::int[]) order by id`);
const OPEN = sql(`with opened as (update item set kind = $2, title = $3, state = 'open', version = version + 1
    where id = $1 returning id, space_id)
  insert into thread (id, space_id, split_from) select id, space_id, $4 from opened`);
const BEGIN = sql(
  `update post set kind = 'question', parent_id = null, thread_id = id, wiki = false, brief = false where id = $1`,
);
const TOPICS = sql(`insert into item_topic (item_id, space_id, topic_id)
  select $1, space_id, topic_id from item_topic where item_id = $2`);
const CARRY = sql('select app.carry_posts($1::int[], $2)');
const WATCH = sql('select app.watch_split($1, $2)');
const BECOME = sql(
  `update item set kind = 'answer', state = 'open', version = version + 1 where id = $1 and state = $2`,
);
const MERGE = sql('select app.merge_thread($1, $2)');
const TEXT = sql('select text from post where id = $1 and deleted_at is null');
const PLACE = sql(`select p.thread_id as "threadId", t.title, p.kind = 'answer' and i.title <> '' as merged
  from post p join item i on i.id = p.id join item t on t.id = p.thread_id where p.id = $1 and t.state <> 'hidden'`);

/** Taking answers out into a thread of their own, and putting two threads together. What a post is known by stays. */
@Injectable()
export class SplittingService {
  constructor(private readonly items: ItemsService) {}

  async split(ctx: Ctx, input: Input<typeof arranging.split>): Promise<{ id: number }> {
    const { id: sourceId, kind, title } = input;
    const thread = await findThread(ctx, sourceId, true);
    authorize(ctx, arrangeThread, thread);
    refuseUnless(thread, 'split');
    const wanted = [...new Set(input.answerIds)];
    const chosen = await ctx.db.rows<{ id: number; text: string }>(CHOSEN, [sourceId, wanted]);
    const [opening] = chosen;
    // Not the question itself, no comment, and nothing that is not there.
    if (!opening || chosen.length !== wanted.length) throw wrongField('/answerIds', 'choice');
    const { id } = opening;
    await ctx.db.run(OPEN, [id, kind, title, sourceId]);
    await ctx.db.run(BEGIN, [id]);
    await ctx.db.run(TOPICS, [id, sourceId]);
    await ctx.db.row(CARRY, [wanted, id]);
    await ctx.db.row(WATCH, [sourceId, id]);
    const version = await recount(ctx, sourceId);
    await recount(ctx, id);
    const { text } = await renderSafely(opening.text);
    const { spaceId, topicId } = thread;
    this.items.describe(ctx, { itemId: id, spaceId, kind, title, text, topicId, threadId: id });
    const detail = { threadId: id, answers: wanted };
    await audit(ctx, { action: 'thread.split', role: 'moderator', itemId: sourceId, detail });
    publish(ctx, 'thread.split', { threadId: id }, { spaceId, itemId: id, version: 1 });
    publish(ctx, 'thread.changed', { threadId: sourceId }, { spaceId, itemId: sourceId, version });
    return { id };
  }

  async merge(ctx: Ctx, { id, targetId }: Input<typeof arranging.merge>): Promise<{ id: number }> {
    const { thread, target } = await holdBoth(ctx, id, targetId);
    authorize(ctx, arrangeThread, thread);
    authorize(ctx, arrangeThread, target);
    refuseUnless(thread, 'merge');
    if (target.state === 'duplicate') throw wrongField('/targetId', 'is-duplicate');
    refuseUnless(target, 'merge');
    if (thread.spaceId !== target.spaceId) throw wrongField('/targetId', 'other-audience');
    if ((await ctx.db.run(BECOME, [id, thread.state])) === 0) throw new Problem('illegal-transition', { allowed: [] });
    await ctx.db.row(MERGE, [id, targetId]);
    const version = await recount(ctx, targetId);
    const { spaceId, title } = thread;
    const kept = await ctx.db.row<{ text: string }>(TEXT, [id]);
    if (kept) {
      const { text } = await renderSafely(kept.text);
      const { topicId } = target;
      this.items.describe(ctx, { itemId: id, spaceId, kind: 'answer', title, text, topicId, threadId: targetId });
    }
    const entry = { itemId: id, from: thread.state, to: 'merged', detail: { targetId } };
    await audit(ctx, { action: 'thread.merge', role: 'moderator', ...entry });
    publish(ctx, 'thread.left', { threadId: id }, { spaceId, itemId: id, version: thread.version });
    publish(ctx, 'thread.merged', { threadId: targetId, postId: id }, { spaceId, itemId: targetId, version });
    return { id: targetId };
  }

  /** What an earlier call made, while the caller still sees it. */
  async made(ctx: Ctx, id: number): Promise<{ id: number }> {
    await findThread(ctx, id);
    return { id };
  }

  async place(ctx: Ctx, { id }: Input<typeof arranging.place>): Promise<Result<typeof arranging.place>> {
    const place = await ctx.db.row<Result<typeof arranging.place>>(PLACE, [id]);
    if (!place) throw new Problem('not-found');
    return place;
  }
}
