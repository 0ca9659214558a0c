import { Injectable } from '@nestjs/common';
import type { Input, people, Result } from '@hat-nhan/contracts';
import { today } from '../organisations/filter.js';
import { represents } from '../organisations/represents.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { endPosition } from '../policies/people.js';
import { ProfilesService } from './profiles.service.js';
import { leaveBehind } from './stays.js';

const IN_OFFICE = `x.kind = 'in_office' and x.to_date is null`;
// Held, so that nothing else ends or begins a post of his meanwhile.
const HOLD = sql('select 1 from person where id = $1 for update');
const PRESENT =
  sql(`select x.id, x.title, x.unit, x.from_date as since, o.name as organisation, ${represents('p.organisation_id')} as representative
  from person p join position x on x.person_id = p.id and ${IN_OFFICE} join organisation o on o.id = x.organisation_id where p.id = $1`);
const SEEN = sql('select 1 from person where id = $1');
const END = sql(`update position x set kind = 'former', to_date = $2 where x.id = $1 and ${IN_OFFICE}`);
const FORMER = sql(
  `update person set title = $2, unit = $3, organisation_id = null, top_id = null, enterprise = false where id = $1`,
);
const CONFIRM = sql(
  `update position x set confirmed_at = $1 where x.person_id = (select app.viewer()) and ${IN_OFFICE}`,
);
const REPRESENTED = sql(`select o.id, o.name, o.name_en as "nameEn", coalesce((
    with recursive below(id) as (select o.id union select u.id from organisation u join below b on u.parent_id = b.id)
    select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', p.title, 'unit', p.unit, 'organisation', w.name,
        'organisationId', w.id, 'since', x.from_date) order by p.sort_key, p.id)
    from person p join below b on b.id = p.organisation_id join organisation w on w.id = p.organisation_id
    left join position x on x.person_id = p.id and ${IN_OFFICE} where p.disabled_at is null), '[]') as people
  from representative r join organisation o on o.id = r.organisation_id
  where r.person_id = (select app.viewer()) order by o.sort_key, o.id limit 50`);

interface Present {
  id: number;
  title: string;
  unit: string;
  since: string | null;
  organisation: string;
  representative: boolean;
}

/** Who is in office where: ended, confirmed once a year, and listed for who represents the organisation. */
@Injectable()
export class OfficeService {
  constructor(private readonly profiles: ProfilesService) {}

  async end(ctx: Ctx, { id, to }: Input<typeof people.endPosition>): Promise<{ done: true }> {
    if (!(await ctx.db.row(SEEN, [id]))) throw new Problem('not-found');
    await ctx.db.row(HOLD, [id]);
    const present = await ctx.db.row<Present>(PRESENT, [id]);
    authorize(ctx, endPosition, { id, representative: present?.representative ?? false });
    if (!present) throw new Problem('illegal-transition', { allowed: ['addPosition'] });
    if (to > today(ctx) || (present.since !== null && to < present.since)) throw wrongField('/to', 'out-of-range');
    await ctx.db.run(END, [present.id, to]);
    const { title, unit, organisation } = present;
    await ctx.db.run(FORMER, [id, `Nguyên ${title}`, [unit, organisation].filter(Boolean).join(', ')]);
    await leaveBehind(ctx, id, null);
    await this.profiles.describe(ctx, id);
    const detail = { positionId: present.id };
    await audit(ctx, { action: 'person.endPosition', itemId: id, from: 'in_office', to: 'former', detail });
    return { done: true };
  }

  async confirm(ctx: Ctx): Promise<{ done: true }> {
    if ((await ctx.db.run(CONFIRM, [today(ctx)])) === 0) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: 'person.confirmPosition', itemId: actorOf(ctx).personId });
    return { done: true };
  }

  async represented(ctx: Ctx): Promise<Result<typeof people.represented>> {
    return { items: await ctx.db.rows(REPRESENTED) };
  }
}
