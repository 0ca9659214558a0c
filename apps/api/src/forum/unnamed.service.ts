import { Injectable } from '@nestjs/common';
import type { Byline, Input, returning } from '@hat-nhan/contracts';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { showName } from '../policies/forum.js';
import { findThread } from './sight.js';
import { unnamedByline } from './unnamed.js';

const LEVEL = sql('select o.kind from person p left join organisation o on o.id = p.top_id where p.id = $1');
// His question and what else he wrote under it; the list shows the newest of it too.
const SHOW = sql(`with shown as (
    update item i set byline = $3 from post p where p.thread_id = $1 and i.id = p.id and i.author_id = $2
      and i.byline->>'personId' is null returning i.id)
  update thread t set last = jsonb_set(t.last, '{author}', $3::jsonb)
  where t.id = $1 and (t.last->>'postId')::int in (select id from shown)`);

/** Asking without name and unit: nobody can force the name out, and the asker may show it himself. */
@Injectable()
export class UnnamedService {
  constructor(private readonly items: ItemsService) {}

  async byline(ctx: Ctx, personId: number): Promise<Byline> {
    const row = await ctx.db.row<{ kind: string | null }>(LEVEL, [personId]);
    return unnamedByline(row?.kind ?? null);
  }

  async showName(ctx: Ctx, { id }: Input<typeof returning.showName>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, showName, thread);
    const { personId } = actorOf(ctx);
    if (!thread.unnamed) return { done: true };
    await ctx.db.run(SHOW, [id, personId, await this.items.byline(ctx, personId)]);
    await audit(ctx, { action: 'thread.showName', role: 'asker', itemId: id, from: 'unnamed', to: 'named' });
    const seen = { spaceId: thread.spaceId, itemId: id, version: thread.version };
    publish(ctx, 'thread.changed', { threadId: id }, seen);
    return { done: true };
  }
}
