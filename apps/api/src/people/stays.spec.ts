import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';

let world: World;
type Person = Awaited<ReturnType<World['person']>>;
let coordinator: Person;
beforeAll(async () => {
  world = await openWorld();
  coordinator = await world.person({ roles: ['coordinator'] });
});
afterAll(() => world.close());

type Level = 'read' | 'write' | 'moderate';
async function spaceOf(organisation: number, members: [Person, Level][]): Promise<number> {
  const id = await world.space({
    kind: 'organisation',
    members: members.map(([person, level]) => ({ id: person.id, level })),
  });
  await world.sqlAsOwner('update space set organisation_id = $2 where id = $1', [id, organisation]);
  return id;
}
const levels = async (space: number) => {
  const rows = await world.sqlAsOwner<{ id: number; level: Level }>(
    'select person_id as id, level from space_member where space_id = $1',
    [space],
  );
  return Object.fromEntries(rows.map(({ id, level }) => [id, level]));
};
const changes = async (spaceId: number) =>
  (
    await world.sqlAsOwner<{ id: number }>(
      `select item_id as id from event where name = 'space.memberChanged' and space_id = $1 order by id`,
      [spaceId],
    )
  ).map(({ id }) => id);
const moveTo = (person: Person, organisationId: number) =>
  coordinator.call(people.addPosition, {
    id: person.id,
    title: 'Chuyên viên',
    unit: '',
    organisationId,
    kind: 'in_office',
    from: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    to: null,
  });
const call = (viewer: number, text: string, values: unknown[]) =>
  world.app.get(Database).use({ viewer, writes: true, run: (db) => db.rows(sql(text), values) });

describe('who leaves an organisation', () => {
  it('leaves its spaces, which keep a moderator: who represents it, else who writes there', async () => {
    const [leaver, reader, writer, speaker] = [
      await world.person(),
      await world.person(),
      await world.person(),
      await world.person(),
    ];
    const organisation = leaver.organisationId;
    await world.sqlAsOwner(`update position set from_date = '2020-01-01' where person_id = $1`, [leaver.id]);
    await world.sqlAsOwner(
      'insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2',
      [organisation, speaker.id],
    );
    const spoken = await spaceOf(organisation, [
      [leaver, 'moderate'],
      [writer, 'write'],
      [speaker, 'read'],
    ]);
    const written = await spaceOf(organisation, [
      [leaver, 'moderate'],
      [reader, 'read'],
      [writer, 'write'],
    ]);
    const kept = await spaceOf(organisation, [
      [leaver, 'write'],
      [reader, 'moderate'],
    ]);
    await moveTo(leaver, await world.organisation());
    expect(await levels(spoken)).toEqual({ [writer.id]: 'write', [speaker.id]: 'moderate' });
    expect(await levels(written)).toEqual({ [reader.id]: 'read', [writer.id]: 'moderate' });
    expect(await levels(kept)).toEqual({ [reader.id]: 'moderate' });
    expect(await changes(spoken)).toEqual([leaver.id, speaker.id]);
    expect(await changes(kept)).toEqual([leaver.id]);
    const audited = await world.sqlAsOwner(
      `select item_id as id, to_state as to from audit where action = 'space.member' and (detail->>'spaceId')::int = $1 order by id`,
      [written],
    );
    expect(audited).toEqual([
      { id: leaver.id, to: 'none' },
      { id: writer.id, to: 'moderate' },
    ]);
  });

  it('is put out by nobody who may not record it, and by nobody while he is in office there', async () => {
    const [member, other] = [await world.person(), await world.person()];
    const space = await spaceOf(member.organisationId, [[member, 'moderate']]);
    await expect(call(other.id, 'select * from app.leave_spaces($1)', [member.id])).rejects.toMatchObject({
      code: '42501',
    });
    expect(await call(coordinator.id, 'select * from app.leave_spaces($1)', [member.id])).toEqual([]);
    expect(await call(coordinator.id, 'select app.leave_spaces($1, $2)', [member.id, []])).toHaveLength(1);
    expect(await levels(space)).toEqual({ [member.id]: 'moderate' });
    const away = [member.organisationId, other.organisationId];
    for (const text of ['select app.hand_over_spaces($1, $2)', 'select app.hand_over_spaces($1, $2, null)'])
      await expect(call(coordinator.id, text, away)).rejects.toMatchObject({ code: '42501' });
  });
});
