import { fold } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import type { Abbreviation, RegisteredTopic } from './files.js';
import { insertRows, takeItemIds } from './insert-rows.js';
import { describeAll } from './search-rows.js';

const WORDS = ['name', 'name_en', 'description', 'description_en', 'quote'];
const excluded = WORDS.map((column) => `excluded.${column}`).join(', ');
const own = WORDS.map((column) => `topic.${column}`).join(', ');
// What an administrator wrote, and where he put it, are two things: of each the file has its say until then.
const UPDATE = `on conflict (id) do update set position = case when topic.placed then topic.position else excluded.position end,
    ${WORDS.map((column) => `${column} = case when topic.edited then topic.${column} else excluded.${column} end`).join(', ')}
  where (not topic.edited and (${own}) is distinct from (${excluded})) or (not topic.placed and topic.position <> excluded.position)`;

/** Brings the ten topics and their search rows to what the file says, but those that an administrator wrote. Returns the number of rows that changed. */
export async function loadTopics(
  client: ClientBase,
  spaceId: number,
  topics: readonly RegisteredTopic[],
): Promise<number> {
  const { rows } = await client.query<{ slug: string; id: number; edited: boolean }>(
    'select slug, id, edited from topic',
  );
  const edited = new Set(rows.filter((row) => row.edited).map(({ slug }) => slug));
  const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
  const added = topics.filter(({ slug }) => !ids.has(slug));
  const taken = await takeItemIds(client, added.length);
  for (const [at, { slug }] of added.entries()) ids.set(slug, taken[at]!);

  const named = topics.map((topic) => ({ ...topic, id: ids.get(topic.slug)! }));
  const items = named.map(({ id, name_vi: title }) => ({ id, space_id: spaceId, kind: 'topic', title }));
  await insertRows(
    client,
    'item',
    items,
    `on conflict (id) do update set title = excluded.title where item.title <> excluded.title
     and not exists (select from topic t where t.id = item.id and t.edited)`,
  );
  const changed = await insertRows(
    client,
    'topic',
    named.map((topic) => ({
      id: topic.id,
      space_id: spaceId,
      slug: topic.slug,
      position: topic.order,
      name: topic.name_vi,
      name_en: topic.name_en,
      description: topic.description_vi,
      description_en: topic.description_en,
      quote: topic.seed_quote_vi ?? '',
    })),
    UPDATE,
  );
  await describeAll(
    client,
    named
      .filter(({ slug }) => !edited.has(slug))
      .map((topic) => ({
        itemId: topic.id,
        spaceId,
        kind: 'topic' as const,
        title: topic.name_vi,
        text: [topic.name_en, topic.description_vi, topic.description_en].join('\n'),
      })),
  );
  return changed;
}

/** Brings the glossary to what the file says, one row per abbreviation and meaning; what somebody changed stays. */
export async function loadAbbreviations(client: ClientBase, abbreviations: readonly Abbreviation[]): Promise<number> {
  const rows = abbreviations.map((row) => ({
    abbreviation: row.abbreviation,
    folded: fold(row.abbreviation),
    meaning: row.meaning,
    meaning_en: row.meaningEn,
    synonyms: row.synonyms,
  }));
  const read = `json_populate_recordset(null::abbreviation, $1) f`;
  const json = [JSON.stringify(rows)];
  const updated = await client.query(
    `update abbreviation a set meaning_en = f.meaning_en, synonyms = f.synonyms from ${read}
     where a.abbreviation = f.abbreviation and a.meaning = f.meaning and a.version = 1 and (a.meaning_en, a.synonyms) is distinct from (f.meaning_en, f.synonyms)`,
    json,
  );
  const added = await client.query(
    `insert into abbreviation (abbreviation, folded, meaning, meaning_en, synonyms)
     select f.abbreviation, f.folded, f.meaning, f.meaning_en, f.synonyms from ${read}
     where not exists (select 1 from abbreviation a where (a.abbreviation = f.abbreviation and a.meaning = f.meaning) or a.registered_as = f.abbreviation || ' ' || f.meaning)
     on conflict do nothing`,
    json,
  );
  return (updated.rowCount ?? 0) + (added.rowCount ?? 0);
}
