import { Injectable } from '@nestjs/common';
import type { Found, Input, Result, search } from '@hat-nhan/contracts';
import { fold } from '@hat-nhan/vietnamese';
import { SEARCH_KINDS } from '../items/items.service.js';
import type { Ctx } from '../platform/context.js';
import { sql, type Db } from '../platform/db.js';
import { Queues } from '../platform/queues.js';
import { describeFound, FOUND, type FoundRow } from './found.js';
import { BUDGET, planSearch, unitsOf, type TermRow } from './plan.js';

const TERMS = sql('select h, f, df, open_df, open_rows from app.search_terms($1::int4[])');
const SEARCH = sql(
  `select app.search($1::int4[], $2::int4[], $3::int8[], $4::int4[], $5::int, $6::real, $7::smallint[], $8::int, $9::int, $10::int) as found`,
);
const TOPICS = sql(
  `select id, slug, name, name_en as "nameEn" from topic where id = any($1::int[]) order by array_position($1::int[], id)`,
);
const THREADS =
  sql(`select t.id, i.title, i.state, t.answers, t.accepted from unnest($1::int[]) with ordinality u(id, place)
  join thread t on t.id = u.id join item i on i.id = u.id order by u.place`);
const MENTIONABLE =
  sql(`(select 'person' as kind, p.id, p.name, concat_ws(', ', nullif(p.title, ''), nullif(p.unit, ''), o.name) as detail
    from person p left join organisation o on o.id = p.organisation_id
    where p.disabled_at is null and ' ' || p.folded like all ($1::text[]) order by p.sort_key, p.id limit 8)
  union all
  (select 'organisation', o.id, o.name, o.abbreviation from organisation o
    where o.valid_to is null and (' ' || o.folded like all ($1::text[]) or lower(o.abbreviation) = $2) order by o.sort_key, o.id limit 8)
  limit 8`);

interface Matches {
  ids: number[];
  total: number;
  kinds: Record<string, number>;
  topics: number[];
  /** Not everything was read: there are at least so many. */
  cut: boolean;
}

interface Wanted {
  /** Share of the typed syllables that makes a match. */
  share: number;
  /** Share of the best score that makes a match too; more than 1 for none. */
  nearBest: number;
  kinds?: number[];
  space?: number;
  topic?: number;
  most: number;
}

const KIND_NAMES = new Map(Object.entries(SEARCH_KINDS).map(([name, number]) => [number, name as Found['kind']]));

/** One search over everything that the viewer may read; the index is described in the migration and in `plan.ts`. */
@Injectable()
export class SearchService {
  constructor(private readonly queues: Queues) {}

  async find(ctx: Ctx, { q, kind, space, topic }: Input<typeof search.search>): Promise<Result<typeof search.search>> {
    const filters = {
      ...(kind && { kinds: [SEARCH_KINDS[kind]] }),
      ...(space && { space }),
      ...(topic && { topic }),
    };
    const matches = await this.match(ctx.db, q, { share: 0.7, nearBest: 0.25, most: 20, ...filters });
    if (!matches || matches.ids.length === 0) return { items: [], total: 0, more: false, kinds: [], topics: [] };
    const rows = await ctx.db.rows<FoundRow>(FOUND, [matches.ids]);
    return {
      items: rows.map((row) => describeFound(row, q, ctx.locale)),
      total: matches.total,
      more: matches.cut,
      kinds: Object.entries(matches.kinds).flatMap(([number, count]) => {
        const name = KIND_NAMES.get(Number(number));
        return name ? [{ kind: name, count }] : [];
      }),
      topics: await this.topics(ctx.db, matches.topics),
    };
  }

  /** Threads like a title: at least 40 % of its syllables, so that one common word is not a likeness. */
  async similar(ctx: Ctx, { title }: Input<typeof search.similar>): Promise<Result<typeof search.similar>> {
    if (Array.from(title).length < 10) return { items: [], topics: [] };
    const kinds = [SEARCH_KINDS.question, SEARCH_KINDS.discussion];
    const matches = await this.match(ctx.db, title, { share: 0.4, nearBest: 2, kinds, most: 5 });
    if (!matches || matches.ids.length === 0) return { items: [], topics: [] };
    return {
      items: await ctx.db.rows(THREADS, [matches.ids]),
      topics: await this.topics(ctx.db, matches.topics.slice(0, 3)),
    };
  }

  async mentionable(ctx: Ctx, { q }: Input<typeof search.mentionable>): Promise<Result<typeof search.mentionable>> {
    const folded = fold(q);
    const typed = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (typed.length === 0) return { items: [] };
    return { items: await ctx.db.rows(MENTIONABLE, [typed.slice(0, 8).map((word) => `% ${word}%`), folded]) };
  }

  /** Ids in the order of their rank, with counts; undefined where the query has nothing that any text holds. */
  private async match(db: Db, query: string, wanted: Wanted): Promise<Matches | undefined> {
    const units = unitsOf(query);
    if (units.length === 0) return undefined;
    const rows = await db.rows<TermRow>(TERMS, [[...new Set(units.map((unit) => unit.f))]]);
    const plan = planSearch(units, rows, this.queues.waiting('search') ? BUDGET / 2 : BUDGET);
    if (!plan) return undefined;
    const { keys, weights, syllables, segments, typed } = plan;
    const enough = typed <= 2 ? typed : Math.ceil(typed * wanted.share);
    const filters = [wanted.kinds ?? null, wanted.space ?? null, wanted.topic ?? null];
    const row = await db.row<{ found: Omit<Matches, 'cut'> }>(SEARCH, [
      keys,
      weights,
      syllables,
      segments,
      enough,
      wanted.nearBest,
      ...filters,
      wanted.most,
    ]);
    return { ...row!.found, cut: plan.cut };
  }

  private async topics(db: Db, ids: number[]): Promise<Result<typeof search.search>['topics']> {
    return ids.length === 0 ? [] : db.rows(TOPICS, [ids]);
  }
}
