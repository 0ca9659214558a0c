import { Injectable } from '@nestjs/common';
import type { Input, registry, Result } from '@hat-nhan/contracts';
import { above } from '../organisations/above.js';
import { dayBefore, today } from '../organisations/filter.js';
import { EndingService, type Ended, type EndedIds } from '../organisations/ending.service.js';
import { RegistryService } from '../organisations/registry.service.js';
import type { Held } from '../organisations/registry.sql.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';

// Whoever records a position of one of them meanwhile waits, or has it moved along.
const HOLD_PEOPLE = sql('select id from person where organisation_id = $1 order by id for update');
const END_POSITIONS = sql(`with ended as (
    update position x set kind = 'former', to_date = $3
    where x.organisation_id = $1 and x.kind = 'in_office' and x.to_date is null and (x.from_date is null or x.from_date <= $3::date)
    returning x.id, x.person_id, x.space_id, x.title, x.unit),
  made as (insert into position (person_id, space_id, title, unit, organisation_id, kind, from_date)
    select person_id, space_id, title, unit, $2, 'in_office', $4 from ended returning id, person_id)
  select e.id as former, m.id as made from ended e join made m using (person_id)`);
// Begun after that day, so that it was there from the first.
const REDIRECT = sql(
  `update position set organisation_id = $2 where organisation_id = $1 and kind = 'in_office' and to_date is null returning id`,
);
const MOVE = sql('update person set organisation_id = $2 where organisation_id = $1 returning id');
// What a person reads follows from these by trigger. After all moved, so that units which only changed their place count too.
export const STAND =
  sql(`with recursive below(id) as (select $1::int union select u.id from organisation u join below b on u.parent_id = b.id)
  update person p set top_id = o.top_id, enterprise = t.kind = 'enterprise'
  from organisation o join organisation t on t.id = o.top_id
  where o.id = p.organisation_id and o.id in (select id from below)
    and (p.top_id, p.enterprise) is distinct from (o.top_id, t.kind = 'enterprise')`);
// Nobody speaks for the new one only because he spoke for a part of it.
const NO_REPRESENTATIVES = sql('delete from representative where organisation_id = $1 returning person_id as id');
const ABOVE = sql(`with recursive ${above('above', '$1::int')}
  select 1 from above where id = any ($2::int[])`);

const PLAN = sql(`insert into merger (from_id, into_id, space_id, date, basis, state, by_id, at)
  values ($1, $2, $3, $4, $5, 'planned', $6, $7) on conflict (from_id) where state = 'planned' do nothing returning id`);
const TAKE = sql(`update merger set state = 'done', done_at = $2 where id = $1 and state = 'planned'
  returning from_id as "fromId", into_id as "intoId", date, basis`);
const DONE = sql(`insert into merger (from_id, into_id, space_id, date, basis, state, by_id, at, done_at)
  values ($1, $2, $3, $4, $5, 'done', $6, $7, $7) returning id`);
const MOVED = sql('update merger set moved = $2 where id = $1');

/** One organisation that went into another, as it is kept to be taken back. */
export interface MovedPair extends EndedIds {
  people: number[];
  /** Positions: the one that ended by it and the one that began; those that only changed their organisation. */
  positions: [former: number, made: number][];
  redirected: number[];
  representatives: number[];
}
type Merged = Omit<Result<typeof registry.merge>, 'planned'>;
interface What {
  into: Held;
  from: Held[];
  date: string;
  basis: string;
}

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
    const what = await this.whatOf(ctx, held, id, date, basis);
    if (date <= today(ctx)) return { ...(await this.carryOut(ctx, what)), planned: false };
    // No version moves: who does not keep the registry sees nothing of what is planned.
    for (const one of what.from) {
      const { personId } = actorOf(ctx);
      const values = [one.id, id, one.spaceId, date, basis, personId, ctx.clock.now()];
      if (!(await ctx.db.row(PLAN, values))) throw new Problem('already-exists');
      const detail = { into: id, date };
      await audit(ctx, { action: 'merger.plan', itemId: one.id, to: 'planned', reason: basis, detail });
    }
    return { people: 0, units: 0, representatives: 0, planned: true };
  }

  /** On its day, with the eyes of who planned it. False where it is not planned any more. */
  async carryOutPlanned(ctx: Ctx, mergerId: number): Promise<boolean> {
    const taken = await ctx.db.row<{ fromId: number; intoId: number; date: string; basis: string }>(TAKE, [
      mergerId,
      ctx.clock.now(),
    ]);
    if (!taken) return false;
    const { fromId, intoId, date, basis } = taken;
    const held = await this.registry.holdDue(ctx, [intoId, fromId], 'merge');
    await this.carryOut(ctx, await this.whatOf(ctx, held, intoId, date, basis), mergerId);
    return true;
  }

  private async whatOf(ctx: Ctx, held: Held[], id: number, date: string, basis: string): Promise<What> {
    const into = held.find((one) => one.id === id)!;
    const from = held.filter((one) => one !== into);
    if (await ctx.db.row(ABOVE, [id, from.map((one) => one.id)])) throw wrongField('/from', 'choice');
    // What is for state bodies would open to people whom nobody let in.
    if (!into.enterprise && from.some(({ enterprise }) => enterprise)) throw wrongField('/from', 'widens');
    if (held.some(({ validFrom }) => validFrom !== null && date < validFrom)) throw wrongField('/date', 'out-of-range');
    return { into, from, date, basis };
  }

  private async carryOut(ctx: Ctx, { into, from, date, basis }: What, planned?: number): Promise<Merged> {
    const merged: Merged = { people: 0, units: 0, representatives: 0 };
    for (const one of from) {
      const { ended, units } = await this.ending.endInto(ctx, one, into, date, basis);
      merged.units += units;
      const pairs: MovedPair[] = [];
      for (const end of ended) {
        const pair = await this.movePeople(ctx, end, date);
        pairs.push(pair);
        const [people, representatives] = [pair.people.length, pair.representatives.length];
        merged.people += people;
        merged.representatives += representatives;
        const detail = { into: pair.into, date, people, representatives };
        const entry = { itemId: pair.from, from: 'open', to: 'merged', reason: basis, detail };
        await audit(ctx, { action: 'organisation.merge', ...(planned && { role: 'system' }), ...entry });
        publish(ctx, 'organisation.merged', { fromId: pair.from, intoId: pair.into });
        this.registry.tell(ctx, end.from);
      }
      const values = [one.id, into.id, one.spaceId, date, basis, actorOf(ctx).personId, ctx.clock.now()];
      const id = planned ?? (await ctx.db.row<{ id: number }>(DONE, values))!.id;
      await ctx.db.run(MOVED, [id, JSON.stringify(pairs)]);
    }
    await ctx.db.run(STAND, [into.id]);
    this.registry.tell(ctx, into);
    return merged;
  }

  private async movePeople(ctx: Ctx, { from, into, ...ended }: Ended, date: string): Promise<MovedPair> {
    await ctx.db.rows(HOLD_PEOPLE, [from.id]);
    const ids = async (statement: typeof MOVE, ...values: unknown[]) =>
      (await ctx.db.rows<{ id: number }>(statement, values)).map(({ id }) => id);
    const days = [from.id, into.id, dayBefore(date), date];
    const positions = await ctx.db.rows<{ former: number; made: number }>(END_POSITIONS, days);
    return {
      ...ended,
      from: from.id,
      into: into.id,
      validTo: from.validTo,
      positions: positions.map(({ former, made }) => [former, made]),
      redirected: await ids(REDIRECT, from.id, into.id),
      people: await ids(MOVE, from.id, into.id),
      representatives: await ids(NO_REPRESENTATIVES, from.id),
    };
  }
}
