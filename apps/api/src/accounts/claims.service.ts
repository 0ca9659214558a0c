import { Injectable } from '@nestjs/common';
import type { claims, Input, Result } from '@hat-nhan/contracts';
import { confirmClaim, decideClaim } from '../policies/accounts.js';
import { authorize, may } from '../policies/authorize.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';

/** Time in which the person himself can stop it. */
export const DELAY_MS = 72 * 3_600_000;
const MOST_OPEN = 3;

const ASK = sql(`insert into mailbox_claim (name, old_address, new_address, telephone, locale, created_at)
  select $1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz
  where (select count(*) from mailbox_claim c where c.old_address = $2 and c.state = 'requested') < ${MOST_OPEN} returning id`);
const LIST = sql(`select id, name, old_address as "oldEmail", new_address as "newEmail", telephone, state,
    created_at as "createdAt", due_at as "dueAt" from mailbox_claim where state in ('requested', 'confirmed', 'sent') order by id limit 200`);
const ONE =
  sql(`select c.state, (select e.person_id from email e where e.address = c.old_address and e.confirmed_at is not null) as "personId"
  from mailbox_claim c where c.id = $1`);
const CONFIRM =
  sql(`update mailbox_claim set state = 'confirmed', person_id = $2, reason = $3, decided_by = $4, due_at = $5
  where id = $1 and state = 'requested'`);
const DECLINE = sql(
  `update mailbox_claim set state = 'declined', reason = $2, decided_by = $3 where id = $1 and state = 'requested'`,
);
const MINE = sql(`select id, new_address as "newEmail", due_at as "dueAt" from mailbox_claim
  where person_id = $1 and state in ('confirmed', 'sent') order by id`);
const STOP = sql(
  `update mailbox_claim set state = 'stopped' where id = $1 and person_id = $2 and state in ('confirmed', 'sent')`,
);

type Item = Omit<Result<typeof claims.list>['items'][number], 'can'>;

/** "Hộp thư cũ không còn": a coordinator makes sure of the person, and the person has three days to say no. */
@Injectable()
export class ClaimsService {
  async ask(ctx: Ctx, input: Input<typeof claims.claimMailbox>): Promise<{ received: true }> {
    const { name, oldEmail, newEmail, telephone } = input;
    const kept = await ctx.db.row<{ id: number }>(ASK, [
      name,
      oldEmail,
      newEmail,
      telephone,
      ctx.locale,
      ctx.clock.now(),
    ]);
    if (kept) await audit(ctx, { action: 'mailbox.request', to: 'requested', detail: { claimId: kept.id } });
    return { received: true };
  }

  async list(ctx: Ctx): Promise<Result<typeof claims.list>> {
    if (!may(ctx, decideClaim, null)) throw new Problem('forbidden');
    const rows = await ctx.db.rows<Item>(LIST);
    return { items: rows.map((row) => ({ ...row, can: { decide: row.state === 'requested' } })) };
  }

  async confirm(ctx: Ctx, { id, reason }: Input<typeof claims.confirm>): Promise<{ done: true }> {
    authorize(ctx, decideClaim, null);
    const claim = await ctx.db.row<{ state: string; personId: number | null }>(ONE, [id]);
    if (!claim) throw new Problem('not-found');
    // Nobody has the old address: there is nobody to confirm, only to decline.
    if (claim.personId === null) throw new Problem('illegal-transition', { allowed: ['decline'] });
    const { personId } = claim;
    authorize(ctx, confirmClaim, { personId });
    const due = new Date(ctx.clock.now().getTime() + DELAY_MS);
    const changed = await ctx.db.run(CONFIRM, [id, personId, reason, actorOf(ctx).personId, due]);
    if (changed === 0) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, {
      action: 'mailbox.confirm',
      itemId: personId,
      from: 'requested',
      to: 'confirmed',
      reason,
      detail: { claimId: id },
    });
    publish(ctx, 'mailbox.confirmed', { claimId: id, personId });
    return { done: true };
  }

  async decline(ctx: Ctx, { id, reason }: Input<typeof claims.decline>): Promise<{ done: true }> {
    authorize(ctx, decideClaim, null);
    if (!(await ctx.db.row(ONE, [id]))) throw new Problem('not-found');
    if ((await ctx.db.run(DECLINE, [id, reason, actorOf(ctx).personId])) === 0)
      throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: 'mailbox.decline', from: 'requested', to: 'declined', reason, detail: { claimId: id } });
    return { done: true };
  }

  async mine(ctx: Ctx): Promise<Result<typeof claims.mine>> {
    return { items: await ctx.db.rows(MINE, [actorOf(ctx).personId]) };
  }

  async stop(ctx: Ctx, { id }: Input<typeof claims.stop>): Promise<{ done: true }> {
    const { personId } = actorOf(ctx);
    if ((await ctx.db.run(STOP, [id, personId])) === 0) throw new Problem('not-found');
    await audit(ctx, { action: 'mailbox.stop', itemId: personId, to: 'stopped', detail: { claimId: id } });
    return { done: true };
  }
}
