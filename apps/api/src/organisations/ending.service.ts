import { Injectable } from '@nestjs/common';
import { ItemsService } from '../items/items.service.js';
import type { Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { describeOrganisation } from './describe.js';
import { dayBefore, today } from './filter.js';
import {
  END,
  HAND_OVER_SPACES,
  HOLD,
  MARK,
  MOVE_UNIT,
  NOT_FOLLOWED,
  ONE_BY_ONE,
  PRECEDES,
  REOPEN_MERGED,
  SET_TOP,
  STILL_BELOW,
  SUCCEED,
  UNITS_TO_MOVE,
  type Held,
} from './registry.sql.js';

/** What ended and what it went into. */
export interface Ended {
  from: Held;
  into: Held;
  /** Units that came below the other, and spaces that went over. */
  units: number[];
  spaces: number[];
  /** Whether the succession was recorded by this. */
  followed: boolean;
}

/** The same as it is kept. */
export interface EndedIds extends Pick<Ended, 'units' | 'spaces' | 'followed'> {
  from: number;
  into: number;
  /** The last day that was set before. */
  validTo: string | null;
}

/** The organisations' own part of a merger: what ends, what follows, and where the units below go. */
@Injectable()
export class EndingService {
  constructor(private readonly items: ItemsService) {}

  /**
   * Ends `from` into `into`, from `date` on. Units below come below `into`; one whose name stands there already goes into it
   * the same way. Gives everything that ended, `from` last, and how many units moved.
   */
  async endInto(
    ctx: Ctx,
    from: Held,
    into: Held,
    date: string,
    basis: string,
  ): Promise<{ ended: Ended[]; units: number }> {
    const ended: Ended[] = [];
    let units = 0;
    const moved: number[] = [];
    const below = await ctx.db.rows<{ id: number; same: number | null }>(UNITS_TO_MOVE, [from.id, into.id, today(ctx)]);
    for (const { id, same } of below) {
      if (same === null) {
        await this.move(ctx, id, into);
        moved.push(id);
      } else {
        const [unit, twin] = await this.pair(ctx, id, same);
        const inner = await this.endInto(ctx, unit, twin, date, basis);
        ended.push(...inner.ended);
        units += inner.units;
      }
      units++;
    }
    const last = dayBefore(date);
    await ctx.db.run(END, [from.id, last, into.id, ctx.clock.now()]);
    await ctx.db.run(MARK, [from.id, null, 'merged']);
    await ctx.db.run(MARK, [into.id, null, null]);
    await ctx.db.run(ONE_BY_ONE);
    const known = await ctx.db.row(PRECEDES, [from.id, into.id]);
    const followed = !known && (await ctx.db.run(SUCCEED, [from.id, into.id, 'main', last, null, basis])) > 0;
    const { spaces } = (await ctx.db.row<{ spaces: number[] }>(HAND_OVER_SPACES, [from.id, into.id, null]))!;
    await describeOrganisation(this.items, ctx, into.id);
    return { ended: [...ended, { from, into, units: moved, spaces, followed }], units };
  }

  /** Takes one pair back, where it still is as it was left: the last of what was ended first. */
  async reopen(ctx: Ctx, { from: fromId, into: intoId, ...pair }: EndedIds): Promise<Held> {
    const [from, into] = await this.pair(ctx, fromId, intoId);
    const reopened = await ctx.db.run(REOPEN_MERGED, [fromId, pair.validTo, intoId, ctx.clock.now()]);
    if (reopened === 0 || from.state !== 'merged' || into.state !== 'open')
      throw new Problem('illegal-transition', { allowed: [] });
    await ctx.db.run(MARK, [fromId, null, 'open']);
    await ctx.db.run(MARK, [intoId, null, null]);
    if (pair.followed) await ctx.db.run(NOT_FOLLOWED, [fromId, intoId]);
    await ctx.db.rows(HAND_OVER_SPACES, [intoId, fromId, pair.spaces]);
    const units = await ctx.db.rows<{ id: number }>(STILL_BELOW, [intoId, pair.units]);
    for (const { id } of units) await this.move(ctx, id, from);
    await describeOrganisation(this.items, ctx, intoId);
    await describeOrganisation(this.items, ctx, fromId);
    return from;
  }

  private async move(ctx: Ctx, unit: number, into: Held): Promise<void> {
    await ctx.db.run(MOVE_UNIT, [unit, into.id, ctx.clock.now()]);
    await ctx.db.run(SET_TOP, [unit, into.topId, ctx.clock.now()]);
    await describeOrganisation(this.items, ctx, unit);
  }

  private async pair(ctx: Ctx, id: number, same: number): Promise<[Held, Held]> {
    const held = await ctx.db.rows<Held>(HOLD, [[id, same], today(ctx)]);
    const one = (which: number) => {
      const found = held.find((row) => row.id === which);
      if (!found) throw new Problem('not-found');
      return found;
    };
    return [one(id), one(same)];
  }
}
