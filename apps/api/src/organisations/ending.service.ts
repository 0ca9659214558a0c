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
  PRECEDES,
  SET_TOP,
  SUCCEED,
  UNITS_TO_MOVE,
  type Held,
} from './registry.sql.js';

/** What ended and what it went into. */
export interface Ended {
  from: Held;
  into: Held;
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
    const below = await ctx.db.rows<{ id: number; same: number | null }>(UNITS_TO_MOVE, [from.id, into.id, today(ctx)]);
    for (const { id, same } of below) {
      if (same === null) await this.move(ctx, id, into);
      else {
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
    if (!(await ctx.db.row(PRECEDES, [from.id, into.id])))
      await ctx.db.run(SUCCEED, [from.id, into.id, 'main', last, null, basis]);
    await ctx.db.rows(HAND_OVER_SPACES, [from.id, into.id]);
    await describeOrganisation(this.items, ctx, into.id);
    return { ended: [...ended, { from, into }], units };
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
