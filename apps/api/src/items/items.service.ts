import { Injectable } from '@nestjs/common';
import type { Byline } from '@hat-nhan/contracts';
import { searchKeys, termRows } from '@hat-nhan/vietnamese';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import type { ItemKind } from './item.entity.js';

const CREATE = sql(`insert into item (space_id, kind, title, author_id, byline, created_at, active_at, demo)
  values ($1, $2, $3, $4, $5, $6, $6, $7) returning id`);
/** Statement of name, title and organisation of `person` as they are now. */
export const byline = (person: string) => `select p.id as "personId", trim(p.prefix || ' ' || p.name) as name, p.title,
    concat_ws(', ', nullif(p.unit, ''), o.name) as organisation, p.organisation_id as "organisationId",
    case when p.enterprise then 'enterprise' end as mark
  from person p left join organisation o on o.id = p.organisation_id where p.id = ${person}`;
/** What a declared interest adds to the byline of `person` in the thread `thread`: it stands before every other mark. */
export const interestMark = (person: string, thread: string) => `case when exists (select from interest n
    join item_topic it on it.topic_id = n.topic_id where it.item_id = ${thread} and n.person_id = ${person})
  then '{"mark": "interested"}' else '{}' end::jsonb`;
const BYLINE = sql(byline('$1'));
// The row, and the terms that nobody used before: sorted by the caller, so that two writers never wait in opposite orders.
const DESCRIBE =
  sql(`with described as (insert into search_row (item_id, space_id, kind, topic_id, thread_id, keys) values ($1, $2, $3, $4, $5, $6)
    on conflict (item_id) do update set kind = excluded.kind, topic_id = excluded.topic_id, thread_id = excluded.thread_id, keys = excluded.keys)
  insert into term (h, f) select h, f from unnest($7::int4[], $8::int4[]) t(h, f)
  where not exists (select 1 from term x where x.h = t.h) on conflict do nothing`);

// The same for many: one statement, however many they are.
const DESCRIBE_ALL = sql(`with described as (insert into search_row (item_id, space_id, kind, topic_id, thread_id, keys)
    select item_id, space_id, kind, topic_id, thread_id, keys from json_populate_recordset(null::search_row, $1)
    on conflict (item_id) do update set kind = excluded.kind, topic_id = excluded.topic_id, thread_id = excluded.thread_id, keys = excluded.keys)
  insert into term (h, f) select h, f from unnest($2::int4[], $3::int4[]) t(h, f)
  where not exists (select 1 from term x where x.h = t.h) on conflict do nothing`);

/** Kinds in the search row, as small numbers. */
export const SEARCH_KINDS: Record<Exclude<ItemKind, 'comment'>, number> = {
  question: 1,
  discussion: 2,
  answer: 3,
  person: 4,
  organisation: 5,
  topic: 6,
};

interface NewItem {
  kind: ItemKind;
  spaceId: number;
  title: string;
  byline: Byline;
  authorId: number | null;
  demo?: boolean;
}

export interface Description {
  itemId: number;
  spaceId: number;
  kind: Exclude<ItemKind, 'comment'>;
  /** Found with double weight. */
  title: string;
  /** Plain text, without Markdown. */
  text: string;
  topicId?: number | null;
  /** The thread that an answer stands in; for the rest the item itself. */
  threadId: number;
}

/** What all shared things have in common is written here, and found through here. */
@Injectable()
export class ItemsService {
  /** Creates an item in a space; PostgreSQL refuses a space where the viewer may not write. Returns its id. */
  async create(ctx: Ctx, item: NewItem): Promise<number> {
    const now = ctx.clock.now().toISOString();
    const row = await ctx.db.row<{ id: number }>(CREATE, [
      item.spaceId,
      item.kind,
      item.title,
      item.authorId,
      item.byline,
      now,
      item.demo ?? false,
    ]);
    return row!.id;
  }

  /** Name, title and organisation of a person as they are now, to stand under what he writes. */
  async byline(ctx: Ctx, personId: number): Promise<Byline> {
    const row = await ctx.db.row<Byline>(BYLINE, [personId]);
    if (!row) throw new Problem('not-found');
    return row;
  }

  /** Writes the search row of an item in the transaction of its change. */
  describe(ctx: Ctx, item: Description): void {
    const terms = termRows(item.title, item.text);
    ctx.db.later(DESCRIBE, [
      item.itemId,
      item.spaceId,
      SEARCH_KINDS[item.kind],
      item.topicId ?? 0,
      item.threadId,
      searchKeys(item.title, item.text),
      terms.map((term) => term.h),
      terms.map((term) => term.f),
    ]);
  }

  /** The same for many at once. */
  async describeAll(ctx: Ctx, items: readonly Description[]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map((item) => ({
      item_id: item.itemId,
      space_id: item.spaceId,
      kind: SEARCH_KINDS[item.kind],
      topic_id: item.topicId ?? 0,
      thread_id: item.threadId,
      keys: searchKeys(item.title, item.text),
    }));
    const found = new Map(items.flatMap(({ title, text }) => termRows(title, text).map(({ h, f }) => [h, f] as const)));
    const terms = [...found].toSorted(([left], [right]) => left - right);
    const values = [terms.map(([h]) => h), terms.map(([, f]) => f)];
    await ctx.db.run(DESCRIBE_ALL, [JSON.stringify(rows), ...values]);
  }
}
