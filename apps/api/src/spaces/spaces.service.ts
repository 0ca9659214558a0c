import { Injectable } from '@nestjs/common';
import type { Input, moderation, Result } from '@hat-nhan/contracts';
import { spaces } from '@hat-nhan/contracts';
import { slug } from '@hat-nhan/vietnamese';
import { authorize, may } from '../policies/authorize.js';
import { manageMembers, openSpace, slowDown } from '../policies/spaces.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';

interface Row {
  id: number;
  kind: spaces.Space['kind'];
  slug: string;
  name: string;
  nameEn: string;
  description: string;
  threads: number;
  watch: spaces.Space['watch'];
  slowMinutes: number;
  writable: boolean;
  level: 'read' | 'write' | 'moderate' | null;
}

interface Members {
  items: (Result<typeof spaces.members>['items'][number] & { sortKey: string })[];
  total: number;
}

const PAGE = 30;
const COLUMNS = `s.id, s.kind, s.slug, s.name, s.name_en as "nameEn", s.description, s.slow_minutes as "slowMinutes",
  s.id = any ((select app.writable())::int[]) as writable,
  (select m.level from space_member m where m.space_id = s.id and m.person_id = (select app.viewer())) as level,
  coalesce((select w.level from space_watch w where w.space_id = s.id and w.person_id = (select app.viewer())), 'normal') as watch,
  (select count(*)::int from item i where i.space_id = s.id and i.kind in ('question', 'discussion') and i.state <> 'hidden') as threads`;
const LIST = sql(`select ${COLUMNS} from space s order by s.id`);
const READ = sql(`select ${COLUMNS} from space s where s.id = $1`);
const OPEN = sql('select app.open_space($1, $2, $3, $4, $5) as id');
const MEMBERS = sql(`with listed as materialized (select p.id as "personId", p.name, m.level, p.sort_key as "sortKey"
    from space_member m join person p on p.id = m.person_id where m.space_id = $1)
  select (select count(*)::int from listed) as total, coalesce((select json_agg(l order by l."sortKey", l."personId") from (
    select * from listed where $2::text is null or ("sortKey", "personId") > ($2, $3::int)
    order by "sortKey", "personId" limit $4) l), '[]') as items`);
const SET_SLOW = sql('select app.set_slow($1, $2)');
const SET_MEMBER = sql('select app.set_member($1, $2, $3)');

/** Spaces: who reads and writes what. */
@Injectable()
export class SpacesService {
  constructor(private readonly settings: Settings) {}

  async list(ctx: Ctx): Promise<Result<typeof spaces.list>> {
    const rows = await ctx.db.rows<Row>(LIST);
    return { items: rows.map((row) => shown(ctx, row)) };
  }

  async read(ctx: Ctx, { id }: Input<typeof spaces.read>): Promise<spaces.Space> {
    return shown(ctx, await this.find(ctx, id));
  }

  async create(ctx: Ctx, input: Input<typeof spaces.create>): Promise<{ id: number }> {
    authorize(ctx, openSpace, null);
    const opened = await ctx.db.row<{ id: number }>(OPEN, [
      input.kind,
      slug(input.name),
      input.name,
      input.nameEn,
      input.description,
    ]);
    await audit(ctx, { action: 'space.open', detail: { spaceId: opened!.id, kind: input.kind } });
    return opened!;
  }

  /** What an earlier call made, while he still sees it. */
  async created(ctx: Ctx, id: number): Promise<{ id: number }> {
    await this.find(ctx, id);
    return { id };
  }

  async members(ctx: Ctx, { id, ...input }: Input<typeof spaces.members>): Promise<Result<typeof spaces.members>> {
    await this.find(ctx, id);
    const { name } = spaces.members;
    const limit = input.limit ?? PAGE;
    const [key, after] = this.settings.cursors.read(name, input.cursor) ?? [];
    const found = (await ctx.db.row<Members>(MEMBERS, [id, key ?? null, after ?? null, limit + 1]))!;
    const page = this.settings.cursors.page(name, found.items, limit, (row) => [row.sortKey, row.personId]);
    return { ...page, total: found.total };
  }

  async setMember(ctx: Ctx, { id, personId, level }: Input<typeof spaces.setMember>): Promise<{ done: true }> {
    return this.changeMember(ctx, id, personId, level);
  }

  async removeMember(ctx: Ctx, { id, personId }: Input<typeof spaces.removeMember>): Promise<{ done: true }> {
    return this.changeMember(ctx, id, personId, null);
  }

  private async changeMember(
    ctx: Ctx,
    id: number,
    personId: number,
    level: 'read' | 'write' | 'moderate' | null,
  ): Promise<{ done: true }> {
    const space = await this.find(ctx, id);
    authorize(ctx, manageMembers, space);
    const known = await ctx.db.row(sql('select id from person where id = $1'), [personId]);
    if (!known) throw new Problem('not-found');
    await ctx.db.rows(SET_MEMBER, [id, personId, level]);
    await audit(ctx, { action: 'space.member', itemId: personId, to: level ?? 'none', detail: { spaceId: id } });
    publish(ctx, 'space.memberChanged', { spaceId: id, personId });
    return { done: true };
  }

  async slow(ctx: Ctx, { id, minutes }: Input<typeof moderation.slow>): Promise<{ done: true }> {
    const space = await this.find(ctx, id);
    authorize(ctx, slowDown, space);
    await ctx.db.rows(SET_SLOW, [id, minutes]);
    await audit(ctx, { action: 'space.slow', to: String(minutes), detail: { spaceId: id } });
    return { done: true };
  }

  private async find(ctx: Ctx, id: number): Promise<Row> {
    const row = await ctx.db.row<Row>(READ, [id]);
    if (!row) throw new Problem('not-found');
    return row;
  }
}

const shown = (ctx: Ctx, { writable, level, ...space }: Row): spaces.Space => ({
  ...space,
  can: {
    write: writable,
    moderate: level === 'moderate',
    manage: may(ctx, manageMembers, { level, kind: space.kind }),
    slow: may(ctx, slowDown, { level, kind: space.kind }),
  },
});
