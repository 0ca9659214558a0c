import { Injectable } from '@nestjs/common';
import type { Input } from '@hat-nhan/contracts';
import type { people } from '@hat-nhan/contracts';
import { listedTitle } from '@hat-nhan/vietnamese';
import { today } from '../organisations/filter.js';
import { represents } from '../organisations/represents.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { recordPosition } from '../policies/people.js';
import { Position } from './position.entity.js';
import { ProfilesService } from './profiles.service.js';
import { leaveBehind } from './stays.js';

type NewPosition = Input<typeof people.addPosition>;
interface Subject {
  id: number;
  spaceId: number;
  /** Whether he reads the state bodies' space by his present position. */
  stateBody: boolean;
  /** Whether the actor represents the organisation that he is in now. */
  represented: boolean;
  organisationId: number | null;
  since: string | null;
}
interface Place {
  name: string;
  topId: number;
  enterprise: boolean;
  representative: boolean;
  /** It is no more, so that nobody begins there. */
  ended: boolean;
}

// The row is locked, so that two positions recorded at once follow one another; what it holds is asked in a statement after.
const HOLD = sql('select id from person where id = $1 for update');
const PERSON =
  sql(`select p.id, p.space_id as "spaceId", p.organisation_id as "organisationId", p.organisation_id is not null and not p.enterprise as "stateBody",
    p.organisation_id is not null and ${represents('p.organisation_id')} as represented,
    (select x.from_date from position x where x.person_id = p.id and x.kind = 'in_office' and x.to_date is null) as since
  from person p where p.id = $1`);
// Held against its end: what is merged or dissolved meanwhile waits, or is found ended.
const HOLD_PLACE = sql('select 1 from organisation where id = $1 for key share');
const PLACE = sql(`select o.name, o.top_id as "topId", t.kind = 'enterprise' as enterprise,
    ${represents('o.id')} as representative, i.state <> 'open' or coalesce(o.valid_to < $2::date, false) as ended
  from organisation o join organisation t on t.id = o.top_id join item i on i.id = o.id where o.id = $1`);
const RECORDED = sql('select id from position where id = $1');
const END = sql(
  `update position set kind = 'former', to_date = $2::date - 1 where person_id = $1 and kind = 'in_office' and to_date is null`,
);
const HOLDS = sql(
  `update person set title = $2, unit = $3, organisation_id = $4, top_id = $5, enterprise = $6 where id = $1`,
);
const RETIRED = sql(
  `update person set title = $2, unit = $3, organisation_id = null, top_id = null, enterprise = false where id = $1`,
);

/** Positions as dated facts: what is past stays, and stands under what was written then. */
@Injectable()
export class PositionsService {
  constructor(private readonly profiles: ProfilesService) {}

  async add(ctx: Ctx, input: NewPosition): Promise<{ id: number }> {
    // The place first, as who merges it does.
    await ctx.db.row(HOLD_PLACE, [input.organisationId]);
    await ctx.db.run(HOLD, [input.id]);
    const person = await ctx.db.row<Subject>(PERSON, [input.id]);
    const place = await ctx.db.row<Place>(PLACE, [input.organisationId, today(ctx)]);
    if (!person || !place) throw new Problem('not-found');
    // Where he goes is for that organisation to say; that he goes, for the one that he is in.
    // Nobody is taken out of another organisation by one who speaks only for the place where he would go.
    const taken = person.organisationId !== null && !person.represented;
    const representative = input.kind === 'retired' ? person.represented : place.representative && !taken;
    const widens = input.kind === 'in_office' && !person.stateBody && !place.enterprise;
    authorize(ctx, recordPosition, { id: person.id, representative, widens });
    if (input.kind === 'in_office' && place.ended) throw wrongField('/organisationId', 'ended');
    refuseOddDays(input, person, today(ctx));

    const title = listedTitle(input.title);
    if (input.kind !== 'former') await ctx.db.run(END, [person.id, input.from]);
    const inserted = await ctx.db.manager.insert(Position, {
      personId: person.id,
      spaceId: person.spaceId,
      title,
      unit: input.unit,
      organisationId: input.organisationId,
      kind: input.kind,
      fromDate: input.from,
      toDate: input.to,
    });
    const { id } = inserted.identifiers[0] as { id: number };
    await this.show(ctx, { ...input, title }, place);
    await audit(ctx, { action: 'person.addPosition', itemId: person.id, to: input.kind, detail: { positionId: id } });
    return { id };
  }

  /** What an earlier call made, while he still sees it. */
  async added(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(RECORDED, [id]))) throw new Problem('not-found');
    return { id };
  }

  /** Carries the present position to the person; standing as a reader follows by trigger. */
  private async show(ctx: Ctx, { id, kind, title, unit, organisationId }: NewPosition, place: Place): Promise<void> {
    if (kind === 'former') return;
    if (kind === 'in_office') await ctx.db.run(HOLDS, [id, title, unit, organisationId, place.topId, place.enterprise]);
    else await ctx.db.run(RETIRED, [id, `Nguyên ${title}`, [unit, place.name].filter(Boolean).join(', ')]);
    await leaveBehind(ctx, id, kind === 'in_office' ? organisationId : null);
    await this.profiles.describe(ctx, id);
  }
}

/** A post begins at the latest today and after the one it follows; only what has ended has a last day. */
function refuseOddDays({ kind, from, to }: NewPosition, { since }: Subject, now: string): void {
  if (from > now || (kind !== 'former' && since !== null && from <= since)) throw wrongField('/from', 'out-of-range');
  if (to === null) return;
  if (kind !== 'former' || to < from || to > now) throw wrongField('/to', 'out-of-range');
}
