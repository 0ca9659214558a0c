import { Injectable } from '@nestjs/common';
import type { accounts, Input } from '@hat-nhan/contracts';
import { disableAccount } from '../policies/accounts.js';
import { authorize } from '../policies/authorize.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { Account } from './account.entity.js';
import { isCommonPassword } from './common-passwords.js';
import { demandFreshSignIn } from '../policies/fresh.js';
import { PasswordsService } from './passwords.service.js';
import { SessionsService } from './sessions.service.js';

const KNOWN_OF = sql(
  `select array_append(array(select e.address from email e where e.person_id = m.person_id), m.name) as known from app.myself() m`,
);
// Whom the administrator cannot see he does not shut out either.
const SEEN = sql('select 1 from account a join person p on p.id = a.person_id where a.person_id = $1');
const DISABLE = sql('update account set disabled_at = $2 where person_id = $1 and disabled_at is null');
const ENABLE = sql('update account set disabled_at = null where person_id = $1 and disabled_at is not null');

/** What a person sets on his own account, and what an administrator decides about another's. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
  ) {}

  async setPassword(ctx: Ctx, { password }: Input<typeof accounts.setPassword>): Promise<{ done: true }> {
    demandFreshSignIn(ctx);
    const { personId } = actorOf(ctx);
    if (password !== null) {
      const own = await ctx.db.row<{ known: string[] }>(KNOWN_OF);
      if (isCommonPassword(password, own!.known)) throw wrongField('/password', 'common-password');
    }
    const passwordHash = password === null ? null : await this.passwords.hash(password);
    await ctx.db.manager.update(Account, { personId }, { passwordHash });
    await audit(ctx, { action: password === null ? 'account.removePassword' : 'account.setPassword' });
    return this.sessions.endOthers(ctx);
  }

  async saveDisplay(ctx: Ctx, display: Input<typeof accounts.saveDisplay>): Promise<{ done: true }> {
    await ctx.db.manager.update(Account, { personId: actorOf(ctx).personId }, display);
    return { done: true };
  }

  /** Shuts a person out: his sessions end, his streams are cut, and his next request is a visitor's. */
  async disable(ctx: Ctx, { id, reason }: Input<typeof accounts.disable>): Promise<{ done: true }> {
    await this.find(ctx, id);
    const changed = await ctx.db.run(DISABLE, [id, ctx.clock.now()]);
    if (changed === 0) throw new Problem('illegal-transition', { allowed: ['enable'] });
    await this.sessions.endAll(ctx, id);
    await audit(ctx, {
      action: 'account.disable',
      role: 'administrator',
      itemId: id,
      from: 'enabled',
      to: 'disabled',
      reason,
    });
    publish(ctx, 'account.disabled', { personId: id });
    return { done: true };
  }

  async enable(ctx: Ctx, { id, reason }: Input<typeof accounts.enable>): Promise<{ done: true }> {
    await this.find(ctx, id);
    const changed = await ctx.db.run(ENABLE, [id]);
    if (changed === 0) throw new Problem('illegal-transition', { allowed: ['disable'] });
    await audit(ctx, {
      action: 'account.enable',
      role: 'administrator',
      itemId: id,
      from: 'disabled',
      to: 'enabled',
      reason,
    });
    return { done: true };
  }

  private async find(ctx: Ctx, id: number): Promise<void> {
    if (!(await ctx.db.row(SEEN, [id]))) throw new Problem('not-found');
    authorize(ctx, disableAccount, { id });
  }
}
