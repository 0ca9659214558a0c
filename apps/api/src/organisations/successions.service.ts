import { Injectable } from '@nestjs/common';
import type { Input, registry } from '@hat-nhan/contracts';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { Problem, wrongField } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { keepRegistry } from '../policies/organisations.js';
import { describeOrganisation } from './describe.js';
import { dayBefore, today } from './filter.js';
import { PARENT } from './organisations.sql.js';
import { demandVersion } from './registry.service.js';
import { HOLD, MARK, NO_SUCCESSION, ONE_BY_ONE, PRECEDES, SUCCEED, type Held } from './registry.sql.js';

/** What followed what, many to many, each with its part and its day. */
@Injectable()
export class SuccessionsService {
  constructor(private readonly items: ItemsService) {}

  async add(ctx: Ctx, input: Input<typeof registry.addSuccession>): Promise<{ id: number }> {
    const { id, toId, date, basis } = input;
    await this.hold(ctx, id, toId);
    await ctx.db.run(ONE_BY_ONE);
    // Nothing follows itself, by however long a chain.
    if (await ctx.db.row(PRECEDES, [id, toId])) throw wrongField('/toId', 'choice');
    const values = [id, toId, input.scope || 'main', dayBefore(date), actorOf(ctx).personId, basis];
    if ((await ctx.db.run(SUCCEED, values)) === 0) throw new Problem('already-exists');
    await this.changed(ctx, id, toId);
    await audit(ctx, { action: 'organisation.addSuccession', itemId: id, reason: basis, detail: { toId, date } });
    return { id: toId };
  }

  /** What an earlier call recorded to follow, while he still keeps the registry and sees it. */
  async added(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(PARENT, [id]))) throw new Problem('not-found');
    authorize(ctx, keepRegistry, null);
    return { id };
  }

  async remove(ctx: Ctx, { id, toId }: Input<typeof registry.removeSuccession>): Promise<{ done: true }> {
    await this.hold(ctx, id, toId);
    if ((await ctx.db.run(NO_SUCCESSION, [id, toId])) === 0) throw new Problem('not-found');
    await this.changed(ctx, id, toId);
    await audit(ctx, { action: 'organisation.removeSuccession', itemId: id, detail: { toId } });
    return { done: true };
  }

  private async hold(ctx: Ctx, id: number, toId: number): Promise<void> {
    const held = await ctx.db.rows<Held>(HOLD, [[id, toId], today(ctx)]);
    if (held.length < new Set([id, toId]).size) throw new Problem('not-found');
    authorize(ctx, keepRegistry, null);
    demandVersion(ctx, held, id);
  }

  /** Found by the new chain; one that begins on a day to come counts from then on (`RegistryListener`). */
  private async changed(ctx: Ctx, id: number, toId: number): Promise<void> {
    await ctx.db.run(MARK, [id, null, null]);
    await describeOrganisation(this.items, ctx, toId);
  }
}
