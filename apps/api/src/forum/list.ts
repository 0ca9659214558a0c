import { belowAndMerged } from '../organisations/below.js';
import type { Input, threads } from '@hat-nhan/contracts';
import { sql, type Statement } from '../platform/db.js';
import { cards, LISTED, THREADS } from './cards.js';

type Filters = Input<typeof threads.list>;
type Key = [at: string, id: number];
// As `app.followers` decides: the thread itself, then its topics, then its space.
const chosen = (levels: string) =>
  `select item_id from watch where person_id = (select app.viewer()) and level in (${levels})`;
const WATCHED = `(i.id in (${chosen(`'watch'`)}) or i.id not in (${chosen(`'normal', 'mute'`)}) and (
    i.id in (select item_id from item_topic where topic_id in (${chosen(`'watch'`)}))
    or i.space_id in (select space_id from space_watch where person_id = (select app.viewer()) and level = 'watch')
      and i.id not in (select item_id from item_topic where topic_id in (${chosen(`'mute'`)}))))`;
/** So many announcements stand above the whole list. */
const PINNED = 5;
const pinned = (order: string) => `select i.*, true as above from item i
  where ${LISTED} and i.id = any (array(select f.id from thread f where f.pinned)) order by i.${order} desc, i.id desc limit ${PINNED}`;
const BEYOND: Key = ['infinity', 2_147_483_647];

/**
 * The one statement of the list for a choice of filters, and its values. Filters that an index serves change the text;
 * the rest are parameters that may be null, so that there are few texts, and few plans kept. The first page of the whole list
 * has what is pinned, too, marked `above`.
 */
export function listStatement(
  filters: Filters,
  key: Key | undefined,
  limit: number,
  overdueBefore: () => string,
): { statement: Statement; values: unknown[] } {
  const order = filters.sort === 'new' ? 'created_at' : 'active_at';
  const values: unknown[] = [...(key ?? BEYOND), limit, filters.kind ?? null, filters.state ?? null];
  const given = (value: unknown) => `$${values.push(value)}`;
  const where = [
    THREADS,
    `(i.${order}, i.id) < ($1::timestamptz, $2::int)`,
    '($4::text is null or i.kind = $4)',
    `(i.state = $5 or ($5::text is null and i.state <> 'archived'))`,
  ];
  if (filters.space !== undefined) where.push(`i.space_id = ${given(filters.space)}`);
  if (filters.topic !== undefined)
    where.push(`i.id in (select item_id from item_topic where topic_id = ${given(filters.topic)})`);
  if (filters.author !== undefined) {
    // Also by the byline: a question shown without name is not found by its author.
    const author = given(filters.author);
    where.push(`i.author_id = ${author} and (i.byline->>'personId')::int = ${author}`);
  }
  if (filters.organisation !== undefined) {
    const top = given(filters.organisation);
    where.push(
      `(i.byline->>'organisationId')::int in (with recursive ${belowAndMerged('wrote', `${top}::int`)} select id from wrote)`,
    );
  }
  if (filters.pinned) where.push('i.id = any (array(select f.id from thread f where f.pinned))');
  if (filters.watched) where.push(WATCHED);
  // As an array, so that few waiting threads are looked up, however many old ones the planner expects.
  if (filters.unanswered)
    where.push(`i.state = 'open' and i.id = any (array(select f.id from thread f where f.answers = 0))`);
  if (filters.unanswered === 'overdue')
    where.push(`i.kind = 'question' and i.created_at < ${given(overdueBefore())}::timestamptz`);
  const page = (more: string) =>
    `select i.*${more} from item i where ${where.join(' and ')} order by i.${order} desc, i.id desc limit $3`;
  if (key !== undefined || narrows(filters)) return { statement: sql(cards(page(''), order)), values };
  const whole = `(${page(', false as above')}) union all (${pinned(order)})`;
  return { statement: sql(cards(whole, order, ', i.above')), values };
}

/** Whether anything is left out, but for pages. */
const narrows = ({ sort: _order, cursor: _place, limit: _most, ...narrowing }: Filters): boolean =>
  Object.values(narrowing).some((value) => value !== undefined && value !== false);
