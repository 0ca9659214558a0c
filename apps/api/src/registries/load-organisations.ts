import { fold, sortKey } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import { today } from '../organisations/filter.js';
import { DESCRIBED, type Described } from '../organisations/registry.sql.js';
import type { Registry, RegisteredOrganisation } from './files.js';
import { insertRows, takeItemIds } from './insert-rows.js';
import { describeAll } from './search-rows.js';

const COLUMNS = `space_id, kind, name, name_en, abbreviation, folded, sort_key, region, parent_id, top_id, valid_from, valid_to, source, source_en, verified`;
const excluded = COLUMNS.split(', ').map((column) => `excluded.${column}`);
const own = COLUMNS.split(', ').map((column) => `organisation.${column}`);
const UPDATE = `on conflict (id) do update set (${COLUMNS}) = (${excluded.join(', ')}) where (${own.join(', ')}) is distinct from (${excluded.join(', ')}) and organisation.administered_at is null`;

/** Ids of every registered organisation, by code; new codes get their item first. */
async function identify(client: ClientBase, spaceId: number, organisations: readonly RegisteredOrganisation[]) {
  const { rows } = await client.query<{ code: string; id: number; kept: boolean }>(
    'select code, id, administered_at is not null as kept from organisation where code is not null',
  );
  // What was renamed, merged or ended in the product is no longer the file's to say.
  const kept = new Set(rows.filter((row) => row.kept).map(({ code }) => code));
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  const added = organisations.filter(({ code }) => !ids.has(code));
  const taken = await takeItemIds(client, added.length);
  for (const [at, { code }] of added.entries()) ids.set(code, taken[at]!);
  const items = organisations
    .filter(({ code }) => !kept.has(code))
    .map(({ code, name }) => ({
      id: ids.get(code)!,
      space_id: spaceId,
      kind: 'organisation',
      title: name,
    }));
  await insertRows(
    client,
    'item',
    items,
    'on conflict (id) do update set title = excluded.title where item.title <> excluded.title',
  );
  return (code: string) => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`The registry of organisations names an unknown code: ${code}`);
    return id;
  };
}

/** Brings organisations, successions and their search rows to what the files say. Returns the number of rows that changed. */
export async function loadOrganisations(
  client: ClientBase,
  spaceId: number,
  { organisations, successions: steps }: Registry,
): Promise<number> {
  const idOf = await identify(client, spaceId, organisations);
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  const topOf = (code: string): string => {
    const parent = byCode.get(code)?.parentCode;
    return parent ? topOf(parent) : code;
  };

  const rows = organisations.map((organisation) => ({
    id: idOf(organisation.code),
    code: organisation.code,
    space_id: spaceId,
    kind: organisation.kind,
    name: organisation.name,
    name_en: organisation.nameEn,
    abbreviation: organisation.abbreviation,
    folded: fold(organisation.name),
    sort_key: sortKey(organisation.name),
    region: organisation.region,
    parent_id: organisation.parentCode ? idOf(organisation.parentCode) : null,
    top_id: idOf(topOf(organisation.code)),
    valid_from: organisation.validFrom,
    valid_to: organisation.validTo,
    source: organisation.source,
    source_en: organisation.sourceEn,
    verified: organisation.verified,
  }));
  const changed = await insertRows(client, 'organisation', rows, UPDATE);

  const successions = steps.map(({ from, to, scope, date, verified }) => ({
    from_id: idOf(from),
    to_id: idOf(to),
    space_id: spaceId,
    scope,
    date,
    verified,
  }));
  const linked = await insertRows(
    client,
    'succession',
    successions,
    `on conflict (from_id, to_id, scope) do update set date = excluded.date, verified = excluded.verified
     where (succession.date, succession.verified) is distinct from (excluded.date, excluded.verified)`,
  );

  // As the product itself describes them: what was renamed or merged here is found by what it was called here.
  const ids = organisations.map(({ code }) => idOf(code));
  const described = await client.query<Described>(DESCRIBED.text, [ids, today({ clock: { now: () => new Date() } })]);
  const search = described.rows.map(({ id: itemId, spaceId: home, name: title, text }) => ({
    itemId,
    spaceId: home,
    kind: 'organisation' as const,
    title,
    text,
  }));
  await describeAll(client, search);
  return changed + linked;
}
