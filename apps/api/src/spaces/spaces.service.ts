import { Injectable } from '@nestjs/common';
import type { Input, moderation, Result } from '@hat-nhan/contracts';
import { groups, spaces } from '@hat-nhan/contracts';
import { slug } from '@hat-nhan/vietnamese';
import { authorize, may } from '../policies/authorize.js';
import * as policy from '../policies/spaces.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { KNOWN, LIST, MEMBERS, OPEN, OPEN_GROUP, PAGE, READ, SET_MEMBER, SET_SLOW } from './spaces.sql.js';

type Level = 'read' | 'write' | 'moderate';
type Row = Omit<spaces.Space, 'can'> & { writable: boolean | null; level: Level | null };
type PageRow = Omit<spaces.SpacePage, 'can'> & Pick<Row, 'writable' | 'level'>;

interface Members {
  items: (Result<typeof spaces.members>['items'][number] & { sortKey: string })[];
  total: number;
}

const MEMBERS_SHOWN = 30;

/** A space that the viewer reads. Throws `not-found`, also for a group of which he only knows. */
export async function findSpace(ctx: Ctx, id: number): Promise<Row & { closed: boolean }> {
  const row = await ctx.db.row<Row>(READ, [id]);
  if (!row) throw new Problem('not-found');
  return { ...row, closed: row.closedAt !== null };
}

/** Spaces: who reads and writes what. */
@Injectable()
export class SpacesService {
  constructor(private readonly settings: Settings) {}

  async list(ctx: Ctx): Promise<Result<typeof spaces.list>> {
    const rows = await ctx.db.rows<Row>(LIST);
    return { items: rows.map((row) => shown(ctx, row)) };
  }

  async read(ctx: Ctx, { id }: Input<typeof spaces.read>): Promise<spaces.SpacePage> {
    const row = await ctx.db.row<PageRow>(PAGE, [id]);
    if (!row) throw new Problem('not-found');
    const { writable: _, level, ...page } = row;
    const closed = row.closedAt !== null;
    const seen = { level, kind: row.kind, closed };
    const group = { ...page, closed, waiting: row.joining !== null };
    return {
      ...page,
      threads: page.threads ?? 0,
      can: {
        ...shown(ctx, row).can,
        change: row.inside && may(ctx, policy.changeSpace, seen),
        close: row.inside && !closed && may(ctx, policy.closeGroup, seen),
        reopen: row.inside && closed && may(ctx, policy.closeGroup, seen),
        ask: row.kind === 'group' && may(ctx, policy.askToJoin, group),
        add: row.inside && may(ctx, policy.addMember, seen),
        invite: row.inside && may(ctx, policy.inviteMember, seen),
        leave: row.inside && may(ctx, policy.leaveSpace, seen),
      },
    };
  }

  async create(ctx: Ctx, { kind, ...input }: Input<typeof spaces.create>): Promise<{ id: number }> {
    authorize(ctx, kind === 'group' ? policy.openGroup : policy.openSpace, null);
    const { name, nameEn, purpose, purposeEn, description, descriptionEn, listed, takesRequests } = input;
    // Who opens spaces for others by role keeps no count of his own.
    const most = may(ctx, policy.openSpace, null) ? 1_000 : groups.OWN_GROUPS;
    const texts = [slug(name), name, nameEn, purpose, purposeEn, description, descriptionEn];
    const opened =
      kind === 'group'
        ? await ctx.db.row<{ id: number }>(OPEN_GROUP, [...texts, listed, takesRequests, most])
        : await ctx.db.row<{ id: number }>(OPEN, [kind, slug(name), name, nameEn, description || purpose]);
    await audit(ctx, { action: 'space.open', detail: { spaceId: opened!.id, kind } });
    return opened!;
  }

  /** What an earlier call made, while he still sees it. */
  async created(ctx: Ctx, id: number): Promise<{ id: number }> {
    await findSpace(ctx, id);
    return { id };
  }

  async members(ctx: Ctx, { id, ...input }: Input<typeof spaces.members>): Promise<Result<typeof spaces.members>> {
    await findSpace(ctx, id);
    const { name } = spaces.members;
    const limit = input.limit ?? MEMBERS_SHOWN;
    const [key, after] = this.settings.cursors.read(name, input.cursor) ?? [];
    const found = (await ctx.db.row<Members>(MEMBERS, [id, key ?? null, after ?? null, limit + 1]))!;
    const page = this.settings.cursors.page(name, found.items, limit, (row) => [row.sortKey, row.personId]);
    return { ...page, total: found.total };
  }

  async setMember(ctx: Ctx, { id, personId, level }: Input<typeof spaces.setMember>): Promise<{ done: true }> {
    const space = await findSpace(ctx, id);
    authorize(ctx, policy.manageMembers, space);
    const known = await this.known(ctx, id, personId);
    if (known.level === null) authorize(ctx, policy.addMember, space);
    return this.changeMember(ctx, id, personId, level);
  }

  /** Ends a membership: one's own, or another's. */
  async removeMember(ctx: Ctx, { id, personId }: Input<typeof spaces.removeMember>): Promise<{ done: true }> {
    const space = await findSpace(ctx, id);
    authorize(ctx, personId === actorOf(ctx).personId ? leaveOrManage : policy.manageMembers, space);
    await this.known(ctx, id, personId);
    return this.changeMember(ctx, id, personId, null);
  }

  async slow(ctx: Ctx, { id, minutes }: Input<typeof moderation.slow>): Promise<{ done: true }> {
    const space = await findSpace(ctx, id);
    authorize(ctx, policy.slowDown, space);
    await ctx.db.rows(SET_SLOW, [id, minutes]);
    await audit(ctx, { action: 'space.slow', to: String(minutes), detail: { spaceId: id } });
    return { done: true };
  }

  private async known(ctx: Ctx, id: number, personId: number): Promise<{ level: Level | null }> {
    const known = await ctx.db.row<{ level: Level | null }>(KNOWN, [personId, id]);
    if (!known) throw new Problem('not-found');
    return known;
  }

  private async changeMember(ctx: Ctx, id: number, personId: number, level: Level | null): Promise<{ done: true }> {
    await ctx.db.rows(SET_MEMBER, [id, personId, level]);
    await audit(ctx, { action: 'space.member', itemId: personId, to: level ?? 'none', detail: { spaceId: id } });
    publish(ctx, 'space.memberChanged', { spaceId: id, personId }, { spaceId: id, itemId: personId });
    return { done: true };
  }
}

const leaveOrManage: typeof policy.leaveSpace = (actor, space) =>
  policy.leaveSpace(actor, space) || policy.manageMembers(actor, space);

const shown = (ctx: Ctx, { writable, level, ...space }: Row): spaces.Space => {
  const seen = { level, kind: space.kind, closed: space.closedAt !== null };
  return {
    ...space,
    can: {
      write: writable === true,
      moderate: level === 'moderate' && !seen.closed,
      manage: may(ctx, policy.manageMembers, seen),
      slow: may(ctx, policy.slowDown, seen),
    },
  };
};
