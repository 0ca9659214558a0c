import { Injectable } from '@nestjs/common';
import type { Input, registry } from '@hat-nhan/contracts';
import { EndingService } from '../organisations/ending.service.js';
import { demandFreeName } from '../organisations/free-name.js';
import { RegistryService } from '../organisations/registry.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { keepRegistry, takeBackMerger } from '../policies/organisations.js';
import { STAND, type MovedPair } from './merging.service.js';

// Both organisations in sight, or there is no merger.
const FIND = sql(`select g.state, g.moved, g.from_id as "fromId", f.folded, f.kind
  from merger g join organisation f on f.id = g.from_id join organisation i on i.id = g.into_id where g.id = $1`);
const END = sql(`update merger set state = $2, reason = $3, ended_by = $4, ended_at = $5 where id = $1 and state = $6`);
// Who has gone on since has a later position, and stays there.
const NOT_MADE =
  sql(`delete from position where id = any ($1::int[]) and organisation_id = $2 and kind = 'in_office' and to_date is null
  returning id`);
const FORMER_AGAIN = sql(`update position set kind = 'in_office', to_date = null where id = any ($1::int[])`);
const REDIRECT_BACK = sql(`update position set organisation_id = $3
  where id = any ($1::int[]) and organisation_id = $2 and kind = 'in_office' and to_date is null`);
const BACK = sql(`update person p set organisation_id = $3 where p.id = any ($1::int[]) and p.organisation_id = $2
  and exists (select from position x where x.person_id = p.id and x.organisation_id = $3 and x.kind = 'in_office' and x.to_date is null)`);
const REPRESENT_AGAIN = sql(`with recursive below(id) as (select $2::int
    union select u.id from organisation u join below b on u.parent_id = b.id)
  insert into representative (organisation_id, person_id, space_id)
  select $2, p.id, p.space_id from person p
  where p.id = any ($1::int[]) and p.disabled_at is null and p.organisation_id in (select id from below) on conflict do nothing`);

interface Merger {
  state: string;
  moved: MovedPair[];
  fromId: number;
  folded: string;
  kind: string;
}

/** Taking a merger back: one that is planned is called off, one by mistake undone as far as nobody has gone on since. */
@Injectable()
export class UnmergingService {
  constructor(
    private readonly registry: RegistryService,
    private readonly ending: EndingService,
  ) {}

  async takeBack(ctx: Ctx, { id, reason }: Input<typeof registry.takeBackMerger>): Promise<{ done: true }> {
    const merger = await ctx.db.row<Merger>(FIND, [id]);
    if (!merger) throw new Problem('not-found');
    const { state, fromId } = merger;
    if (state !== 'planned' && state !== 'done') {
      authorize(ctx, keepRegistry, null);
      throw new Problem('illegal-transition', { allowed: [] });
    }
    authorize(ctx, takeBackMerger, merger);
    const to = state === 'planned' ? 'withdrawn' : 'undone';
    const values = [id, to, reason, actorOf(ctx).personId, ctx.clock.now(), state];
    if ((await ctx.db.run(END, values)) === 0) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: 'merger.takeBack', itemId: fromId, from: state, to, reason, detail: { mergerId: id } });
    if (state === 'done') await this.undo(ctx, merger);
    return { done: true };
  }

  /** In the opposite order, so that what went in last comes out first. Those on their way in stay on the way to the new one. */
  private async undo(ctx: Ctx, { moved, folded, kind }: Merger): Promise<void> {
    for (const pair of moved.toReversed()) {
      const from = await this.ending.reopen(ctx, pair);
      await this.bringBack(ctx, pair);
      const detail = { into: pair.into };
      await audit(ctx, { action: 'organisation.unmerge', itemId: pair.from, from: 'merged', to: 'open', detail });
      this.registry.tell(ctx, from);
    }
    const last = moved.at(-1)!;
    if (kind !== 'unit') await demandFreeName(ctx, folded, last.from);
    await ctx.db.run(STAND, [last.from]);
    await ctx.db.run(STAND, [last.into]);
    for (const { from, representatives } of moved) await ctx.db.run(REPRESENT_AGAIN, [representatives, from]);
  }

  private async bringBack(ctx: Ctx, { from, into, positions, redirected, people }: MovedPair): Promise<void> {
    const made = positions.map(([, id]) => id);
    const gone = new Set((await ctx.db.rows<{ id: number }>(NOT_MADE, [made, into])).map(({ id }) => id));
    const former = positions.flatMap(([id, later]) => (gone.has(later) ? [id] : []));
    await ctx.db.run(FORMER_AGAIN, [former]);
    await ctx.db.run(REDIRECT_BACK, [redirected, into, from]);
    await ctx.db.run(BACK, [people, into, from]);
  }
}
