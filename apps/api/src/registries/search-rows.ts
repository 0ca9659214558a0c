import { searchKeys, termRows } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import { SEARCH_KINDS } from '../items/items.service.js';
import { insertRows } from './insert-rows.js';

interface Described {
  itemId: number;
  spaceId: number;
  kind: keyof typeof SEARCH_KINDS;
  title: string;
  text: string;
  topicId?: number;
  threadId?: number;
}

/** Writes the search rows that `ItemsService.describe` would write, many at once and as owner. */
export async function describeAll(client: ClientBase, items: readonly Described[]): Promise<void> {
  const rows = items.map((item) => ({
    item_id: item.itemId,
    space_id: item.spaceId,
    kind: SEARCH_KINDS[item.kind],
    topic_id: item.topicId ?? 0,
    thread_id: item.threadId ?? item.itemId,
    keys: searchKeys(item.title, item.text),
  }));
  await insertRows(
    client,
    'search_row',
    rows,
    `on conflict (item_id) do update set keys = excluded.keys where search_row.keys is distinct from excluded.keys`,
  );
  const terms = new Map(items.flatMap(({ title, text }) => termRows(title, text).map(({ h, f }) => [h, f] as const)));
  const sorted = [...terms].toSorted(([left], [right]) => left - right);
  await insertRows(
    client,
    'term',
    sorted.map(([h, f]) => ({ h, f })),
    'on conflict do nothing',
  );
}
