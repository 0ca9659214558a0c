import { fold, nameSortKey } from '@hat-nhan/vietnamese';
import type { ClientBase } from 'pg';
import { insertRows, takeItemIds } from '../registries/insert-rows.js';
import { describeAll } from '../registries/search-rows.js';
import { people } from './content/people.js';
import { threads } from './content/threads/index.js';
import type { DemoPerson, DemoPosition } from './content/types.js';
import type { DemoDays } from './days.js';
import { loadAccounts, loadStandings, type Row } from './load-accounts.js';
import type { LoadedUnit } from './load-units.js';

/** An invented person as he stands in the database. */
export interface LoadedPerson {
  id: number;
  person: DemoPerson;
  /** Where he is in office; none for who has retired. */
  unit: LoadedUnit | undefined;
  /** Reads what is for state bodies only. */
  stateBody: boolean;
}

const presentOf = ({ positions }: DemoPerson): DemoPosition | undefined =>
  positions.find(({ kind }) => kind === 'in_office');

/** Title, unit and organisation as the directory shows them now; who has retired keeps his last title with "Nguyên". */
function shownNow(person: DemoPerson, units: ReadonlyMap<string, LoadedUnit>) {
  const present = presentOf(person);
  if (present) {
    const { id, topId, topKind } = units.get(present.unit)!;
    return {
      title: present.title,
      unit: present.unitText ?? '',
      organisation_id: id,
      top_id: topId,
      enterprise: topKind === 'enterprise',
    };
  }
  const last = person.positions[0]!;
  const unit = [last.unitText, units.get(last.unit)!.name].filter(Boolean).join(', ');
  return { title: `Nguyên ${last.title}`, unit, organisation_id: null, top_id: null, enterprise: false };
}

/** What he can answer on, in his own words: the topics stand in their own field. */
const bioOf = ({ bio = '', canAnswer = [] }: DemoPerson) =>
  [bio, canAnswer.length > 0 ? `Có thể trả lời về: ${canAnswer.join('; ')}.` : ''].filter(Boolean).join('\n\n');

/** Somebody joined a while before he first wrote; who never wrote, some weeks ago. */
function joinedDaysAgo({ key }: DemoPerson, at: number): number {
  const wrote = threads.flatMap((thread) => [
    thread,
    ...(thread.comments ?? []),
    ...thread.answers.flatMap((answer) => [answer, ...(answer.comments ?? [])]),
  ]);
  const days = wrote.filter(({ author }) => author === key).map(({ when }) => when.daysAgo);
  return Math.max(40, ...days) + 3 + ((at * 7) % 19);
}

/** Writes the invented people with accounts, addresses, positions, topics and search rows. Returns them by key. */
export async function loadPeople(
  client: ClientBase,
  spaceId: number,
  units: ReadonlyMap<string, LoadedUnit>,
  days: DemoDays,
): Promise<Map<string, LoadedPerson>> {
  const ids = await takeItemIds(client, people.length);
  const rows = people.map((person, at) => ({
    id: ids[at]!,
    person,
    shown: shownNow(person, units),
    joined: days.at({ daysAgo: joinedDaysAgo(person, at), at: `0${8 + (at % 2)}:${10 + ((at * 11) % 49)}` }),
  }));

  const items = rows.map(({ id, person, joined }) => ({
    id,
    space_id: spaceId,
    kind: 'person',
    title: person.name,
    created_at: joined,
    active_at: joined,
    demo: true,
  }));
  await insertRows(client, 'item', items);
  await insertRows(
    client,
    'person',
    rows.map(({ id, person, shown, joined }) => ({
      id,
      space_id: spaceId,
      name: person.name,
      prefix: person.prefix ?? '',
      folded: fold(person.name),
      sort_key: nameSortKey(person.name),
      bio: bioOf(person),
      contact_email: person.contactVisible ? person.email : '',
      contact_visible: person.contactVisible ?? false,
      telephone: person.telephone ?? '',
      ...shown,
      joined_at: joined,
      demo: true,
    })),
  );
  await loadPositions(client, spaceId, rows, units, days);
  await loadAccounts(client, rows);
  await loadStandings(client, spaceId, rows, units);
  await describeAll(
    client,
    rows.map(({ id, person, shown }) => ({
      itemId: id,
      spaceId,
      kind: 'person' as const,
      title: person.name,
      text: [shown.title, shown.unit, units.get(presentOf(person)?.unit ?? '')?.name, bioOf(person)]
        .filter(Boolean)
        .join('\n'),
    })),
  );
  return new Map(
    rows.map(({ id, person, shown }) => {
      const unit = units.get(presentOf(person)?.unit ?? '');
      return [person.key, { id, person, unit, stateBody: unit !== undefined && !shown.enterprise }];
    }),
  );
}

async function loadPositions(
  client: ClientBase,
  spaceId: number,
  rows: Row[],
  units: ReadonlyMap<string, LoadedUnit>,
  days: DemoDays,
) {
  const positions = rows.flatMap(({ id, person }) =>
    person.positions.map((position) => ({
      person_id: id,
      space_id: spaceId,
      title: position.title,
      unit: position.unitText ?? '',
      organisation_id: units.get(position.unit)!.id,
      kind: position.kind,
      from_date: days.day(position.fromDays),
      to_date: position.toDays === undefined ? null : days.day(position.toDays),
    })),
  );
  await insertRows(client, 'position', positions);
}
