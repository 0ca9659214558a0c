import { Injectable } from '@nestjs/common';
import type { accounts, Input, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Mailer } from '../platform/mail.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { CodesService } from './codes.service.js';
import { demandFreshSignIn } from '../policies/fresh.js';
import { refuseAndKeep } from './transaction.js';

const MOST = 5;

const LIST = sql(
  `select id, address as email, confirmed_at is not null as confirmed, main as "primary" from email where person_id = $1 order by main desc, id`,
);
const HAS_PASSWORD = sql('select password_hash is not null as "hasPassword" from account where person_id = $1');
// Held until the commit, so that two removals at once cannot each leave the other's address as the last.
const IN_TURN = sql('select 1 from account where person_id = $1 for update');
// His own only: what another noted down stays, or its going would tell of who has the address.
const AGAIN = sql('delete from email where person_id = $1 and address = $2 and confirmed_at is null and not main');
const ADD = sql(
  'insert into email (person_id, address) values ($1, $2) on conflict (person_id, address) do nothing returning id',
);
const COUNT = sql('select count(*)::int as count from email where person_id = $1');
const UNCONFIRMED = sql('select address from email where id = $1 and person_id = $2 and confirmed_at is null');
const CONFIRM = sql('update email set confirmed_at = $3 where id = $1 and person_id = $2 and confirmed_at is null');
const REMOVE = sql(`delete from email e where e.id = $1 and e.person_id = $2 and (e.confirmed_at is null
    or exists (select 1 from email o where o.person_id = $2 and o.id <> $1 and o.confirmed_at is not null))
  returning e.main`);
const NOT_MAIN = sql('update email set main = false where person_id = $1 and main and id <> $2');
const MAKE_MAIN = sql(
  'update email set main = true where id = $2 and person_id = $1 and confirmed_at is not null and not main',
);
const MINE = sql('select 1 from email where id = $1 and person_id = $2');
const PROMOTE = sql(`update email set main = true where id = (
  select id from email where person_id = $1 and confirmed_at is not null order by confirmed_at, id limit 1)`);

/** A person's addresses: several may be confirmed, one is the main one, and one confirmed always stays. */
@Injectable()
export class EmailsService {
  constructor(
    private readonly codes: CodesService,
    private readonly mailer: Mailer,
  ) {}

  async list(ctx: Ctx): Promise<Result<typeof accounts.emails>> {
    const { personId } = actorOf(ctx);
    const items = await ctx.db.rows<Result<typeof accounts.emails>['items'][number]>(LIST, [personId]);
    const { hasPassword } = (await ctx.db.row<{ hasPassword: boolean }>(HAS_PASSWORD, [personId]))!;
    return { items, hasPassword };
  }

  /** Adds an address, or starts again with one never confirmed. The code goes to it when it is free; the answer is alike. */
  async add(ctx: Ctx, { email: address }: Input<typeof accounts.addEmail>): Promise<{ id: number }> {
    if (!this.mailer.configured) throw new Problem('unavailable');
    demandFreshSignIn(ctx);
    const { personId } = actorOf(ctx);
    await ctx.db.run(IN_TURN, [personId]);
    await ctx.db.run(AGAIN, [personId, address]);
    const { count } = (await ctx.db.row<{ count: number }>(COUNT, [personId]))!;
    if (count >= MOST) {
      throw new Problem('invalid-input', {
        errors: [{ pointer: '/email', code: 'too-many', values: { maximum: MOST } }],
      });
    }
    const added = await ctx.db.row<{ id: number }>(ADD, [personId, address]);
    if (!added) throw new Problem('already-exists');
    const { id } = added;
    await this.codes.ask(ctx, address, 'confirm');
    await audit(ctx, { action: 'email.add', detail: { emailId: id } });
    return { id };
  }

  /** What an earlier call made, while he still has it. */
  async added(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(MINE, [id, actorOf(ctx).personId]))) throw new Problem('not-found');
    return { id };
  }

  async confirm(ctx: Ctx, { id, code }: Input<typeof accounts.confirmEmail>): Promise<{ done: true }> {
    const { personId } = actorOf(ctx);
    const email = await ctx.db.row<{ address: string }>(UNCONFIRMED, [id, personId]);
    if (!email) throw new Problem('not-found');
    if (!(await this.codes.confirm(ctx, email.address, 'confirm', code))) {
      await audit(ctx, { action: 'email.refused', detail: { emailId: id } });
      return refuseAndKeep(ctx, new Problem('wrong-code'));
    }
    if ((await ctx.db.run(CONFIRM, [id, personId, ctx.clock.now()])) === 0) throw new Problem('not-found');
    await audit(ctx, { action: 'email.confirm', detail: { emailId: id } });
    return { done: true };
  }

  /** Letters go to this one from now on; the others go on signing in. */
  async makeMain(ctx: Ctx, { id }: Input<typeof accounts.makeMainEmail>): Promise<{ done: true }> {
    demandFreshSignIn(ctx);
    const { personId } = actorOf(ctx);
    await ctx.db.run(IN_TURN, [personId]);
    if (!(await ctx.db.row(MINE, [id, personId]))) throw new Problem('not-found');
    await ctx.db.run(NOT_MAIN, [personId, id]);
    if ((await ctx.db.run(MAKE_MAIN, [personId, id])) === 0)
      throw new Problem('illegal-transition', { allowed: ['confirm'] });
    await audit(ctx, { action: 'email.makeMain', detail: { emailId: id } });
    publish(ctx, 'email.changed', { personId });
    return { done: true };
  }

  async remove(ctx: Ctx, { id }: Input<typeof accounts.removeEmail>): Promise<{ done: true }> {
    demandFreshSignIn(ctx);
    const { personId } = actorOf(ctx);
    await ctx.db.run(IN_TURN, [personId]);
    const removed = await ctx.db.row<{ main: boolean }>(REMOVE, [id, personId]);
    if (!removed) throw new Problem((await ctx.db.row(MINE, [id, personId])) ? 'illegal-transition' : 'not-found');
    if (removed.main) await ctx.db.run(PROMOTE, [personId]);
    await audit(ctx, { action: 'email.remove', detail: { emailId: id } });
    return { done: true };
  }
}
