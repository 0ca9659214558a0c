import { slug } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import { baseSpaces, insertRows } from '../registries/insert-rows.js';
import { joinings, spaces } from './content/spaces.js';
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
  for (const [at, space] of spaces.entries()) {
    const { key, name, nameEn, moderators, members } = space;
    const createdAt = days.at({ daysAgo: OPENED_DAYS_AGO - 14 * at, at: '09:20' });
    const { rows } = await client.query<{ id: number }>(
      `insert into space (kind, slug, name, name_en, purpose, purpose_en, description, description_en, listed, takes_requests, created_at)
       values ('group', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        slug(name),
        name,
        nameEn,
        space.purpose,
        space.purposeEn ?? '',
        space.description ?? '',
        space.descriptionEn ?? '',
        space.listed ?? false,
        space.takesRequests ?? false,
        createdAt,
      ],
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

/** What waits to come into a group, with what is told of it. */
export async function loadJoinings(
  client: ClientBase,
  people: ReadonlyMap<string, LoadedPerson>,
  loaded: ReadonlyMap<string, LoadedSpace>,
  days: DemoDays,
): Promise<void> {
  const idOf = (person: string) => people.get(person)!.id;
  for (const { space, person, by = person, note, daysAgo } of joinings) {
    const { name, moderators } = spaces.find(({ key }) => key === space)!;
    const spaceId = loaded.get(space)!.id;
    const at = days.at({ daysAgo, at: '15:40' });
    const { rows } = await client.query<{ id: number }>(
      `insert into space_joining (space_id, person_id, kind, title, note, by_id, at) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [spaceId, idOf(person), by === person ? 'asked' : 'invited', name, note, idOf(by), at],
    );
    const [kind, told, where] =
      by === person ? ['join_asked', moderators, spaceId] : ['join_invited', [person], loaded.get('members')!.id];
    await insertRows(
      client,
      'notification',
      told.map((one) => ({
        person_id: idOf(one),
        space_id: where,
        kind,
        joining_id: rows[0]!.id,
        actor_id: idOf(by),
        at,
        detail: { title: name, note },
      })),
    );
  }
}
