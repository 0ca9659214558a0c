import { Injectable } from '@nestjs/common';
import type { Input, Result } from '@hat-nhan/contracts';
import { appointments } from '@hat-nhan/contracts';
import { filterPatterns } from '../organisations/filter.js';
import { ProfilesService } from '../people/profiles.service.js';
import { audit, type Entry } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { Problem, wrongField } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { appoint, disableAccount, giveRole } from '../policies/accounts.js';
import { authorize, may } from '../policies/authorize.js';
import { demandFreshSignIn } from '../policies/fresh.js';
import * as statements from './appointments.sql.js';
import { SessionsService } from './sessions.service.js';

type Page = Result<typeof appointments.list>;
type Account = Result<typeof appointments.read>;

const PAGE = 30;

/** Who is named for what: roles, experts, representatives; and the state of each account. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly settings: Settings,
    private readonly sessions: SessionsService,
    private readonly profiles: ProfilesService,
  ) {}

  async list(ctx: Ctx, input: Input<typeof appointments.list>): Promise<Page> {
    if (!may(ctx, appoint, null)) throw new Problem('forbidden');
    const { name } = appointments.list;
    const limit = input.limit ?? PAGE;
    const [key, id] = this.settings.cursors.read(name, input.cursor) ?? [];
    const filters = [filterPatterns(input.q), input.role ?? null, input.state ?? null, ctx.clock.now()];
    const rows = await ctx.db.rows<Page['items'][number] & { sortKey: string }>(statements.LIST, [
      ...filters,
      key ?? null,
      id ?? null,
      limit + 1,
    ]);
    return this.settings.cursors.page(name, rows, limit, (row) => [row.sortKey, row.id]);
  }

  async read(ctx: Ctx, { id }: Input<typeof appointments.read>): Promise<Account> {
    if (!may(ctx, appoint, null)) throw new Problem('forbidden');
    const row = await ctx.db.row<Omit<Account, 'can'>>(statements.READ, [id, ctx.clock.now()]);
    if (!row) throw new Problem('not-found');
    const administers = may(ctx, giveRole, null);
    const disable = may(ctx, disableAccount, { id });
    return {
      ...row,
      secondFactor: administers ? row.secondFactor : null,
      sessions: administers ? row.sessions : null,
      can: { giveRole: administers, appoint: true, disable, endSessions: disable },
    };
  }

  async giveRole(ctx: Ctx, { id, role }: Input<typeof appointments.giveRole>): Promise<{ done: true }> {
    await this.holdForRole(ctx, id);
    const given = await ctx.db.run(statements.GIVE, [id, role, actorOf(ctx).personId, ctx.clock.now()]);
    if (given > 0) await this.roleChanged(ctx, id, { action: 'account.giveRole', to: role });
    return { done: true };
  }

  async takeRole(ctx: Ctx, { id, role }: Input<typeof appointments.takeRole>): Promise<{ done: true }> {
    await this.holdForRole(ctx, id);
    const taken = await ctx.db.run(statements.TAKE, [id, role]);
    if (taken > 0) await this.roleChanged(ctx, id, { action: 'account.takeRole', from: role });
    return { done: true };
  }

  async endSessions(ctx: Ctx, { id }: Input<typeof appointments.endSessions>): Promise<{ done: true }> {
    await this.hold(ctx, id);
    authorize(ctx, disableAccount, { id });
    await this.sessions.endAll(ctx, id);
    await audit(ctx, { action: 'account.endSessions', role: 'administrator', itemId: id });
    return { done: true };
  }

  async setExpert(ctx: Ctx, { id, topicIds }: Input<typeof appointments.setExpert>): Promise<{ version: number }> {
    await this.hold(ctx, id);
    authorize(ctx, appoint, null);
    const next = await ctx.db.row<{ version: number }>(statements.NEXT, [id, ctx.ifMatch]);
    if (!next) throw new Problem('stale', { current: await this.read(ctx, { id }) });
    const topics = [...new Set(topicIds)];
    await ctx.db.run(statements.NO_EXPERT, [id, topics]);
    await ctx.db.run(statements.TIDY, [id]);
    if ((await ctx.db.run(statements.EXPERT, [id, topics])) < topics.length) throw wrongField('/topicIds', 'choice');
    await this.profiles.describe(ctx, id);
    await audit(ctx, { action: 'person.setExpert', itemId: id, detail: { topics } });
    return next;
  }

  /** To speak for an organisation lets people in and out of it, so it takes a sign-in as roles do. */
  async setRepresented(ctx: Ctx, input: Input<typeof appointments.setRepresented>): Promise<{ done: true }> {
    const { id } = input;
    await this.hold(ctx, id);
    authorize(ctx, appoint, null);
    demandFreshSignIn(ctx);
    const organisations = [...new Set(input.organisationIds)];
    await ctx.db.run(statements.NOT_REPRESENTED, [id, organisations]);
    const named = await ctx.db.row<{ n: number }>(statements.REPRESENT, [id, organisations]);
    if (named!.n < organisations.length) throw wrongField('/organisationIds', 'choice');
    await audit(ctx, { action: 'person.setRepresented', itemId: id, detail: { organisations } });
    return { done: true };
  }

  private async hold(ctx: Ctx, id: number): Promise<void> {
    if (!(await ctx.db.row(statements.HOLD, [id]))) throw new Problem('not-found');
  }

  private async holdForRole(ctx: Ctx, id: number): Promise<void> {
    await this.hold(ctx, id);
    authorize(ctx, giveRole, null);
    demandFreshSignIn(ctx);
  }

  /** What somebody may do has changed, so his tokens of before are dead: another signs in anew, one's own session goes on. */
  private async roleChanged(ctx: Ctx, id: number, entry: Pick<Entry, 'action' | 'from' | 'to'>): Promise<void> {
    if (actorOf(ctx).personId === id) await this.sessions.renew(ctx, { strong: false, proven: false });
    else await this.sessions.endAll(ctx, id);
    await audit(ctx, { ...entry, role: 'administrator', itemId: id });
  }
}
