import { Injectable } from '@nestjs/common';
import type { Input, OrganisationCard, Result } from '@hat-nhan/contracts';
import { organisations } from '@hat-nhan/contracts';
import { fold, sortKey } from '@hat-nhan/vietnamese';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { authorize, may } from '../policies/authorize.js';
import {
  addUnit,
  keepRegistry,
  registryMoves,
  takeBackMerger,
  type OrganisationStanding,
} from '../policies/organisations.js';
import { describeOrganisation } from './describe.js';
import { filterPatterns, today } from './filter.js';
import { Organisation } from './organisation.entity.js';
import { goesOn } from './place.js';
import { LIST, PARENT, READ } from './organisations.sql.js';

type Page = Result<typeof organisations.list>;
type OrganisationPage = Result<typeof organisations.read>;
type Merger = OrganisationPage['mergers'][number];
type Row = Omit<OrganisationPage, 'can' | 'mergers'> & {
  representative: boolean;
  mergers: Omit<Merger, 'can'>[];
} & OrganisationStanding;
interface Found {
  items: (OrganisationCard & { sortKey: string })[];
  regions: string[];
}

const PAGE = 30;
const isMember = (ctx: Ctx) => ctx.actor?.member === true;

/** The registry of organisations with what preceded and followed each. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly items: ItemsService,
    private readonly settings: Settings,
  ) {}

  async list(ctx: Ctx, input: Input<typeof organisations.list>): Promise<Page> {
    const { name } = organisations.list;
    const limit = input.limit ?? PAGE;
    const [key, id] = this.settings.cursors.read(name, input.cursor) ?? [];
    const filters = [
      filterPatterns(input.q),
      input.kind ?? null,
      input.region ?? null,
      input.former ?? null,
      today(ctx),
    ];
    const found = await ctx.db.row<Found>(LIST, [...filters, key ?? null, id ?? null, limit + 1, isMember(ctx)]);
    const page = this.settings.cursors.page(name, found!.items, limit, (row) => [row.sortKey, row.id]);
    return { ...page, regions: found!.regions };
  }

  async read(ctx: Ctx, { id }: Input<typeof organisations.read>): Promise<OrganisationPage> {
    const keeps = may(ctx, keepRegistry, null);
    const values = [id, today(ctx), isMember(ctx), keeps];
    const row = await ctx.db.row<Row>(READ, values);
    if (!row) throw new Problem('not-found');
    const { representative, state, ended, mergers, ...page } = row;
    const moves = keeps ? registryMoves({ state, ended }) : [];
    return {
      ...page,
      mergers: mergers.map((one) => ({ ...one, can: { takeBack: may(ctx, takeBackMerger, one) } })),
      can: {
        addUnit: state === 'open' && !ended && may(ctx, addUnit, { representative }),
        rename: moves.includes('rename'),
        merge: moves.includes('merge'),
        addSuccession: keeps,
        dissolve: moves.includes('dissolve'),
        restore: moves.includes('restore'),
      },
    };
  }

  /** A unit stands below its parent once: PostgreSQL refuses the same folded name or abbreviation. */
  async addUnit(ctx: Ctx, input: Input<typeof organisations.addUnit>): Promise<{ id: number }> {
    const standing = await goesOn(ctx, input.id);
    const parent = await ctx.db.row<Organisation & { representative: boolean }>(PARENT, [input.id]);
    if (!parent) throw new Problem('not-found');
    authorize(ctx, addUnit, parent);
    if (!standing) throw new Problem('illegal-transition', { allowed: [] });
    const { name, nameEn, abbreviation } = input;
    const { personId } = actorOf(ctx);
    const { spaceId, topId, region } = parent;
    const byline = await this.items.byline(ctx, personId);
    const id = await this.items.create(ctx, { kind: 'organisation', spaceId, title: name, byline, authorId: personId });
    await ctx.db.manager.insert(Organisation, {
      id,
      spaceId,
      kind: 'unit',
      name,
      nameEn,
      abbreviation,
      folded: fold(name),
      sortKey: sortKey(name),
      region,
      parentId: parent.id,
      topId,
    });
    await describeOrganisation(this.items, ctx, id);
    await audit(ctx, { action: 'organisation.addUnit', itemId: id, detail: { parentId: parent.id } });
    return { id };
  }

  /** What an earlier call made, while he still sees it. */
  async added(ctx: Ctx, id: number): Promise<{ id: number }> {
    if (!(await ctx.db.row(PARENT, [id]))) throw new Problem('not-found');
    return { id };
  }
}
