import { Injectable } from '@nestjs/common';
import type { Input, Result, posts } from '@hat-nhan/contracts';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { restorePost } from '../policies/forum.js';
import { recount, RESTORABLE_MS, showParts, withHidden } from './withholding.js';

// The thread is held before anything else is asked, hidden or not, as every change of it does.
const HOLD = sql(
  `select i.state as "threadState" from item i where i.id = (select w.thread_id from withheld w where w.id = $1) for no key update`,
);
const FIND =
  sql(`select w.id, w.thread_id as "threadId", w.space_id as "spaceId", w.kind, w.from_state as "fromState", w.author_id as "authorId",
    w.at, w.text is not null as tombstone, w.space_id = any ((select app.moderated())::int[]) as moderates from withheld w where w.id = $1`);
const TAKE = sql('delete from withheld where id = $1 returning text, html, byline');
const FILL = sql(`with filled as (update post set text = $2, html = $3, deleted_at = null where id = $1 returning id)
  update item i set version = i.version + 1, byline = $4::jsonb from filled f where i.id = f.id`);
// What is found again: the post itself, and with a question all that stands in its thread.
const FOUND_AGAIN = sql(`select p.id, p.kind, p.text, i.space_id as "spaceId", i.kind as "itemKind", i.title,
    (select min(x.topic_id) from item_topic x where x.item_id = p.thread_id) as "topicId"
  from post p join item i on i.id = p.id where p.kind <> 'comment' and p.deleted_at is null and (p.id = $1 or p.thread_id = $1)`);

interface Row {
  id: number;
  threadId: number;
  spaceId: number;
  kind: 'hidden' | 'deleted';
  fromState: string;
  authorId: number | null;
  at: string;
  tombstone: boolean;
  moderates: boolean;
}
interface Kept {
  text: string | null;
  html: string | null;
  byline: object | null;
}
interface Again {
  id: number;
  text: string;
  spaceId: number;
  itemKind: 'question' | 'discussion' | 'answer';
  title: string;
  topicId: number | null;
}

/** Bringing back what was hidden or deleted, while it can be. */
@Injectable()
export class RestoringService {
  constructor(private readonly items: ItemsService) {}

  async restore(ctx: Ctx, { id }: Input<typeof posts.restore>): Promise<Result<typeof posts.restore>> {
    const held = await withHidden(ctx, () => ctx.db.row<{ threadState: string }>(HOLD, [id]));
    const row = await ctx.db.row<Row>(FIND, [id]);
    if (!row || !held) throw new Problem('not-found');
    authorize(ctx, restorePost, row);
    const { threadId, spaceId } = row;
    const late = ctx.clock.now().getTime() - Date.parse(row.at) > RESTORABLE_MS;
    // A post comes back into a thread that is there: the thread first, then what was hidden in it.
    const homeless = id !== threadId && held.threadState === 'hidden';
    if (late || homeless) throw new Problem('illegal-transition', { allowed: [] });
    const kept = await ctx.db.row<Kept>(TAKE, [id]);
    if (!kept) throw new Problem('illegal-transition', { allowed: [] });
    if (row.tombstone) await ctx.db.run(FILL, [id, kept.text, kept.html, kept.byline]);
    else await showParts(ctx, id, row.fromState);
    await this.describe(ctx, id, threadId);
    const version = await recount(ctx, threadId);
    const to = id === threadId ? row.fromState : 'shown';
    const action = id === threadId ? 'thread.restore' : 'post.restore';
    await audit(ctx, { action, role: row.kind === 'hidden' ? 'moderator' : '', itemId: id, from: row.kind, to });
    publish(ctx, 'post.restored', { threadId, postId: id }, { spaceId, itemId: threadId, version });
    return { threadId };
  }

  private async describe(ctx: Ctx, id: number, threadId: number): Promise<void> {
    for (const found of await ctx.db.rows<Again>(FOUND_AGAIN, [id])) {
      const { text } = await renderSafely(found.text);
      const { id: itemId, spaceId, itemKind: kind, title, topicId } = found;
      this.items.describe(ctx, { itemId, spaceId, kind, title, text, topicId, threadId });
    }
  }
}
