import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appointments, handovers, moving } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let here: number;
let topic: number;
let leaver: Person;
let colleague: Person;
let coordinator: Person;
beforeAll(async () => {
  world = await openWorld();
  here = await world.organisation({ name: 'Sở Bàn Giao' });
  topic = await world.topic({ name: 'Chủ đề bàn giao' });
  leaver = await world.person({ name: 'Lê Thị Đi', organisation: here });
  colleague = await world.person({ name: 'Trần Văn Ở', organisation: here });
  coordinator = await world.person({ roles: ['coordinator'] });
  await world.sqlAsOwner('update position set from_date = from_date - 400 where person_id = $1', [leaver.id]);
  await coordinator.call(appointments.setRepresented, { id: leaver.id, organisationIds: [here] });
  await world.sqlAsOwner(
    'insert into topic_expert (topic_id, person_id, space_id, expert) select $1, id, space_id, true from person where id = $2',
    [topic, leaver.id],
  );
});
afterAll(() => world.close());

const yesterday = new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
const leave = (handOver: { topicId?: number; organisationId?: number; personId: number }[]) =>
  leaver.call(moving.move, { to: yesterday, next: 'retired', handOver });
const waiting = async (who: Person) => (await who.call(handovers.list, {})).items;
const wrong = { code: 'invalid-input', body: { errors: [{ pointer: '/handOver' }] } };

it('offers only what one holds, to a colleague who may hold it, and leaves nothing behind where it is refused', async () => {
  const stranger = await world.person({ organisation: await world.organisation() });
  const other = await world.topic();
  for (const offer of [
    { organisationId: here, personId: stranger.id },
    { topicId: topic, personId: stranger.id },
    { topicId: other, personId: colleague.id },
    { organisationId: here, personId: leaver.id },
    { personId: colleague.id },
  ])
    await expect(leave([{ topicId: topic, personId: colleague.id }, offer])).rejects.toMatchObject(wrong);
  expect(await waiting(colleague)).toEqual([]);
  expect((await leaver.call(moving.read, {})).position).not.toBeNull();
});

it('is agreed to by the colleague, then recorded by a coordinator', async () => {
  await leave([
    { organisationId: here, personId: colleague.id },
    { topicId: topic, personId: colleague.id },
  ]);
  const offered = await waiting(colleague);
  expect(offered).toMatchObject([
    { from: { name: 'Lê Thị Đi' }, organisation: { id: here }, topic: null, can: { answer: true, settle: false } },
    { organisation: null, topic: { id: topic } },
  ]);
  const [speak, know] = offered.map(({ id }) => id) as [number, number];
  expect(await waiting(leaver)).toEqual([]);
  expect(await waiting(coordinator)).toEqual([]);
  await expect(leaver.call(handovers.decide, { id: speak, to: 'accepted' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(coordinator.call(handovers.decide, { id: speak, to: 'named' })).rejects.toMatchObject({
    code: 'illegal-transition',
  });
  await expect(coordinator.call(handovers.decide, { id: speak, to: 'accepted' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  for (const id of [speak, know]) await colleague.call(handovers.decide, { id, to: 'accepted' });
  await expect(colleague.call(handovers.decide, { id: speak, to: 'named' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await waiting(coordinator)).toMatchObject([
    { id: speak, person: { name: 'Trần Văn Ở' }, can: { answer: false, settle: true } },
    { id: know },
  ]);
  world.clock.set(new Date(Date.now() + 11 * 60_000));
  const late = coordinator.call(handovers.decide, { id: speak, to: 'named' });
  await expect(late).rejects.toMatchObject({ code: 'sign-in-again' });
  world.clock.set(null);
  for (const id of [speak, know]) await coordinator.call(handovers.decide, { id, to: 'named' });
  expect(await coordinator.call(appointments.read, { id: colleague.id })).toMatchObject({
    represents: [{ id: here }],
    expertOf: [{ id: topic }],
  });
  expect(await waiting(coordinator)).toEqual([]);
});

it('names nobody who has left meanwhile or says no', async () => {
  const add = (personId: number) =>
    world
      .sqlAsOwner(
        `insert into handover (space_id, from_id, person_id, organisation_id, at) select space_id, $1, id, $2, now() from person where id = $3 returning id`,
        [leaver.id, here, personId],
      )
      .then(([row]) => (row as { id: number }).id);
  const gone = await world.person({ organisation: await world.organisation() });
  const away = await add(gone.id);
  await gone.call(handovers.decide, { id: away, to: 'accepted' });
  await expect(coordinator.call(handovers.decide, { id: away, to: 'named' })).rejects.toMatchObject({
    code: 'illegal-transition',
    body: { allowed: ['refused'] },
  });
  await coordinator.call(handovers.decide, { id: away, to: 'refused' });
  const shy = await world.person({ organisation: here });
  await shy.call(handovers.decide, { id: await add(shy.id), to: 'declined' });
  expect(await waiting(shy)).toEqual([]);
  expect(await waiting(coordinator)).toEqual([]);
});
