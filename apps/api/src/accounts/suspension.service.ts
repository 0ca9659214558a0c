import { Injectable } from '@nestjs/common';
import type { Input, moderation, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { suspendAccount } from '../policies/moderation.js';
import { SessionsService } from './sessions.service.js';

const YEAR_MS = 366 * 86_400_000;

// Whom one cannot see one does not suspend either.
const FIND =
  sql(`select a.suspended_until as until, exists (select from account_role r where r.person_id = a.person_id) as staff
  from account a join person p on p.id = a.person_id where a.person_id = $1`);
const SUSPEND = sql('update account set suspended_until = $2 where person_id = $1');
const END = sql('update account set suspended_until = null where person_id = $1 and suspended_until > $2');

interface Found {
  until: string | null;
  staff: boolean;
}

/** Keeping a person out until a day; then he may sign in again without anybody's doing. */
@Injectable()
export class SuspensionService {
  constructor(private readonly sessions: SessionsService) {}

  async read(ctx: Ctx, { id }: Input<typeof moderation.suspension>): Promise<Result<typeof moderation.suspension>> {
    const { until } = await this.find(ctx, id);
    return { until: until !== null && Date.parse(until) > ctx.clock.now().getTime() ? until : null };
  }

  async suspend(ctx: Ctx, { id, until, reason }: Input<typeof moderation.suspend>): Promise<{ done: true }> {
    await this.find(ctx, id);
    const end = new Date(`${until}T00:00:00+07:00`);
    const ahead = end.getTime() - ctx.clock.now().getTime();
    if (ahead <= 0 || ahead > YEAR_MS) throw wrongField('/until', 'out-of-range');
    await ctx.db.run(SUSPEND, [id, end.toISOString()]);
    await this.sessions.endAll(ctx, id);
    await audit(ctx, { action: 'account.suspend', itemId: id, to: until, reason });
    return { done: true };
  }

  async end(ctx: Ctx, { id, reason }: Input<typeof moderation.unsuspend>): Promise<{ done: true }> {
    await this.find(ctx, id);
    const ended = await ctx.db.run(END, [id, ctx.clock.now()]);
    if (ended === 0) throw new Problem('illegal-transition', { allowed: ['suspend'] });
    await audit(ctx, { action: 'account.unsuspend', itemId: id, reason });
    return { done: true };
  }

  private async find(ctx: Ctx, id: number): Promise<Found> {
    const found = await ctx.db.row<Found>(FIND, [id]);
    if (!found) throw new Problem('not-found');
    authorize(ctx, suspendAccount, { id, staff: found.staff });
    return found;
  }
}
