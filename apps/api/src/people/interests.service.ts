import { Injectable } from '@nestjs/common';
import type { Input, people, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';

const LIST = sql(`select topic_id as "topicId", text, declared_at as "declaredAt" from interest
  where person_id = (select app.viewer()) order by topic_id`);
const DECLARE = sql(`insert into interest (person_id, topic_id, space_id, text, declared_at)
  select p.id, t.id, p.space_id, $2, $3 from person p, topic t where p.id = (select app.viewer()) and t.id = $1
  on conflict (person_id, topic_id) do update set text = excluded.text`);
const WITHDRAW = sql('delete from interest where person_id = (select app.viewer()) and topic_id = $1');

/** Interests of a person's organisation in a topic, declared once: the label then stands on what he writes under it. */
@Injectable()
export class InterestsService {
  async list(ctx: Ctx): Promise<Result<typeof people.interests>> {
    return { items: await ctx.db.rows(LIST) };
  }

  async declare(ctx: Ctx, { topicId, text }: Input<typeof people.declareInterest>): Promise<{ done: true }> {
    if ((await ctx.db.run(DECLARE, [topicId, text, ctx.clock.now()])) === 0) throw new Problem('not-found');
    await audit(ctx, { action: 'interest.declare', itemId: actorOf(ctx).personId, detail: { topicId } });
    return { done: true };
  }

  async withdraw(ctx: Ctx, { topicId }: Input<typeof people.withdrawInterest>): Promise<{ done: true }> {
    if ((await ctx.db.run(WITHDRAW, [topicId])) === 0) throw new Problem('not-found');
    await audit(ctx, { action: 'interest.withdraw', itemId: actorOf(ctx).personId, detail: { topicId } });
    return { done: true };
  }
}
