import { Injectable } from '@nestjs/common';
import type { groups, Input, Result } from '@hat-nhan/contracts';
import { authorize, may } from '../policies/authorize.js';
import { answerJoining, askToJoin, inviteMember, withdrawJoining } from '../policies/spaces.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { findSpace } from './spaces.service.js';
import { KNOWN } from './spaces.sql.js';

const person = (
  who: string,
) => `(select json_build_object('personId', p.id, 'name', trim(p.prefix || ' ' || p.name), 'title', p.title,
    'organisation', concat_ws(', ', nullif(p.unit, ''), o.name), 'organisationId', p.organisation_id, 'mark', case when p.enterprise then 'enterprise' end)
  from person p left join organisation o on o.id = p.organisation_id where p.id = ${who})`;
const JOINING = `select j.id, j.kind, j.space_id as "spaceId", j.title as "group", j.note, j.at, j.state, j.person_id as "personId",
    j.space_id = any ((select app.spaces_of((select app.viewer()), 'moderate'))::int[]) as moderates,
    ${person('j.person_id')} as person, ${person('j.by_id')} as by
  from space_joining j`;
// What the wall shows of it: his own, and those of the groups that he moderates.
const LIST =
  sql(`select * from (${JOINING} where j.state = 'open' and ($1::int is null or j.space_id = $1) order by j.id limit 200) l
  where l.person is not null and l.by is not null`);
const ONE = sql(`${JOINING} where j.id = $1`);
const OWN = sql('select 1 from space_joining where id = $1 and by_id = (select app.viewer())');
const MET = sql(`select k.inside, k.listed, k.takes_requests as "takesRequests", k.closed_at is not null as closed,
    exists (select from space_joining j where j.space_id = $1 and j.person_id = (select app.viewer()) and j.state = 'open') as waiting
  from app.known_groups($1, null, null, null, null, 1) k`);
const BEGIN = sql('select app.begin_joining($1, $2, $3, $4) as id');
const SETTLE = sql('select app.settle_joining($1, $2, $3, $4) as moved');

type Joining = Result<typeof groups.joinings>['items'][number];
type Row = Omit<Joining, 'can'> & { state: string; personId: number; moderates: boolean };
interface Met {
  inside: boolean;
  listed: boolean;
  takesRequests: boolean;
  closed: boolean;
  waiting: boolean;
}

/** Asking to join a group, inviting into it, and what is said to either. */
@Injectable()
export class JoiningsService {
  async list(ctx: Ctx, { space }: Input<typeof groups.joinings>): Promise<Result<typeof groups.joinings>> {
    const rows = await ctx.db.rows<Row>(LIST, [space ?? null]);
    return {
      items: rows.map((found) => {
        const { state: _, moderates, personId, ...row } = found;
        const seen = { kind: row.kind, personId, moderates };
        const answer = may(ctx, answerJoining, seen);
        return { ...row, can: { accept: answer, decline: answer, withdraw: may(ctx, withdrawJoining, seen) } };
      }),
    };
  }

  async ask(ctx: Ctx, { id, note }: Input<typeof groups.ask>): Promise<{ id: number }> {
    const met = await ctx.db.row<Met>(MET, [id]);
    if (!met) throw new Problem('not-found');
    if (met.inside) throw new Problem('already-member');
    if (met.waiting) throw new Problem('already-asked');
    if (met.closed) throw new Problem('group-closed');
    if (!met.listed || !met.takesRequests) throw new Problem('takes-no-requests');
    authorize(ctx, askToJoin, met);
    return this.begin(ctx, id, actorOf(ctx).personId, note);
  }

  async invite(ctx: Ctx, { id, personId, note }: Input<typeof groups.invite>): Promise<{ id: number }> {
    const space = await findSpace(ctx, id);
    if (space.kind !== 'group') throw new Problem('not-found');
    authorize(ctx, inviteMember, { ...space, closed: false });
    if (space.closed) throw new Problem('group-closed');
    const known = await ctx.db.row<{ level: string | null }>(KNOWN, [personId, id]);
    if (!known) throw wrongField('/personId', 'choice');
    if (known.level !== null) throw new Problem('already-member');
    return this.begin(ctx, id, personId, note);
  }

  /** What an earlier call made, to him alone. */
  async begun(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(OWN, [id]))) throw new Problem('not-found');
    return { id };
  }

  async accept(ctx: Ctx, { id }: Input<typeof groups.accept>): Promise<{ done: true }> {
    return this.settle(ctx, id, 'accepted', '');
  }

  async decline(ctx: Ctx, { id, reason }: Input<typeof groups.decline>): Promise<{ done: true }> {
    return this.settle(ctx, id, 'declined', reason);
  }

  async withdraw(ctx: Ctx, { id }: Input<typeof groups.withdraw>): Promise<{ done: true }> {
    return this.settle(ctx, id, 'withdrawn', '');
  }

  /** The wall looks once more, with the space held: it may have been closed, or the person set a member, meanwhile. */
  private async begin(ctx: Ctx, spaceId: number, personId: number, note: string): Promise<{ id: number }> {
    const { id } = (await ctx.db.row<{ id: number | null }>(BEGIN, [spaceId, personId, note, ctx.clock.now()]))!;
    if (id === null) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: 'joining.open', itemId: personId, to: 'open', detail: { spaceId, joiningId: id } });
    publish(ctx, 'joining.opened', { joiningId: id, spaceId, personId }, { spaceId, itemId: personId });
    return { id };
  }

  private async settle(
    ctx: Ctx,
    id: number,
    to: 'accepted' | 'declined' | 'withdrawn',
    reason: string,
  ): Promise<{ done: true }> {
    const row = await ctx.db.row<Row>(ONE, [id]);
    if (!row) throw new Problem('not-found');
    authorize(ctx, to === 'withdrawn' ? withdrawJoining : answerJoining, row);
    if (to === 'declined' && row.kind === 'asked' && reason.length < 3) throw wrongField('/reason', 'required');
    const { moved } = (await ctx.db.row<{ moved: boolean }>(SETTLE, [id, to, reason, ctx.clock.now()]))!;
    if (!moved) throw new Problem('illegal-transition', { allowed: [] });
    const { spaceId, personId } = row;
    const detail = { spaceId, joiningId: id };
    await audit(ctx, { action: 'joining.settle', itemId: personId, from: 'open', to, reason, detail });
    const seen = { spaceId, itemId: personId };
    publish(ctx, 'joining.settled', { joiningId: id, personId }, seen);
    if (to === 'accepted') publish(ctx, 'space.memberChanged', { spaceId, personId }, seen);
    return { done: true };
  }
}
