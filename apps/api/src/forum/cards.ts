import type { Byline, ThreadCard } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';

const LINK = `json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'nameEn', o.name_en)`;
const topics = (more: string, join: string) => `left join lateral (
    select coalesce(json_agg(${LINK} order by o.position), '[]') as topics${more}
    from item_topic it join topic o on o.id = it.topic_id ${join} where it.item_id = i.id
  ) own on true`;
/** The join that gives one thread its topics. */
export const TOPICS = topics('', '');
/** The same, with how the viewer stands to them: one look at the topics serves both. */
export const OWN_TOPICS = topics(
  ', min(it.topic_id) as topic, bool_or(e.expert) as expert',
  'left join topic_expert e on e.topic_id = it.topic_id and e.person_id = (select app.viewer())',
);

/** Columns of a card but its topics, from item `i`, its thread `t` and its space `s`. */
export const CARD = `i.id, i.kind, i.state, i.title, i.created_at as "createdAt", i.active_at as "activeAt", i.byline as author, i.demo,
  s.id as "spaceId", s.kind as "spaceKind", s.name as "spaceName", s.name_en as "spaceNameEn",
  t.answers, t.accepted, t.canonical, t.comments, t.people, t.helpful, t.me_too as "meToo", t.views, t.pinned`;
// Thirty cards name their topics by id, and the first one brings the names of all: made for each of them, they cost as much as the rest.
const CARD_TOPICS = `array(select it.topic_id from item_topic it where it.item_id = i.id) as topics,
  case when row_number() over () = 1 then (select json_agg(${LINK} order by o.position) from topic o) end as names`;

/** What every statement over threads asks of item `i`. */
export const THREADS = `i.kind in ('question', 'discussion') and i.state <> 'hidden'`;

/** And for lists: what is archived shows only where it is asked for. */
export const LISTED = `${THREADS} and i.state <> 'archived'`;

/**
 * Cards of the items that `page` selects in its order: cut before the joins, so that 30 rows are joined and not the whole
 * table. `more` names further columns of it.
 */
export const cards = (
  page: string,
  order: 'active_at' | 'created_at',
  more = '',
) => `select ${CARD}, t.last, ${CARD_TOPICS}${more}
  from (${page}) i join thread t on t.id = i.id join space s on s.id = i.space_id order by i.${order} desc, i.id desc`;

interface Space {
  spaceId: number;
  spaceKind: ThreadCard['audience']['kind'];
  spaceName: string;
  spaceNameEn: string;
}
type Topic = ThreadCard['topics'][number];
/** A card as its statement gives it. */
export type CardRow = Omit<ThreadCard, 'audience' | 'author' | 'topics'> &
  Space & { author: Byline; topics: number[]; names: Topic[] | null };

/** Who may see it, in the reader's language. */
export const audienceOf = (ctx: Ctx, row: Space): ThreadCard['audience'] => ({
  spaceId: row.spaceId,
  kind: row.spaceKind,
  name: (ctx.locale === 'en' && row.spaceNameEn) || row.spaceName,
});

/** The rows of one statement as cards, their topics in the order of the list of topics. */
export function shownCards(ctx: Ctx, rows: readonly CardRow[]): ThreadCard[] {
  const names = rows.find((row) => row.names !== null)?.names ?? [];
  return rows.map((row) => ({
    ...row,
    audience: audienceOf(ctx, row),
    topics: names.filter(({ id }) => row.topics.includes(id)),
  }));
}
