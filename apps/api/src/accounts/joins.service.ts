import { Injectable } from '@nestjs/common';
import type { Input, joins, Result } from '@hat-nhan/contracts';
import { demandPlace } from '../organisations/place.js';
import { represents } from '../organisations/represents.js';
import { decideJoin, inviteOwn } from '../policies/accounts.js';
import { authorize, may } from '../policies/authorize.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { InvitationsService } from './invitations.service.js';

/** Open requests that one member may have for colleagues. */
const MOST_OPEN = 10;

const PLACE = sql(`select ${represents('o.id')} as representative from organisation o where o.id = $1`);
// Silent where the address is known or waits already: who asks learns nothing of it.
const ASK =
  sql(`insert into join_request (address, name, title, unit, organisation_id, note, asked_by, asked_by_name, locale, created_at)
  select $1::text, $2::text, $3::text, $4::text, $5::int, $6::text, $7::int, coalesce((select name from app.myself()), ''), $8::text, $9::timestamptz
  where not exists (select from email e where e.address = $1 and e.confirmed_at is not null)
    and ($7::int is null or (select count(*) from join_request j where j.asked_by = $7 and j.state = 'requested') < ${MOST_OPEN})
  on conflict (address) where state = 'requested' do nothing returning id`);
const REQUEST = `select j.id, j.name, j.address as email, j.title, j.unit, o.name as organisation, o.id as "organisationId", j.note,
    j.asked_by_name as "askedBy", j.asked_by as "askedById", j.created_at as "createdAt", j.state, ${represents('o.id')} as representative
  from join_request j join organisation o on o.id = j.organisation_id`;
const LIST = sql(
  `select * from (${REQUEST} where j.state = 'requested') r where r.representative or $1 order by r.id limit 200`,
);
const ONE = sql(`${REQUEST} where j.id = $1`);
const DECIDE = sql(`update join_request set state = $2, reason = $3, decided_by = $4, decided_at = $5
  where id = $1 and state = 'requested'`);

const OWN = sql('select 1 from invitation where id = $1 and invited_by = $2');

type Item = Result<typeof joins.list>['items'][number];
type Row = Omit<Item, 'can'> & { askedById: number | null; representative: boolean; state: string };

/** Who asks to join, for himself or for a colleague; decided by who answers for the organisation. */
@Injectable()
export class JoinsService {
  constructor(private readonly invitations: InvitationsService) {}

  async ask(ctx: Ctx, input: Input<typeof joins.askToJoin>): Promise<{ received: true }> {
    return this.keep(ctx, input, null);
  }

  async inviteColleague(ctx: Ctx, input: Input<typeof joins.inviteColleague>): Promise<{ received: true }> {
    return this.keep(ctx, input, actorOf(ctx).personId);
  }

  async list(ctx: Ctx): Promise<Result<typeof joins.list>> {
    const rows = await ctx.db.rows<Row>(LIST, [may(ctx, decideJoin, { representative: false, askedById: null })]);
    return {
      items: rows.map(({ askedById, representative, ...row }) => ({
        ...row,
        can: { decide: may(ctx, decideJoin, { representative, askedById }) },
      })),
    };
  }

  /** An invitation without roles goes to the address that was given; the request itself never lets anybody in. */
  async confirm(ctx: Ctx, { id }: Input<typeof joins.confirm>): Promise<{ done: true }> {
    const row = await this.decide(ctx, id, 'confirmed', '');
    const { email: address, name, title, unit, organisationId } = row;
    await this.invitations.make(ctx, { address, name, title, unit, organisationId, roles: [] });
    return { done: true };
  }

  async decline(ctx: Ctx, { id, reason }: Input<typeof joins.decline>): Promise<{ done: true }> {
    await this.decide(ctx, id, 'declined', reason);
    publish(ctx, 'join.declined', { requestId: id });
    return { done: true };
  }

  /** A representative invites his own people, without roles. */
  async inviteOwn(ctx: Ctx, { email: address, ...input }: Input<typeof joins.inviteOwn>): Promise<{ id: number }> {
    const place = await ctx.db.row<{ representative: boolean }>(PLACE, [input.organisationId]);
    if (!place) throw wrongField('/organisationId', 'choice');
    authorize(ctx, inviteOwn, place);
    return this.invitations.make(ctx, { ...input, address, roles: [] });
  }

  /** What an earlier call made, to him alone. */
  async invited(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(OWN, [id, actorOf(ctx).personId]))) throw new Problem('not-found');
    return { id };
  }

  private async keep(
    ctx: Ctx,
    input: Input<typeof joins.askToJoin>,
    askedBy: number | null,
  ): Promise<{ received: true }> {
    const { email, name, title, unit, organisationId, note } = input;
    if (!(await ctx.db.row(PLACE, [organisationId]))) throw wrongField('/organisationId', 'choice');
    await demandPlace(ctx, organisationId, '/organisationId');
    const values = [email, name, title, unit, organisationId, note, askedBy, ctx.locale, ctx.clock.now()];
    const kept = await ctx.db.row<{ id: number }>(ASK, values);
    if (kept) await audit(ctx, { action: 'join.request', to: 'requested', detail: { requestId: kept.id } });
    return { received: true };
  }

  private async decide(ctx: Ctx, id: number, to: 'confirmed' | 'declined', reason: string): Promise<Row> {
    const row = await ctx.db.row<Row>(ONE, [id]);
    const seen = row && (row.representative || may(ctx, decideJoin, { representative: false, askedById: null }));
    if (!row || !seen) throw new Problem('not-found');
    authorize(ctx, decideJoin, row);
    const decided = await ctx.db.run(DECIDE, [id, to, reason, actorOf(ctx).personId, ctx.clock.now()]);
    if (decided === 0) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: `join.${to}`, from: 'requested', to, reason, detail: { requestId: id } });
    return row;
  }
}
