import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appointments, people, sessions, topics } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';

let world: World;
type Person = Awaited<ReturnType<World['person']>>;
let administrator: Person;
let coordinator: Person;
beforeAll(async () => {
  world = await openWorld();
  administrator = await world.person({ name: 'Quản Trị Một', roles: ['administrator'] });
  coordinator = await world.person({ roles: ['coordinator'] });
});
afterAll(() => world.close());

const read = (by: Person, id: number) => by.call(appointments.read, { id });
/** Calls that are under way together are each refused with this problem. */
async function refusedAll(calls: Promise<unknown>[], code: string): Promise<void> {
  const reasons = (await Promise.allSettled(calls)).map((call) =>
    call.status === 'rejected' ? call.reason.code : 'done',
  );
  expect(reasons).toEqual(calls.map(() => code));
}
const actions = async (id: number) =>
  (await world.sqlAsOwner<{ action: string }>('select action from audit where item_id = $1 order by id', [id])).map(
    ({ action }) => action,
  );

describe('the list', () => {
  it('is sifted by name, role and state, for coordinators and administrators', async () => {
    const member = await world.person({ name: 'Phan Sàng Lọc' });
    const moderator = await world.person({ name: 'Vũ Sàng Lọc', roles: ['moderator'] });
    const newcomer = await world.person({ name: 'Hồ Sàng Lọc', member: false });
    const shut = await world.person({ name: 'Tạ Sàng Lọc' });
    await world.sqlAsOwner('update account set disabled_at = now() where person_id = $1', [shut.id]);
    const find = async (filters: object) =>
      (await coordinator.call(appointments.list, { q: 'loc sang', ...filters })).items.map(({ id }) => id);
    expect((await find({})).toSorted()).toEqual([member.id, moderator.id, newcomer.id, shut.id].toSorted());
    expect(await find({ role: 'moderator' })).toEqual([moderator.id]);
    expect(await find({ state: 'newcomer' })).toEqual([newcomer.id]);
    expect(await find({ state: 'disabled' })).toEqual([shut.id]);
    expect(await find({ role: 'expert' })).toEqual([]);
    const first = await coordinator.call(appointments.list, { q: 'sang loc', limit: 3 });
    const second = await coordinator.call(appointments.list, { q: 'sang loc', limit: 3, cursor: first.next! });
    expect([first.items.length, second.items.length]).toEqual([3, 1]);
    await expect(member.call(appointments.list, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(moderator, member.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells no address and no telephone, and how one signs in to administrators alone', async () => {
    const person = await world.person({ email: 'kin-dao@don-vi.example' });
    await world.sqlAsOwner(`update person set telephone = '0901234567' where id = $1`, [person.id]);
    const [seen, told] = [await read(coordinator, person.id), await read(administrator, person.id)];
    expect(JSON.stringify([seen, told])).not.toMatch(/kin-dao|0901234567/);
    expect([seen.sessions, seen.secondFactor]).toEqual([null, null]);
    expect([told.sessions, told.secondFactor]).toEqual([1, false]);
    expect(seen.can).toEqual({ giveRole: false, appoint: true, disable: false, endSessions: false });
  });
});

describe('roles', () => {
  it('are given and taken at once by administrators; the other signs in anew', async () => {
    const person = await world.person();
    const give = (by: Person) => by.call(appointments.giveRole, { id: person.id, role: 'moderator' });
    await expect(give(coordinator)).rejects.toMatchObject({ code: 'forbidden' });
    await give(administrator);
    await give(administrator);
    expect((await read(coordinator, person.id)).roles).toEqual(['moderator']);
    expect((await person.call(sessions.session, {})).person).toBeNull();
    await administrator.call(appointments.takeRole, { id: person.id, role: 'moderator' });
    expect((await read(coordinator, person.id)).roles).toEqual([]);
    expect(await actions(person.id)).toEqual(['account.giveRole', 'account.takeRole']);
  });

  it('take a sign-in of the last ten minutes', async () => {
    const person = await world.person();
    world.clock.set(new Date(Date.now() + 11 * 60_000));
    try {
      const calls = [
        administrator.call(appointments.giveRole, { id: person.id, role: 'editor' }),
        administrator.call(appointments.takeRole, { id: person.id, role: 'editor' }),
        coordinator.call(appointments.setRepresented, { id: person.id, organisationIds: [] }),
      ];
      await refusedAll(calls, 'sign-in-again');
    } finally {
      world.clock.set(null);
    }
    expect((await read(coordinator, person.id)).roles).toEqual([]);
  });

  it('leave one administrator, however many step down at once', async () => {
    const [one, two] = [
      await world.person({ roles: ['administrator'] }),
      await world.person({ roles: ['administrator'] }),
    ];
    await world.sqlAsOwner(`delete from account_role where person_id = $1`, [administrator.id]);
    try {
      const down = (person: Person) => person.call(appointments.takeRole, { id: person.id, role: 'administrator' });
      const outcomes = await Promise.allSettled([down(one), down(two)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'last-administrator' },
      });
      const [left] = await world.sqlAsOwner(`select count(*)::int as n from account_role where role = 'administrator'`);
      expect(left).toEqual({ n: 1 });
    } finally {
      await world.sqlAsOwner(`insert into account_role values ($1, 'administrator')`, [administrator.id]);
    }
  });

  it('renew one’s own token and prove nothing by it', async () => {
    const self = await world.person({ roles: ['administrator'] });
    const { headers, status } = await self.raw({ method: 'PUT', url: `/api/accounts/${self.id}/roles/editor` });
    expect([status, String(headers['set-cookie'])]).toEqual([200, expect.stringContaining('session=')]);
    expect((await self.call(sessions.session, {})).person).toBeNull();
    const [session] = await world.sqlAsOwner('select proven_at, ended_at from session where person_id = $1', [self.id]);
    expect(session).toEqual({ proven_at: null, ended_at: null });
  });
});

describe('experts, representatives and sessions', () => {
  it('names experts of topics and keeps what each said of himself', async () => {
    const person = await world.person();
    const [one, two] = [await world.topic({ slug: 'mot-chu-de' }), await world.topic()];
    await person.call(
      people.saveProfile,
      { bio: '', telephone: '', contactVisible: false, canAnswer: [one] },
      { ifMatch: 1 },
    );
    const set = async (by: Person, topicIds: number[]) =>
      by.call(
        appointments.setExpert,
        { id: person.id, topicIds },
        { ifMatch: (await read(coordinator, person.id)).version },
      );
    await expect(set(person, [one])).rejects.toMatchObject({ code: 'forbidden' });
    await set(coordinator, [one, two]);
    expect((await read(coordinator, person.id)).expertOf.map(({ id }) => id)).toEqual([one, two]);
    expect((await world.visitor.call(topics.read, { slug: 'mot-chu-de' })).experts).toEqual([]);
    expect((await coordinator.call(topics.read, { slug: 'mot-chu-de' })).experts).toHaveLength(1);
    // Of two who change them at once the second sees what the first has made of them.
    const seen = { ifMatch: (await read(coordinator, person.id)).version };
    const both = await Promise.allSettled(
      [[one], [two]].map((topicIds) => coordinator.call(appointments.setExpert, { id: person.id, topicIds }, seen)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'stale', body: { current: { expertOf: [{ id: expect.any(Number) }] } } },
    });
    await set(coordinator, []);
    expect((await person.call(people.profile, {})).canAnswer).toEqual([one]);
    await expect(set(coordinator, [2_000_000_000])).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('names who speaks for his own organisation or one above it, and no other', async () => {
    const province = await world.organisation();
    const department = await world.organisation({ parent: province, kind: 'provincial_department' });
    const elsewhere = await world.organisation();
    const person = await world.person({ organisation: department });
    const set = (organisationIds: number[]) =>
      coordinator.call(appointments.setRepresented, { id: person.id, organisationIds });
    await set([province, department]);
    expect((await person.call(people.represented, {})).items.map(({ id }) => id).toSorted()).toEqual(
      [province, department].toSorted(),
    );
    await expect(set([elsewhere])).rejects.toMatchObject({
      body: { errors: [{ pointer: '/organisationIds', code: 'choice' }] },
    });
    expect((await read(coordinator, person.id)).represents).toHaveLength(2);
    await set([department]);
    expect((await read(coordinator, person.id)).represents.map(({ id }) => id)).toEqual([department]);
    const spare = { id: person.id, organisationIds: [department] };
    await expect(person.call(appointments.setRepresented, spare)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('reaches nobody out of sight: hidden and absent are the same', async () => {
    const hidden = await world.person({ name: 'Người Khuất Mặt' });
    const group = await world.space({ kind: 'group' });
    await world.sqlAsOwner('update item set space_id = $1 where id = $2', [group, hidden.id]);
    const { items } = await administrator.call(appointments.list, { q: 'nguoi khuat mat' });
    expect(items).toEqual([]);
    for (const id of [hidden.id, 2_000_000_000]) {
      const calls = [
        read(administrator, id),
        administrator.call(appointments.giveRole, { id, role: 'editor' }),
        administrator.call(appointments.takeRole, { id, role: 'editor' }),
        administrator.call(appointments.endSessions, { id }),
        administrator.call(appointments.setExpert, { id, topicIds: [] }, { ifMatch: 1 }),
        administrator.call(appointments.setRepresented, { id, organisationIds: [] }),
      ];
      await refusedAll(calls, 'not-found');
    }
  });

  it('signs somebody out everywhere', async () => {
    const person = await world.person();
    await expect(coordinator.call(appointments.endSessions, { id: person.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await administrator.call(appointments.endSessions, { id: person.id });
    expect((await person.call(sessions.session, {})).person).toBeNull();
    await expect(administrator.call(appointments.endSessions, { id: 2_000_000_000 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
