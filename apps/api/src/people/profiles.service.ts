import { Injectable } from '@nestjs/common';
import type { Input, Result } from '@hat-nhan/contracts';
import { people } from '@hat-nhan/contracts';
import { ItemsService, type Description } from '../items/items.service.js';
import { today } from '../organisations/filter.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { POSITIONS } from './people.sql.js';

type Profile = Result<typeof people.profile>;

const READ =
  sql(`select p.version, p.name, p.bio, p.telephone, p.contact_visible as "contactVisible", ${POSITIONS} as positions,
    exists (select from position x where x.person_id = p.id and x.kind = 'in_office' and x.to_date is null
      and coalesce(x.confirmed_at, x.from_date, p.joined_at::date) <= $2::date - interval '12 months') as "askOffice",
    array(select e.topic_id from topic_expert e where e.person_id = p.id and e.can_answer order by e.topic_id) as "canAnswer"
  from person p where p.id = $1`);
// The address is copied while it is shown: the table of addresses stays with the accounts.
const SAVE = sql(`update person set bio = $3, telephone = $4, contact_visible = $5, version = version + 1,
    contact_email = case when $5 then coalesce((select address from email where person_id = $1 and main), '') else '' end
  where id = $1 and version = $2`);
const NO_LONGER = sql(
  `update topic_expert set can_answer = false where person_id = $1 and can_answer and topic_id <> all ($2::int[])`,
);
const TIDY = sql('delete from topic_expert where person_id = $1 and not can_answer and not expert');
const CAN_ANSWER = sql(`insert into topic_expert (topic_id, person_id, space_id, can_answer)
  select t.id, p.id, p.space_id, true from topic t, person p where p.id = $1 and t.id = any ($2::int[])
  on conflict (topic_id, person_id) do update set can_answer = true`);
const DESCRIBED =
  sql(`select p.id, p.space_id as "spaceId", p.name, concat_ws(E'\\n', p.title, p.unit, o.name, o.abbreviation, t.name, p.bio) as text
  from person p left join organisation o on o.id = p.organisation_id left join organisation t on t.id = p.top_id and t.id <> o.id
  where p.id = any ($1::int[])`);

interface Described {
  id: number;
  spaceId: number;
  name: string;
  text: string;
}
const searched = ({ id, spaceId, name, text }: Described): Description => ({
  itemId: id,
  spaceId,
  kind: 'person',
  title: name,
  text,
  threadId: id,
});

/** What a person says of himself. */
@Injectable()
export class ProfilesService {
  constructor(private readonly items: ItemsService) {}

  async read(ctx: Ctx): Promise<Profile> {
    const profile = await ctx.db.row<Profile>(READ, [actorOf(ctx).personId, today(ctx)]);
    if (!profile) throw new Problem('not-found');
    return profile;
  }

  async save(ctx: Ctx, input: Input<typeof people.saveProfile>): Promise<{ done: true }> {
    const { personId } = actorOf(ctx);
    const { bio, telephone, contactVisible } = input;
    const saved = await ctx.db.run(SAVE, [personId, ctx.ifMatch, bio, telephone, contactVisible]);
    if (saved === 0) {
      const current = await this.read(ctx);
      throw new Problem('stale', { current: { version: current.version, text: current.bio } });
    }
    const topics = [...new Set(input.canAnswer)];
    await ctx.db.run(NO_LONGER, [personId, topics]);
    await ctx.db.run(TIDY, [personId]);
    if ((await ctx.db.run(CAN_ANSWER, [personId, topics])) < topics.length) throw wrongField('/canAnswer', 'choice');
    await this.describe(ctx, personId);
    await audit(ctx, { action: 'person.saveProfile', itemId: personId, detail: { contactVisible } });
    return { done: true };
  }

  /** Writes the search row of a person from what is known of him now. Accounts call it when they make or rename one. */
  async describe(ctx: Ctx, personId: number): Promise<void> {
    const row = await ctx.db.row<Described>(DESCRIBED, [[personId]]);
    if (!row) throw new Problem('not-found');
    this.items.describe(ctx, searched(row));
  }

  /** The same for many, where what they have in common has changed. */
  async describeAll(ctx: Ctx, people: readonly number[]): Promise<void> {
    const rows = await ctx.db.rows<Described>(DESCRIBED, [people]);
    await this.items.describeAll(ctx, rows.map(searched));
  }
}
