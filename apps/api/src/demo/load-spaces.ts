import { slug } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import { baseSpaces, insertRows } from '../registries/insert-rows.js';
import { spaces } from './content/spaces.js';
import type { DemoDays } from './days.js';
import type { LoadedPerson } from './load-people.js';

/** Where threads stand: its id, and who of the demo reads there. */
export interface LoadedSpace {
  id: number;
  reads: (person: LoadedPerson) => boolean;
}

const OPENED_DAYS_AGO = 233;

/** Opens the groups with their members. Returns every space of the demo by key, the three of every instance among them. */
export async function loadSpaces(
  client: ClientBase,
  people: ReadonlyMap<string, LoadedPerson>,
  days: DemoDays,
): Promise<Map<string, LoadedSpace>> {
  const base = await baseSpaces(client);
  const loaded = new Map<string, LoadedSpace>([
    ['public', { id: base.public, reads: () => true }],
    ['members', { id: base.members, reads: () => true }],
    ['state', { id: base.state, reads: ({ stateBody }) => stateBody }],
  ]);
  for (const [at, { key, name, nameEn, description, moderators, members }] of spaces.entries()) {
    const createdAt = days.at({ daysAgo: OPENED_DAYS_AGO - 14 * at, at: '09:20' });
    const { rows } = await client.query<{ id: number }>(
      `insert into space (kind, slug, name, name_en, description, created_at) values ('group', $1, $2, $3, $4, $5) returning id`,
      [slug(name), name, nameEn, description, createdAt],
    );
    const id = rows[0]!.id;
    const memberOf = (level: string) => (person: string) => ({
      space_id: id,
      person_id: people.get(person)!.id,
      level,
    });
    await insertRows(client, 'space_member', [
      ...moderators.map(memberOf('moderate')),
      ...members.map(memberOf('write')),
    ]);
    const inside = new Set([...moderators, ...members]);
    loaded.set(key, { id, reads: ({ person }) => inside.has(person.key) });
  }
  return loaded;
}
