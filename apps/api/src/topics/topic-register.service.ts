import { Injectable } from '@nestjs/common';
import type { Input, registers, Result } from '@hat-nhan/contracts';
import { slug } from '@hat-nhan/vietnamese';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { keepTopics } from '../policies/registers.js';
import { publicSpace } from '../spaces/public-space.js';

type Topic = Result<typeof registers.topics>['items'][number];
type Words = Input<typeof registers.addTopic>;

const COLUMNS = `t.id, t.slug, t.name, t.name_en as "nameEn", t.description, t.description_en as "descriptionEn",
  t.retired_at is not null as retired, i.version`;
const FROM = 'from topic t join item i on i.id = t.id';
const LIST = sql(`select ${COLUMNS}, coalesce(n.threads, 0) as threads ${FROM} left join (
    select x.topic_id, count(*)::int as threads from item_topic x join thread th on th.id = x.item_id
      join item q on q.id = x.item_id group by 1) n on n.topic_id = t.id
  order by t.position, t.id`);
const FIND = sql(`select ${COLUMNS}, t.space_id as "spaceId" ${FROM} where t.id = $1`);
// A taken address is no reason to refuse a name: the second gets its number, after two hyphens, which no name gives.
const ADD = `insert into topic (id, space_id, position, slug, name, name_en, description, description_en, edited)
  select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, true from topic`;
const ADD_FIRST = sql(`${ADD} on conflict (slug) do nothing`);
const ADD_ANYHOW = sql(ADD);
const NEXT = sql('update item set title = $2, version = version + 1 where id = $1 and version = $3 returning version');
const CHANGE = sql(
  `update topic set (name, name_en, description, description_en, edited) = ($2, $3, $4, $5, true) where id = $1`,
);
const RETIRE = sql('update topic set retired_at = $2, edited = true where id = $1');
// The order has a version of its own; where topics stand is no word of theirs, so the registry goes on describing them.
const ORDERED = sql('select topic_order as version from instance');
const NEXT_ORDER = sql(
  'update instance set topic_order = topic_order + 1 where topic_order = $1 returning topic_order as version',
);
// Places are counted anew each time: what was not named follows the named in its old order, and no number grows without end.
const ORDER = sql(`update topic t set position = placed.position, placed = true
  from (select id, row_number() over (order by array_position($1::int[], id), position, id)::int as position
    from topic) placed where placed.id = t.id`);

/** The topics as administrators keep them. Nothing is deleted: what was asked under a topic stays under it. */
@Injectable()
export class TopicRegisterService {
  constructor(private readonly items: ItemsService) {}

  async list(ctx: Ctx): Promise<Result<typeof registers.topics>> {
    authorize(ctx, keepTopics, null);
    const { version: order } = (await ctx.db.row<{ version: number }>(ORDERED))!;
    return { items: await ctx.db.rows<Topic>(LIST), order };
  }

  async add(ctx: Ctx, words: Words): Promise<{ id: number }> {
    authorize(ctx, keepTopics, null);
    const spaceId = await publicSpace(ctx);
    const byline = await this.items.byline(ctx, actorOf(ctx).personId);
    const id = await this.items.create(ctx, { kind: 'topic', spaceId, title: words.name, byline, authorId: null });
    const rest = [words.name, words.nameEn, words.description, words.descriptionEn];
    const place = slug(words.name, 70) || 'chu-de';
    const added = await ctx.db.run(ADD_FIRST, [id, spaceId, place, ...rest]);
    if (added === 0) await ctx.db.run(ADD_ANYHOW, [id, spaceId, `${place}--${id}`, ...rest]);
    this.describe(ctx, id, spaceId, words);
    await audit(ctx, { action: 'topic.add', role: 'administrator', itemId: id });
    return { id };
  }

  /** What an earlier call made, while he still keeps it. */
  async added(ctx: Ctx, id: number): Promise<{ id: number }> {
    await this.find(ctx, id);
    return { id };
  }

  async edit(ctx: Ctx, { id, ...words }: Input<typeof registers.editTopic>): Promise<{ version: number }> {
    const topic = await this.find(ctx, id);
    const saved = await this.next(ctx, topic, words.name);
    await ctx.db.run(CHANGE, [id, words.name, words.nameEn, words.description, words.descriptionEn]);
    this.describe(ctx, id, topic.spaceId, words);
    await audit(ctx, { action: 'topic.edit', role: 'administrator', itemId: id, detail: { was: topic.name } });
    return saved;
  }

  async retire(ctx: Ctx, { id, retired }: Input<typeof registers.retireTopic>): Promise<{ version: number }> {
    const topic = await this.find(ctx, id);
    const saved = await this.next(ctx, topic, topic.name);
    await ctx.db.run(RETIRE, [id, retired ? ctx.clock.now() : null]);
    const action = retired ? 'topic.retire' : 'topic.takeBack';
    await audit(ctx, { action, role: 'administrator', itemId: id });
    return saved;
  }

  async order(ctx: Ctx, { ids }: Input<typeof registers.orderTopics>): Promise<{ version: number }> {
    authorize(ctx, keepTopics, null);
    const saved = await ctx.db.row<{ version: number }>(NEXT_ORDER, [ctx.ifMatch]);
    if (!saved) throw new Problem('stale', { current: await ctx.db.row(ORDERED) });
    await ctx.db.run(ORDER, [ids]);
    await audit(ctx, { action: 'topic.order', role: 'administrator', detail: { ids } });
    return saved;
  }

  private async find(ctx: Ctx, id: number): Promise<Topic & { spaceId: number }> {
    const topic = await ctx.db.row<Topic & { spaceId: number }>(FIND, [id]);
    if (!topic) throw new Problem('not-found');
    authorize(ctx, keepTopics, null);
    return topic;
  }

  /** The version after the one that the caller saw. Throws `stale` with what stands there now. */
  private async next(ctx: Ctx, topic: Topic, title: string): Promise<{ version: number }> {
    const saved = await ctx.db.row<{ version: number }>(NEXT, [topic.id, title, ctx.ifMatch]);
    if (!saved) throw new Problem('stale', { current: await ctx.db.row<Topic>(FIND, [topic.id]) });
    return saved;
  }

  private describe(ctx: Ctx, id: number, spaceId: number, { name, ...rest }: Words): void {
    const text = [rest.nameEn, rest.description, rest.descriptionEn].join('\n');
    this.items.describe(ctx, { itemId: id, spaceId, kind: 'topic', title: name, text, threadId: id });
  }
}
