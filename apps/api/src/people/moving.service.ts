import { Injectable } from '@nestjs/common';
import type { Input, moving, Result } from '@hat-nhan/contracts';
import { above } from '../organisations/above.js';
import { dayAfter, today } from '../organisations/filter.js';
import { named } from '../organisations/named.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { HandoversService } from './handovers.service.js';
import { OfficeService } from './office.service.js';
import { PositionsService } from './positions.service.js';

type Moving = Result<typeof moving.read>;

const READ =
  sql(`with recursive ${above('above', 'select p.organisation_id from person p where p.id = (select app.viewer())')},
  asked as materialized (select i.id, i.title, i.created_at from item i
    where i.author_id = (select app.viewer()) and i.kind = 'question' and i.state = 'open')
  select (select json_build_object('title', x.title, 'unit', x.unit, 'organisation', ${named('o')}, 'from', x.from_date, 'enterprise', p.enterprise)
      from person p join position x on x.person_id = p.id and x.kind = 'in_office' and x.to_date is null
      join organisation o on o.id = x.organisation_id where p.id = (select app.viewer())) as position,
    json_build_object(
      'represents', coalesce((select json_agg(${named('o')} order by o.sort_key, o.id) from representative r join organisation o on o.id = r.organisation_id
        where r.person_id = (select app.viewer())), '[]'),
      'spaces', coalesce((select json_agg(${named('s')} order by s.id) from space s
        where s.kind = 'organisation' and s.organisation_id in (select id from above)), '[]')) as stays,
    json_build_object(
      'questions', coalesce((select json_agg(json_build_object('id', l.id, 'title', l.title) order by l.created_at desc, l.id desc)
        from (select * from asked order by created_at desc, id desc limit 5) l), '[]'),
      'openQuestions', (select count(*)::int from asked),
      'invitations', coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title) order by v.at, v.id) from answer_invitation v join item t on t.id = v.thread_id
        where v.person_id = (select app.viewer()) and v.state in ('open', 'will_answer') and t.state <> 'hidden'), '[]'),
      'expertOf', coalesce((select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'nameEn', t.name_en) order by t.position)
        from topic_expert e join topic t on t.id = e.topic_id where e.person_id = (select app.viewer()) and e.expert), '[]')) as goes`);

/** "Chuyển công tác": what stays, what goes along, and the step itself. */
@Injectable()
export class MovingService {
  constructor(
    private readonly positions: PositionsService,
    private readonly office: OfficeService,
    private readonly handovers: HandoversService,
  ) {}

  async read(ctx: Ctx): Promise<Moving> {
    return (await ctx.db.row<Moving>(READ))!;
  }

  async move(ctx: Ctx, input: Input<typeof moving.move>): Promise<{ done: true }> {
    const { to, next, handOver } = input;
    const { personId: id } = actorOf(ctx);
    const { position } = await this.read(ctx);
    if (!position) throw new Problem('illegal-transition', { allowed: ['addPosition'] });
    await this.handovers.offer(ctx, handOver);
    if (next === 'none') return this.office.end(ctx, { id, to });
    // What comes next begins the day after, and that day has to have come.
    if (to >= today(ctx) || (position.from !== null && to < position.from)) throw wrongField('/to', 'out-of-range');
    const from = dayAfter(to);
    if (next === 'retired') {
      const { title, unit, organisation } = position;
      await this.positions.add(ctx, {
        id,
        title,
        unit,
        organisationId: organisation.id,
        kind: 'retired',
        from,
        to: null,
      });
      return { done: true };
    }
    const { title, unit, organisationId } = input;
    if (title.length < 2) throw wrongField('/title', 'required');
    if (organisationId === null) throw wrongField('/organisationId', 'required');
    await this.positions.add(ctx, { id, title, unit, organisationId, kind: 'in_office', from, to: null });
    return { done: true };
  }
}
