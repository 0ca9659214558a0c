import type { ClientBase } from 'pg';
import { insertRows } from '../registries/insert-rows.js';
import { threads } from './content/threads/index.js';
import type { DemoPerson } from './content/types.js';
import type { LoadedUnit } from './load-units.js';

/** A person whose row is written. `joined` is ISO 8601. */
export interface Row {
  id: number;
  person: DemoPerson;
  joined: string;
}

/** Slugs of the topics that somebody answers on: his own as expert, and those where he has answered if he says he can. */
function topicsOf({ key, expertOf = [], canAnswer = [] }: DemoPerson): Map<string, { expert: boolean }> {
  const topics = new Map(expertOf.map((slug) => [slug, { expert: true }]));
  if (canAnswer.length === 0) return topics;
  for (const { topic, answers } of threads) {
    if (!topics.has(topic) && answers.some(({ author }) => author === key)) topics.set(topic, { expert: false });
  }
  return topics;
}

/** Accounts that have accepted the rules, with their address, roles and the demo's sign-in link. */
export async function loadAccounts(client: ClientBase, rows: Row[]) {
  const accounts = rows.map(({ id, person, joined }) => ({
    person_id: id,
    rules_at: joined,
    demo_role: person.signIn ?? null,
  }));
  await insertRows(client, 'account', accounts);
  const emails = rows.map(({ id, person, joined }) => ({
    person_id: id,
    address: person.email,
    main: true,
    confirmed_at: joined,
  }));
  await insertRows(client, 'email', emails);
  const roles = rows.flatMap(({ id, person, joined }) =>
    (person.roles ?? []).map((role) => ({ person_id: id, role, granted_at: joined })),
  );
  await insertRows(client, 'account_role', roles);
}

/** Who is expert of what, who can answer on what, who represents which organisation. */
export async function loadStandings(
  client: ClientBase,
  spaceId: number,
  rows: Row[],
  units: ReadonlyMap<string, LoadedUnit>,
) {
  const { rows: found } = await client.query<{ id: number; slug: string }>('select id, slug from topic');
  const topicId = new Map(found.map(({ id, slug }) => [slug, id]));
  const experts = rows.flatMap(({ id, person }) =>
    [...topicsOf(person)].map(([slug, { expert }]) => ({
      topic_id: topicId.get(slug),
      person_id: id,
      space_id: spaceId,
      expert,
      can_answer: true,
    })),
  );
  await insertRows(client, 'topic_expert', experts);
  const representatives = rows.flatMap(({ id, person: { representativeOf } }) =>
    representativeOf ? [{ organisation_id: units.get(representativeOf)!.id, person_id: id, space_id: spaceId }] : [],
  );
  await insertRows(client, 'representative', representatives);
}
