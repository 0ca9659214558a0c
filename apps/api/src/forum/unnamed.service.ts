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
import { recount } from './withholding.js';

const LEVEL = sql('select o.kind from person p left join organisation o on o.id = p.top_id where p.id = $1');
const HIDE = sql('insert into unnamed (thread_id, space_id, person_id, byline) values ($1, $2, $3, $4)');
const SHOW = sql('select app.show_name($1, $2::jsonb)');

/** Asking without name and unit: nobody can force the name out, and the asker may show it himself. */
@Injectable()
export class UnnamedService {
  constructor(private readonly items: ItemsService) {}

  async byline(ctx: Ctx, personId: number): Promise<Byline> {
    const row = await ctx.db.row<{ kind: string | null }>(LEVEL, [personId]);
    return unnamedByline(row?.kind ?? null);
  }

  /** From here on he writes in this thread without name, and wherever its posts go. */
  async hide(ctx: Ctx, { id, spaceId, byline }: { id: number; spaceId: number; byline: Byline }): Promise<void> {
    await ctx.db.run(HIDE, [id, spaceId, actorOf(ctx).personId, byline]);
  }

  async showName(ctx: Ctx, { id }: Input<typeof returning.showName>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, showName, thread);
    const { personId } = actorOf(ctx);
    await ctx.db.row(SHOW, [id, await this.items.byline(ctx, personId)]);
    // Counters and lists say now what his posts say.
    await recount(ctx, id);
    await audit(ctx, {
      action: 'thread.showName',
      role: thread.authorId === personId ? 'asker' : 'author',
      itemId: id,
      from: 'unnamed',
      to: 'named',
    });
    const seen = { spaceId: thread.spaceId, itemId: id, version: thread.version };
    publish(ctx, 'thread.changed', { threadId: id }, seen);
    return { done: true };
  }
}
