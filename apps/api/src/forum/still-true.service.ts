import { Injectable } from '@nestjs/common';
import { truth, type Input, type Result } from '@hat-nhan/contracts';
import { byline } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize, may } from '../policies/authorize.js';
import { clearDoubts, possible, sayStillTrue, transitionsFrom } from '../policies/forum.js';
import { findPost, lineInstead, type FoundPost } from './sight.js';

// Who asks without name stays without it in the whole thread. The same word with the same reason changes nothing.
const SAY = sql(`insert into still_true (post_id, space_id, person_id, organisation_id, still, reason, byline, at)
  select $1::int, t.space_id, me.id, me.top_id, $3::boolean, $4::text,
    coalesce(${lineInstead('me.id', 't.id')}, to_jsonb(b)), $5::timestamptz
  from item t join person me on me.id = (select app.viewer()) cross join lateral (${byline('me.id')}) b where t.id = $2
  on conflict (post_id, person_id) do update set organisation_id = excluded.organisation_id, still = excluded.still,
      reason = excluded.reason, byline = excluded.byline, at = excluded.at
    where (still_true.still, still_true.reason) is distinct from (excluded.still, excluded.reason)`);
const CLEAR = sql('update post set cleared_at = $2, no_longer = 0 where id = $1 and no_longer >= $3');
const COUNTED = sql(`select p.still_true as yes, p.no_longer as no, (select s.still from still_true s
    where s.post_id = p.id and s.person_id = (select app.viewer())) as mine from post p where p.id = $1`);
const SAYINGS =
  sql(`select s.byline as by, s.still, s.reason, s.at, s.at <= coalesce(p.cleared_at, '-infinity') as cleared
  from still_true s join post p on p.id = s.post_id where s.post_id = $1 order by s.at desc, s.person_id limit 100`);
const TOPIC = sql('select id from topic where slug = $1');
const DOUBTED =
  sql(`select p.id, p.thread_id as "threadId", t.title, i.byline as author, i.created_at as at, p.no_longer as no,
    (select coalesce(json_agg(r), '[]') from (select s.byline->>'organisation' as organisation, s.reason, s.at from still_true s
      where s.post_id = p.id and not s.still and s.at > coalesce(p.cleared_at, '-infinity') order by s.at desc limit 3) r) as reasons
  from post p join item_topic it on it.item_id = p.thread_id and it.topic_id = $1 join item i on i.id = p.id join item t on t.id = p.thread_id
  where p.no_longer >= ${truth.DOUBTED_BY} and p.deleted_at is null order by p.no_longer desc, p.id limit 20`);

type Said = Result<typeof truth.say>;

/** "Còn đúng không?": what readers say of answers, and the answers that two organisations or more doubt. */
@Injectable()
export class StillTrueService {
  async say(ctx: Ctx, { id, still, reason }: Input<typeof truth.say>): Promise<Said> {
    const post = await findPost(ctx, id, true);
    if (post.kind !== 'answer' || post.deleted) throw new Problem('not-found');
    authorize(ctx, sayStillTrue, post);
    if (!possible(post.thread, 'stillTrue'))
      throw new Problem('illegal-transition', { allowed: transitionsFrom(post.thread) });
    const why = reason.trim();
    const before = await this.counted(ctx, id);
    const clears = still && before.no >= truth.DOUBTED_BY && may(ctx, clearDoubts, post);
    if (why === '' && (!still || clears)) throw wrongField('/reason', 'required');
    const said = await ctx.db.run(SAY, [id, post.thread.id, still, why, ctx.clock.now()]);
    if (said > 0 || clears) await this.told(ctx, post, { still, before, clears });
    return this.counted(ctx, id);
  }

  async sayings(ctx: Ctx, { id }: Input<typeof truth.sayings>): Promise<Result<typeof truth.sayings>> {
    const post = await findPost(ctx, id);
    if (post.kind !== 'answer' || post.deleted) throw new Problem('not-found');
    return { items: await ctx.db.rows(SAYINGS, [id]) };
  }

  async doubted(ctx: Ctx, { slug }: Input<typeof truth.doubted>): Promise<Result<typeof truth.doubted>> {
    const topic = await ctx.db.row<{ id: number }>(TOPIC, [slug]);
    if (!topic) throw new Problem('not-found');
    return { items: await ctx.db.rows(DOUBTED, [topic.id]) };
  }

  private async counted(ctx: Ctx, id: number): Promise<Said> {
    return (await ctx.db.row<Said>(COUNTED, [id]))!;
  }

  private async told(
    ctx: Ctx,
    { id: postId, thread }: FoundPost,
    { still, before, clears }: { still: boolean; before: Said; clears: boolean },
  ): Promise<void> {
    const { id: threadId, spaceId, version } = thread;
    if (clears) await ctx.db.run(CLEAR, [postId, ctx.clock.now(), truth.DOUBTED_BY]);
    const word = (mine: boolean | null) => (mine === null ? {} : { from: mine ? 'still' : 'no-longer' });
    const to = still ? 'still' : 'no-longer';
    await audit(ctx, { action: 'answer.sayStillTrue', itemId: postId, ...word(before.mine), to, detail: { threadId } });
    const after = await this.counted(ctx, postId);
    const [was, is] = [before, after].map(({ no }) => (no >= truth.DOUBTED_BY ? 'doubted' : 'plain'));
    if (was !== is) {
      const role = clears ? 'expert' : 'reader';
      await audit(ctx, { action: 'answer.doubt', role, itemId: postId, from: was!, to: is!, detail: { threadId } });
    }
    const seen = { spaceId, itemId: threadId, version };
    if (was !== is && is === 'doubted') publish(ctx, 'answer.doubted', { threadId, postId }, seen);
    else publish(ctx, 'post.voted', { threadId, postId }, seen);
  }
}
