import { Injectable } from '@nestjs/common';
import type { Input, registry } from '@hat-nhan/contracts';
import { fold, sortKey } from '@hat-nhan/vietnamese';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { keepRegistry, registryMoves, type RegistryMove } from '../policies/organisations.js';
import { publicSpace } from '../spaces/public-space.js';
import { describeOrganisation } from './describe.js';
import { dayBefore, today } from './filter.js';
import { demandFreeName } from './free-name.js';
import { Organisation } from './organisation.entity.js';
import { PARENT } from './organisations.sql.js';
import { goesOn } from './place.js';
import { END, HOLD, KEEP_NAME, LAST_NAME, MARK, RENAME, REOPEN, USED, type Held } from './registry.sql.js';

/** The registry as coordinators keep it: what is added, renamed, ended. */
@Injectable()
export class RegistryService {
  constructor(private readonly items: ItemsService) {}

  async create(ctx: Ctx, input: Input<typeof registry.create>): Promise<{ id: number }> {
    authorize(ctx, keepRegistry, null);
    const { personId } = actorOf(ctx);
    const folded = fold(input.name);
    const { parentId, validFrom, ...words } = input;
    const standing = parentId !== null && (await goesOn(ctx, parentId));
    const parent = parentId === null ? null : await ctx.db.row<Organisation>(PARENT, [parentId]);
    if (parent === undefined) throw wrongField('/parentId', 'choice');
    if (parent !== null && !standing) throw wrongField('/parentId', 'ended');
    await demandFreeName(ctx, folded);
    const byline = await this.items.byline(ctx, personId);
    const spaceId = await this.home(ctx, parent);
    const id = await this.items.create(ctx, {
      kind: 'organisation',
      spaceId,
      title: input.name,
      byline,
      authorId: personId,
    });
    await ctx.db.manager.insert(Organisation, {
      id,
      spaceId,
      ...words,
      folded,
      sortKey: sortKey(input.name),
      parentId,
      topId: parent?.topId ?? id,
      validFrom,
    });
    await describeOrganisation(this.items, ctx, id);
    await audit(ctx, { action: 'organisation.create', itemId: id, to: 'open', detail: { parentId } });
    return { id };
  }

  /** What an earlier call made, while he still sees it. */
  async created(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(PARENT, [id]))) throw new Problem('not-found');
    return { id };
  }

  async rename(ctx: Ctx, input: Input<typeof registry.rename>): Promise<{ done: true }> {
    const { id, name, nameEn, abbreviation, from, basis } = input;
    const [held] = await this.hold(ctx, [id], 'rename', id);
    // A correction of the rest is not held up by a name that was there twice before.
    if (held!.kind !== 'unit' && fold(name) !== fold(held!.name)) await demandFreeName(ctx, fold(name), id);
    if (from !== null) await this.keepName(ctx, held!, from, basis);
    const now = ctx.clock.now();
    await ctx.db.run(RENAME, [id, name, nameEn, abbreviation, fold(name), sortKey(name), now]);
    await ctx.db.run(MARK, [id, name, null]);
    await describeOrganisation(this.items, ctx, id);
    await audit(ctx, { action: 'organisation.rename', itemId: id, reason: basis, detail: { from } });
    this.tell(ctx, held!);
    return { done: true };
  }

  async dissolve(ctx: Ctx, { id, date, reason }: Input<typeof registry.dissolve>): Promise<{ done: true }> {
    const [held] = await this.hold(ctx, [id], 'dissolve', id);
    if (date > today(ctx) || (held!.validFrom !== null && date < held!.validFrom))
      throw wrongField('/date', 'out-of-range');
    if (await ctx.db.row(USED, [id, today(ctx), ctx.clock.now()])) throw new Problem('organisation-in-use');
    await ctx.db.run(END, [id, date, null, ctx.clock.now()]);
    await ctx.db.run(MARK, [id, null, 'dissolved']);
    await audit(ctx, { action: 'organisation.dissolve', itemId: id, from: 'open', to: 'dissolved', reason });
    this.tell(ctx, held!);
    return { done: true };
  }

  async restore(ctx: Ctx, { id, reason }: Input<typeof registry.restore>): Promise<{ done: true }> {
    const [held] = await this.hold(ctx, [id], 'restore', id);
    if (held!.kind !== 'unit') await demandFreeName(ctx, fold(held!.name), id);
    await ctx.db.run(REOPEN, [id]);
    await ctx.db.run(MARK, [id, null, 'open']);
    await audit(ctx, { action: 'organisation.restore', itemId: id, from: 'dissolved', to: 'open', reason });
    this.tell(ctx, held!);
    return { done: true };
  }

  /**
   * Organisations to be changed, held until the end: as the caller sees them, decided by policy, and able to `move`.
   * `guarded` is the one whose version the caller must have read.
   */
  async hold(ctx: Ctx, ids: readonly number[], move: RegistryMove, guarded: number): Promise<Held[]> {
    const held = await this.held(ctx, ids);
    authorize(ctx, keepRegistry, null);
    demandVersion(ctx, held, guarded);
    return demandMove(held, move);
  }

  /** The same on the day that was decided for it: nobody asks, and what it takes is looked at anew. */
  async holdDue(ctx: Ctx, ids: readonly number[], move: RegistryMove): Promise<Held[]> {
    return demandMove(await this.held(ctx, ids), move);
  }

  private async held(ctx: Ctx, ids: readonly number[]): Promise<Held[]> {
    const held = await ctx.db.rows<Held>(HOLD, [ids, today(ctx)]);
    if (held.length < new Set(ids).size) throw new Problem('not-found');
    return held;
  }

  /** Says that an organisation is not what it was: its people are then found by its new name. */
  tell(ctx: Ctx, { id, spaceId, version }: Held): void {
    publish(ctx, 'organisation.changed', { organisationId: id }, { spaceId, itemId: id, version: version + 1 });
  }

  /** The name of until then, with its last day. */
  private async keepName(ctx: Ctx, { id, validFrom, validTo }: Held, from: string, basis: string): Promise<void> {
    const to = dayBefore(from);
    const last = await ctx.db.row<{ to: string | null }>(LAST_NAME, [id]);
    const late = from > today(ctx) || (validTo !== null && from > validTo);
    const early = (validFrom !== null && from <= validFrom) || (last!.to !== null && to <= last!.to);
    if (late || early) throw wrongField('/from', 'out-of-range');
    await ctx.db.run(KEEP_NAME, [id, to, basis]);
  }

  /** Where an organisation stands: with the one above it, otherwise where everybody reads. */
  private async home(ctx: Ctx, parent: Organisation | null): Promise<number> {
    return parent?.spaceId ?? publicSpace(ctx);
  }
}

/** Throws `stale` with what stands there now, where the caller has read another version. */
export function demandVersion(ctx: Ctx, held: readonly Held[], guarded: number): void {
  const { version, name } = held.find(({ id }) => id === guarded)!;
  if (version !== ctx.ifMatch) throw new Problem('stale', { current: { version, name } });
}

function demandMove(held: Held[], move: RegistryMove): Held[] {
  for (const one of held) {
    const allowed = registryMoves(one);
    if (!allowed.includes(move)) throw new Problem('illegal-transition', { allowed });
  }
  return held;
}
