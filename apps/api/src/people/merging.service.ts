import { Injectable } from '@nestjs/common';
import type { Input, registry, Result } from '@hat-nhan/contracts';
import { dayBefore, today } from '../organisations/filter.js';
import { EndingService, type Ended } from '../organisations/ending.service.js';
import { RegistryService } from '../organisations/registry.service.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';

// Whoever records a position of one of them meanwhile waits, or has it moved along.
const HOLD_PEOPLE = sql('select id from person where organisation_id = $1 order by id for update');
const END_POSITIONS = sql(`with ended as (
    update position x set kind = 'former', to_date = $3
    where x.organisation_id = $1 and x.kind = 'in_office' and x.to_date is null and (x.from_date is null or x.from_date <= $3::date)
    returning x.person_id, x.space_id, x.title, x.unit)
  insert into position (person_id, space_id, title, unit, organisation_id, kind, from_date)
  select person_id, space_id, title, unit, $2, 'in_office', $4 from ended`);
// Begun after that day, so that it was there from the first.
const REDIRECT = sql(
  `update position set organisation_id = $2 where organisation_id = $1 and kind = 'in_office' and to_date is null`,
);
const MOVE = sql('update person set organisation_id = $2 where organisation_id = $1');
// What a person reads follows from these by trigger. After all moved, so that units which only changed their place count too.
const STAND =
  sql(`with recursive below(id) as (select $1::int union select u.id from organisation u join below b on u.parent_id = b.id)
  update person p set top_id = o.top_id, enterprise = t.kind = 'enterprise'
  from organisation o join organisation t on t.id = o.top_id
  where o.id = p.organisation_id and o.id in (select id from below)
    and (p.top_id, p.enterprise) is distinct from (o.top_id, t.kind = 'enterprise')`);
// Nobody speaks for the new one only because he spoke for a part of it.
const NO_REPRESENTATIVES = sql('delete from representative where organisation_id = $1');
const ABOVE = sql(`with recursive above(id, up) as (select o.id, o.parent_id from organisation o where o.id = $1
    union select o.id, o.parent_id from organisation o join above a on a.up = o.id)
  select 1 from above where id = any ($2::int[])`);

/** Merging organisations with all that belongs to them: in one transaction, so that nothing is counted twice or lost. */
@Injectable()
export class MergingService {
  constructor(
    private readonly registry: RegistryService,
    private readonly ending: EndingService,
  ) {}

  async merge(ctx: Ctx, input: Input<typeof registry.merge>): Promise<Result<typeof registry.merge>> {
    const { id, date, basis } = input;
    const from = [...new Set(input.from)];
    if (from.includes(id)) throw wrongField('/from', 'choice');
    const held = await this.registry.hold(ctx, [id, ...from], 'merge', id);
    const into = held.find((one) => one.id === id)!;
    if (await ctx.db.row(ABOVE, [id, from])) throw wrongField('/from', 'choice');
    // What is for state bodies would open to people whom nobody let in.
    if (!into.enterprise && held.some(({ enterprise }) => enterprise)) throw wrongField('/from', 'widens');
    const early = held.some(({ validFrom }) => validFrom !== null && date < validFrom);
    if (date > today(ctx) || early) throw wrongField('/date', 'out-of-range');

    const moved = { people: 0, units: 0, representatives: 0 };
    for (const one of held.filter((other) => other !== into)) {
      const { ended, units } = await this.ending.endInto(ctx, one, into, date, basis);
      moved.units += units;
      for (const pair of ended) {
        const { people, representatives } = await this.movePeople(ctx, pair, date);
        moved.people += people;
        moved.representatives += representatives;
        const { id: fromId } = pair.from;
        const detail = { into: pair.into.id, date, people, representatives };
        await audit(ctx, {
          action: 'organisation.merge',
          itemId: fromId,
          from: 'open',
          to: 'merged',
          reason: basis,
          detail,
        });
        publish(ctx, 'organisation.merged', { fromId, intoId: pair.into.id });
        this.registry.tell(ctx, pair.from);
      }
    }
    await ctx.db.run(STAND, [id]);
    this.registry.tell(ctx, into);
    return moved;
  }

  private async movePeople(ctx: Ctx, { from, into }: Ended, date: string) {
    await ctx.db.rows(HOLD_PEOPLE, [from.id]);
    await ctx.db.run(END_POSITIONS, [from.id, into.id, dayBefore(date), date]);
    await ctx.db.run(REDIRECT, [from.id, into.id]);
    const people = await ctx.db.run(MOVE, [from.id, into.id]);
    const representatives = await ctx.db.run(NO_REPRESENTATIVES, [from.id]);
    return { people, representatives };
  }
}
