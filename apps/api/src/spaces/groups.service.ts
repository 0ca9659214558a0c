import { Injectable } from '@nestjs/common';
import { groups, type Input, type Result } from '@hat-nhan/contracts';
import { slug } from '@hat-nhan/vietnamese';
import { may } from '../policies/authorize.js';
import { openGroup, openSpace } from '../policies/spaces.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Settings } from '../platform/settings.js';

const PAGE = 30;
const MOST = 10_000;

// The function gives what a member may know of a group; everything of its inside is read here, with his own eyes.
const LIST =
  sql(`select (select count(*)::int from app.known_groups(null, $1, $2, null, null, ${MOST})) as total, coalesce((select json_agg(g order by g.slug collate "C", g.id) from (
    select k.id, k.slug, k.name, k.name_en as "nameEn", k.purpose, k.purpose_en as "purposeEn", k.members, k.listed, k.takes_requests as "takesRequests",
      k.closed_at as "closedAt", k.inside,
      (select max(i.active_at) from item i where i.space_id = k.id and i.kind in ('question', 'discussion') and i.state <> 'hidden') as "activeAt",
      (select count(*)::int from space_joining r where r.space_id = k.id and r.kind = 'asked' and r.state = 'open' and r.person_id <> (select app.viewer())) as requests,
      (select j.kind from space_joining j where j.space_id = k.id and j.person_id = (select app.viewer()) and j.state = 'open') as joining
    from app.known_groups(null, $1, $2, $3, $4, $5) k) g), '[]') as items`);

type Item = Result<typeof groups.list>['items'][number] & { slug: string };

/** Working groups by name, as far as a member may know of them. */
@Injectable()
export class GroupsService {
  constructor(private readonly settings: Settings) {}

  async list(
    ctx: Ctx,
    { mine, q, cursor, limit = PAGE }: Input<typeof groups.list>,
  ): Promise<Result<typeof groups.list>> {
    const { cursors } = this.settings;
    const { name } = groups.list;
    const [afterSlug, afterId] = cursors.read(name, cursor) ?? [];
    const values = [mine, q ? slug(q) : null, afterSlug ?? null, afterId ?? null, limit + 1];
    const found = (await ctx.db.row<{ total: number; items: Item[] }>(LIST, values))!;
    const page = cursors.page(name, found.items, limit, (row) => [row.slug, row.id]);
    const can = { open: may(ctx, openGroup, null), openOther: may(ctx, openSpace, null) };
    return { ...page, total: found.total, can };
  }
}
