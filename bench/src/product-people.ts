import { createHash } from 'node:crypto';
import type { Byline } from '@hat-nhan/contracts';
import { fold, nameSortKey } from '@hat-nhan/vietnamese';
import type { Client } from 'pg';
import type { Category, User } from './corpus.js';

const PEOPLE = `
  select app.make_person(n.name, n.folded, n.sort, 'Chuyên viên', 'Phòng Công nghệ số', o.id, false) as id
  from json_to_recordset($1) n(at int, name text, folded text, sort text)
  join (select id, row_number() over (order by id) - 1 as place, count(*) over () as total
    from organisation where valid_to is null and kind <> 'enterprise') o on o.place = n.at % o.total
  order by n.at`;
// What the writer's line says, as items.service.ts makes it.
const BYLINES = `
  select p.id as "personId", trim(p.prefix || ' ' || p.name) as name, p.title,
    concat_ws(', ', nullif(p.unit, ''), o.name) as organisation, p.organisation_id as "organisationId",
    case when p.enterprise then 'enterprise' end as mark
  from person p left join organisation o on o.id = p.organisation_id where p.id = any ($1)`;

/** The session of a person; every user of the corpus has one. */
export const tokenOf = (person: number) => `bench-session-of-person-${person}`;

/** A public space for each category. Gives their ids by number of the category. */
export async function addSpaces(client: Client, categories: Category[]): Promise<Map<number, number>> {
  const spaces = new Map<number, number>();
  for (const { id, slug, name, description } of categories) {
    const text = `insert into space (kind, slug, name, description) values ('public', $1, $2, $3) returning id`;
    const { rows } = await client.query<{ id: number }>(text, [slug, name, description]);
    spaces.set(id, rows[0]!.id);
  }
  return spaces;
}

/** People, accounts that have accepted the rules, and sessions. Gives ids and bylines by number of the user. */
export async function addPeople(
  client: Client,
  users: User[],
): Promise<{ people: Map<number, number>; bylines: Map<number, Byline> }> {
  const names = users.map(({ displayName: name }, at) => ({ at, name, folded: fold(name), sort: nameSortKey(name) }));
  const made = await client.query<{ id: number }>(PEOPLE, [JSON.stringify(names)]);
  const ids = made.rows.map((row) => row.id);
  if (ids.length !== users.length) throw new Error(`${ids.length} people instead of ${users.length}`);
  const rows = users.map((user, at) => ({
    person_id: ids[at],
    joined: new Date(user.joined),
    token_hash: `\\x${createHash('sha256').update(tokenOf(ids[at]!)).digest('hex')}`,
    role: user.role,
  }));
  const given = 'json_to_recordset($1) u(person_id int, joined timestamptz, token_hash bytea, role text)';
  for (const text of [
    `insert into account (person_id, rules_at) select person_id, joined from ${given}`,
    `insert into session (person_id, token_hash, idle, expires_at)
     select person_id, token_hash, '7 days', now() + interval '30 days' from ${given}`,
    `insert into account_role (person_id, role) select person_id, case role when 'admin' then 'administrator' else role end
     from ${given} where role in ('admin', 'moderator')`,
    `update person set joined_at = u.joined from ${given} where id = u.person_id`,
  ])
    await client.query(text, [JSON.stringify(rows)]);

  const lines = await client.query<Byline>(BYLINES, [ids]);
  const byPerson = new Map(lines.rows.map((line) => [line.personId, line]));
  return {
    people: new Map(users.map(({ id }, at) => [id, ids[at]!])),
    bylines: new Map(users.map(({ id }, at) => [id, byPerson.get(ids[at]!)!])),
  };
}
