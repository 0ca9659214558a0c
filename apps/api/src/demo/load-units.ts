import { fold, sortKey } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import { insertRows, takeItemIds } from '../registries/insert-rows.js';
import { describeAll } from '../registries/search-rows.js';
import type { DemoUnit } from './content/types.js';
import { successions, units } from './content/units.js';

/** An invented unit as it stands in the database. */
export interface LoadedUnit {
  id: number;
  name: string;
  topId: number;
  /** Kind of the top unit, which says what sort of reader its people are. */
  topKind: DemoUnit['kind'];
}

const KINDS: Partial<Record<DemoUnit['kind'], string>> = { centre: 'unit', division: 'unit' };

/** Writes the invented units with their successions and search rows. Returns them by key. */
export async function loadUnits(client: ClientBase, spaceId: number): Promise<Map<string, LoadedUnit>> {
  const ids = await takeItemIds(client, units.length);
  const loaded = new Map<string, LoadedUnit>();
  for (const [at, { key, name, kind, parent }] of units.entries()) {
    const above = parent === undefined ? undefined : loaded.get(parent);
    const id = ids[at]!;
    loaded.set(key, { id, name, topId: above?.topId ?? id, topKind: above?.topKind ?? kind });
  }
  const idOf = (key: string) => loaded.get(key)!.id;

  await insertRows(
    client,
    'item',
    units.map(({ key, name }) => ({ id: idOf(key), space_id: spaceId, kind: 'organisation', title: name, demo: true })),
  );
  await insertRows(
    client,
    'organisation',
    units.map((unit) => ({
      id: idOf(unit.key),
      space_id: spaceId,
      kind: KINDS[unit.kind] ?? unit.kind,
      name: unit.name,
      name_en: unit.nameEn,
      abbreviation: unit.abbreviation,
      folded: fold(unit.name),
      sort_key: sortKey(unit.name),
      parent_id: unit.parent === undefined ? null : idOf(unit.parent),
      top_id: loaded.get(unit.key)!.topId,
      valid_from: unit.validFrom ?? null,
      valid_to: unit.validTo ?? null,
      demo: true,
    })),
  );
  await insertRows(
    client,
    'succession',
    successions.map(({ from, to, scope, date }) => ({
      from_id: idOf(from),
      to_id: idOf(to),
      space_id: spaceId,
      scope,
      date,
    })),
  );
  const formerNames = (key: string) =>
    successions.filter((step) => step.to === key).map((step) => loaded.get(step.from)!.name);
  await describeAll(
    client,
    units.map(({ key, name, nameEn, abbreviation }) => ({
      itemId: idOf(key),
      spaceId,
      kind: 'organisation' as const,
      title: name,
      text: [nameEn, abbreviation, ...formerNames(key)].join('\n'),
    })),
  );
  return loaded;
}
