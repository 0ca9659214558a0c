import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { moving, people, spaces } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { ask } from '../../test/forum.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

// Days are those of Vietnam.
const daysAgo = (days: number) => new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** Somebody in office for more than a year. */
async function official(given: { organisation?: number; enterprise?: boolean } = {}) {
  const person = await world.person(given);
  await world.sqlAsOwner(`update position set from_date = from_date - 400 where person_id = $1`, [person.id]);
  return person;
}
const next = (organisationId: number, to = daysAgo(3)) => ({
  to,
  next: 'in_office' as const,
  title: 'Trưởng phòng',
  unit: 'Phòng Dữ liệu',
  organisationId,
});

it('says before what stays with the organisation and what goes along, and does it in one step', async () => {
  const here = await world.organisation({ name: 'Tỉnh Chia Tay' });
  const there = await world.organisation({ name: 'Bộ Nơi Đến' });
  const person = await official({ organisation: here });
  const question = await ask(world, person, { title: 'Việc còn dang dở ở đơn vị cũ' });
  await world.sqlAsOwner(
    'insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2',
    [here, person.id],
  );
  const space = await world.space({ kind: 'organisation', members: [{ id: person.id }] });
  const group = await world.space({ kind: 'group', members: [{ id: person.id }] });
  await world.sqlAsOwner('update space set organisation_id = $1 where id = $2', [here, space]);
  const seen = await person.call(moving.read, {});
  expect(seen).toMatchObject({
    position: { title: 'Chuyên viên', organisation: { id: here } },
    stays: { represents: [{ id: here }], spaces: [{ id: space }] },
    goes: { questions: [{ id: question }], openQuestions: 1, invitations: [], expertOf: [] },
  });
  await person.call(moving.move, next(there));
  const after = await person.call(moving.read, {});
  expect(after).toMatchObject({
    position: { title: 'Trưởng phòng', unit: 'Phòng Dữ liệu', organisation: { id: there }, from: daysAgo(2) },
    stays: { represents: [], spaces: [] },
    goes: { openQuestions: 1 },
  });
  await expect(person.call(spaces.read, { id: space })).rejects.toMatchObject({ code: 'not-found' });
  expect((await person.call(spaces.read, { id: group })).id).toBe(group);
  const { positions } = await person.call(people.read, { id: person.id });
  expect(positions[1]).toMatchObject({ kind: 'former', to: daysAgo(3), organisation: { id: here } });
});

it('retires under the last title, and leaves the next position open where there is none', async () => {
  const retiring = await official();
  await retiring.call(moving.move, { to: daysAgo(1), next: 'retired' });
  const retired = await retiring.call(people.read, { id: retiring.id });
  expect(retired).toMatchObject({ title: 'Nguyên Chuyên viên', organisation: null });
  expect(retired.positions.map(({ kind }) => kind)).toEqual(['retired', 'former']);
  expect((await retiring.call(moving.read, {})).position).toBeNull();
  await expect(retiring.call(moving.move, { to: daysAgo(1), next: 'none' })).rejects.toMatchObject({
    code: 'illegal-transition',
  });
  const leaving = await official();
  await leaving.call(moving.move, { to: daysAgo(0), next: 'none' });
  expect(await leaving.call(people.read, { id: leaving.id })).toMatchObject({ organisation: null });
});

it('refuses a last day that does not fit, a step without a place, and the way into the state bodies by oneself', async () => {
  const person = await official();
  const there = await world.organisation();
  const wrong = (pointer: string) => ({ code: 'invalid-input', body: { errors: [{ pointer }] } });
  await expect(person.call(moving.move, next(there, daysAgo(0)))).rejects.toMatchObject(wrong('/to'));
  await expect(person.call(moving.move, next(there, daysAgo(500)))).rejects.toMatchObject(wrong('/to'));
  await expect(person.call(moving.move, { ...next(there), organisationId: null })).rejects.toMatchObject(
    wrong('/organisationId'),
  );
  await expect(person.call(moving.move, { ...next(there), title: '' })).rejects.toMatchObject(wrong('/title'));
  await expect(person.call(moving.move, next(2_000_000_000))).rejects.toMatchObject({ code: 'not-found' });
  const vendor = await official({ enterprise: true });
  await expect(vendor.call(moving.move, next(there))).rejects.toMatchObject({ code: 'forbidden' });
  expect((await vendor.call(moving.read, {})).position).toMatchObject({ enterprise: true });
});
