import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { invitations, organisations, people, registry, spaces, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { drain } from '../../test/browser.js';
import { answer, ask } from '../../test/forum.js';

let world: World;
type Person = Awaited<ReturnType<World['person']>>;
let coordinator: Person;
beforeAll(async () => {
  world = await openWorld();
  coordinator = await world.person({ roles: ['coordinator'] });
});
afterAll(() => world.close());

const read = (id: number) => coordinator.call(organisations.read, { id });
const merge = (into: number, from: number[], ifMatch = 1, date = '2026-03-01') =>
  coordinator.call(registry.merge, { id: into, from, date, basis: 'NQ 202/2025/QH15' }, { ifMatch });
const represent = (organisation: number, { id }: { id: number }) =>
  world.sqlAsOwner(
    'insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2',
    [organisation, id],
  );
/** What is counted of the whole network. */
const totals = async () =>
  (
    await world.sqlAsOwner(`select (select count(*)::int from person where organisation_id is not null) as people,
      (select count(*)::int from position where kind = 'in_office' and to_date is null) as offices,
      (select count(*)::int from item) as items, (select count(*)::int from vote) as votes, (select count(*)::int from me_too) as "meToo",
      (select count(*)::int from space_member) as members, (select count(*)::int from person_standing where state_body) as "stateBodies",
      (select md5(string_agg(id || byline::text, ',' order by id)) from item where kind in ('question', 'answer')) as bylines`)
  )[0];

describe('a merger', () => {
  it('moves people and units, keeps what was written, and leaves every total as it was', async () => {
    const [a, b, c] = [
      await world.organisation({ name: 'Tỉnh Sông Trên' }),
      await world.organisation({ name: 'Tỉnh Sông Dưới' }),
      await world.organisation({ name: 'Tỉnh Sông Chung' }),
    ];
    const office = (parent: number, name: string) => world.organisation({ name, kind: 'unit', parent });
    const [officeA, officeB, archive] = [
      await office(a, 'Văn phòng'),
      await office(b, 'Văn phòng'),
      await office(b, 'Kho lưu trữ'),
    ];
    const asker = await world.person({ organisation: a });
    const clerk = await world.person({ organisation: officeA });
    const other = await world.person({ organisation: officeB });
    const keeper = await world.person({ organisation: archive });
    const late = await world.person({ organisation: b });
    await world.sqlAsOwner(`update position set from_date = '2020-01-01' where person_id = any ($1)`, [
      [asker.id, clerk.id, other.id, keeper.id],
    ]);
    const topic = await world.topic();
    const question = await ask(world, asker, { topicIds: [topic] });
    await answer(clerk, question);
    await ask(world, other, { topicIds: [topic] });
    const before = await totals();
    const threadsBefore = (await read(a)).threads + (await read(b)).threads + (await read(c)).threads;

    const moved = await merge(c, [a, b]);
    expect(moved).toEqual({ people: 3, units: 3, representatives: 0, planned: false });
    const after = await totals();
    expect(after).toEqual(before);
    const page = await read(c);
    expect(page).toMatchObject({ people: 5, threads: threadsBefore });
    expect(page.before.filter(({ distance }) => distance === 1).map(({ id }) => id)).toEqual(
      expect.arrayContaining([a, b]),
    );
    expect(page.units.map(({ name }) => name)).toEqual(['Kho lưu trữ', 'Văn phòng']);
    const listed = await coordinator.call(threads.list, { organisation: c });
    expect(listed.items).toHaveLength(threadsBefore);

    // The old page stands, says what followed and for whom nothing is left there.
    expect(await world.visitor.call(organisations.read, { id: a })).toMatchObject({
      validTo: '2026-02-28',
      after: [{ id: c, date: '2026-02-28', basis: 'NQ 202/2025/QH15' }],
      can: { merge: false, dissolve: false, rename: false, restore: false },
    });
    expect((await read(a)).people).toBe(0);

    // Dated facts: the former position stays under the name of then.
    const { positions } = await coordinator.call(people.read, { id: asker.id });
    expect(positions.map(({ organisation, kind, from, to }) => [organisation.id, kind, from, to])).toEqual([
      [c, 'in_office', '2026-03-01', null],
      [a, 'former', '2020-01-01', '2026-02-28'],
    ]);
    expect((await coordinator.call(people.read, { id: late.id })).positions).toHaveLength(1);
    const thread = await coordinator.call(threads.read, { id: question });
    expect(thread.thread.author.organisationId).toBe(a);
    const [unit] = await world.sqlAsOwner<{ organisation_id: number; top_id: number }>(
      'select organisation_id, top_id from person where id = $1',
      [keeper.id],
    );
    expect(unit).toEqual({ organisation_id: archive, top_id: c });
    await drain(world);
    const { items } = await coordinator.call(people.list, { organisation: c });
    expect(items).toHaveLength(5);
  });

  it('widens nobody’s rights: who spoke for a part does not speak for the whole, and closed spaces stay closed', async () => {
    const [a, c] = [await world.organisation(), await world.organisation()];
    const [speaker, insider] = [await world.person({ organisation: a }), await world.person({ organisation: c })];
    await represent(a, speaker);
    const space = await world.space({ kind: 'organisation', members: [{ id: speaker.id }] });
    await world.sqlAsOwner('update space set organisation_id = $1 where id = $2', [a, space]);
    expect((await merge(c, [a])).representatives).toBe(1);
    const invite = { email: 'ai-do@don-vi.example', name: 'Lê Văn Mới', title: 'Chuyên viên', unit: '' };
    expect((await speaker.call(people.represented, {})).items).toEqual([]);
    await expect(speaker.call(invitations.invite, { ...invite, organisationId: c, roles: [] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(insider.call(spaces.read, { id: space })).rejects.toMatchObject({ code: 'not-found' });
    expect((await speaker.call(spaces.read, { id: space })).id).toBe(space);
    const [owned] = await world.sqlAsOwner('select organisation_id from space where id = $1', [space]);
    expect(owned).toEqual({ organisation_id: c });
  });

  it('lets no enterprise into what is for state bodies', async () => {
    const firm = await world.organisation({ kind: 'enterprise' });
    const body = await world.organisation();
    await expect(merge(body, [firm])).rejects.toMatchObject({
      code: 'invalid-input',
      body: { errors: [{ pointer: '/from', code: 'widens' }] },
    });
    const person = await world.person({ organisation: body });
    await merge(firm, [body]);
    const [standing] = await world.sqlAsOwner('select state_body from person_standing where person_id = $1', [
      person.id,
    ]);
    expect(standing).toEqual({ state_body: false });
  });

  it('is refused into itself, into its own unit, twice, from a stale page, out of sight', async () => {
    const [a, c] = [await world.organisation(), await world.organisation()];
    const unit = await world.organisation({ kind: 'unit', name: 'Phòng Con', parent: a });
    await expect(merge(a, [a])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(merge(unit, [a])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(merge(c, [a], 7)).rejects.toMatchObject({ code: 'stale' });
    const hidden = await world.organisation();
    const group = await world.space({ kind: 'group' });
    await world.sqlAsOwner('update item set space_id = $1 where id = $2', [group, hidden]);
    await expect(merge(c, [hidden])).rejects.toMatchObject({ code: 'not-found' });
    await expect(merge(c, [2_000_000_000])).rejects.toMatchObject({ code: 'not-found' });
    const plain = await world.person();
    await expect(
      plain.call(registry.merge, { id: c, from: [a], date: '2026-03-01' }, { ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const outcomes = await Promise.allSettled([merge(c, [a]), merge(c, [a])]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { version } = await read(c);
    await expect(merge(c, [a], version)).rejects.toMatchObject({ code: 'illegal-transition' });
  });

  it('takes along who is on the way in, and lets nobody begin at what is no more', async () => {
    const [a, c] = [await world.organisation(), await world.organisation()];
    const email = 'dang-vao@don-vi.example';
    const invited = { email, name: 'Lê Văn Vào', title: 'Chuyên viên', unit: '', organisationId: a, roles: [] };
    const { id } = await coordinator.call(invitations.invite, invited);
    await merge(c, [a]);
    await drain(world);
    const [invitation] = await world.sqlAsOwner('select organisation_id from invitation where id = $1', [id]);
    expect(invitation).toEqual({ organisation_id: c });
    const person = await world.person();
    await expect(
      coordinator.call(people.addPosition, {
        id: person.id,
        title: 'Chuyên viên',
        organisationId: a,
        kind: 'in_office',
        from: '2026-11-01',
      }),
    ).rejects.toMatchObject({ body: { errors: [{ pointer: '/organisationId', code: 'ended' }] } });
  });
});

const takeBack = (who: Person, id: number) => who.call(registry.takeBackMerger, { id, reason: 'Ghi nhầm đơn vị' });

describe('a merger of a day to come', () => {
  const day = (at: string) => world.clock.set(new Date(`${at}T00:10:00+07:00`));
  afterEach(() => world.clock.set(null));

  it('changes nothing before that day, is done on it, once, and told to who keeps the registry alone', async () => {
    const [a, c] = [await world.organisation({ name: 'Sở Sắp Nhập' }), await world.organisation()];
    const person = await world.person({ organisation: a });
    expect(await merge(c, [a], 1, '2027-07-01')).toEqual({ people: 0, units: 0, representatives: 0, planned: true });
    await expect(merge(c, [a], (await read(c)).version, '2027-08-01')).rejects.toMatchObject({
      code: 'already-exists',
    });
    expect(await read(a)).toMatchObject({
      validTo: null,
      people: 1,
      mergers: [{ into: { id: c }, date: '2027-07-01', state: 'planned', can: { takeBack: true } }],
    });
    for (const other of [person, world.visitor])
      expect((await other.call(organisations.read, { id: a })).mergers).toEqual([]);
    day('2027-06-30');
    await world.jobs.run('beginDay');
    expect((await read(a)).people).toBe(1);
    day('2027-07-01');
    await Promise.all([world.jobs.run('beginDay'), world.jobs.run('beginDay')]);
    expect(await read(a)).toMatchObject({ validTo: '2027-06-30', people: 0, mergers: [{ state: 'done' }] });
    expect((await read(c)).people).toBe(1);
    const { positions } = await coordinator.call(people.read, { id: person.id });
    expect(positions.filter(({ kind }) => kind === 'in_office')).toMatchObject([{ organisation: { id: c } }]);
  });

  it('is called off before it, and says so when it cannot be done any more', async () => {
    const [a, b, c] = [await world.organisation(), await world.organisation(), await world.organisation()];
    await merge(c, [a, b], 1, '2027-07-01');
    const { mergers } = await read(a);
    const plain = await world.person();
    await expect(takeBack(plain, mergers[0]!.id)).rejects.toMatchObject({ code: 'forbidden' });
    const both = await Promise.allSettled([
      takeBack(coordinator, mergers[0]!.id),
      takeBack(coordinator, mergers[0]!.id),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await read(a)).mergers).toEqual([]);
    const { version } = await read(b);
    await coordinator.call(registry.dissolve, { id: b, date: '2026-09-01', reason: 'Giải thể' }, { ifMatch: version });
    day('2027-07-02');
    await world.jobs.run('beginDay');
    expect((await read(b)).mergers).toMatchObject([{ state: 'failed', can: { takeBack: false } }]);
    expect((await read(a)).validTo).toBeNull();
  });

  it('that cannot be done holds up no other', async () => {
    const gone = await world.person({ roles: ['coordinator'] });
    const [a, b, c] = [await world.organisation(), await world.organisation(), await world.organisation()];
    await gone.call(registry.merge, { id: c, from: [a], date: '2027-08-01', basis: 'NĐ 1' }, { ifMatch: 1 });
    await merge(c, [b], 1, '2027-08-02');
    await world.sqlAsOwner('update account set disabled_at = now() where person_id = $1', [gone.id]);
    day('2027-08-02');
    await world.jobs.run('beginDay');
    expect((await read(a)).mergers).toMatchObject([{ state: 'failed' }]);
    expect((await read(b)).mergers).toMatchObject([{ state: 'done' }]);
  });
});

describe('a merger by mistake', () => {
  it('is undone by an administrator: everything stands where it stood, and who has gone on since stays', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const [a, c, elsewhere] = [
      await world.organisation({ name: 'Tỉnh Ghi Nhầm' }),
      await world.organisation(),
      await world.organisation(),
    ];
    const unit = (parent: number, name: string) => world.organisation({ name, kind: 'unit', parent });
    const [office, archive] = [await unit(a, 'Văn phòng'), await unit(a, 'Kho lưu trữ')];
    const twin = await unit(c, 'Văn phòng');
    const [clerk, keeper, goer, late, speaker] = [
      await world.person({ organisation: office }),
      await world.person({ organisation: archive }),
      await world.person({ organisation: a }),
      await world.person({ organisation: a }),
      await world.person({ organisation: a }),
    ];
    const long = [clerk.id, keeper.id, goer.id, speaker.id];
    await world.sqlAsOwner(`update position set from_date = '2020-01-01' where person_id = any ($1)`, [long]);
    await represent(a, speaker);
    const space = await world.space({ kind: 'organisation', members: [{ id: speaker.id }] });
    await world.sqlAsOwner('update space set organisation_id = $1 where id = $2', [a, space]);
    const state = async () =>
      world.sqlAsOwner(
        `select p.id, p.organisation_id, p.top_id, (select json_agg(json_build_object('o', x.organisation_id, 'k', x.kind, 'f', x.from_date, 't', x.to_date) order by x.id)
           from position x where x.person_id = p.id) as positions, exists (select from representative r where r.person_id = p.id) as speaks
         from person p where p.id = any ($1) order by p.id`,
        [[clerk.id, keeper.id, late.id, speaker.id]],
      );
    const places = async () =>
      world.sqlAsOwner(
        `select o.id, o.parent_id, o.top_id, o.valid_to, o.merged_into, i.state, (select count(*)::int from succession s where s.from_id = o.id) as followed,
           (select array_agg(s.id order by s.id) from space s where s.organisation_id = o.id) as spaces
         from organisation o join item i on i.id = o.id where o.id = any ($1) order by o.id`,
        [[a, c, office, archive, twin]],
      );
    const [peopleBefore, placesBefore] = [await state(), await places()];
    await merge(c, [a]);
    await coordinator.call(people.addPosition, {
      id: goer.id,
      title: 'Chuyên viên',
      organisationId: elsewhere,
      kind: 'in_office',
      from: '2026-05-01',
    });
    expect(await state()).not.toEqual(peopleBefore);
    const merger = (await read(a)).mergers[0]!;
    expect(merger).toMatchObject({ state: 'done', can: { takeBack: false } });
    await expect(takeBack(coordinator, merger.id)).rejects.toMatchObject({ code: 'forbidden' });
    await takeBack(administrator, merger.id);
    expect(await state()).toEqual(peopleBefore);
    expect(await places()).toEqual(placesBefore);
    const [gone] = await world.sqlAsOwner('select organisation_id from person where id = $1', [goer.id]);
    expect(gone).toEqual({ organisation_id: elsewhere });
    await expect(takeBack(administrator, merger.id)).rejects.toMatchObject({ code: 'illegal-transition' });
    await expect(takeBack(administrator, 2_000_000_000)).rejects.toMatchObject({ code: 'not-found' });
    await drain(world);
    const listed = await coordinator.call(people.list, { organisation: a });
    expect(listed.items).toHaveLength(4);
  });

  it('is not undone once history went on: merged further, or its name taken again', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const [a, b, c] = [
      await world.organisation({ name: 'Tỉnh Đi Tiếp' }),
      await world.organisation(),
      await world.organisation(),
    ];
    await merge(b, [a]);
    const [first] = (await read(a)).mergers;
    await merge(c, [b], (await read(c)).version);
    await expect(takeBack(administrator, first!.id)).rejects.toMatchObject({ code: 'illegal-transition' });
    const [second] = (await read(c)).mergers;
    await takeBack(administrator, second!.id);
    await coordinator.call(registry.create, { name: 'Tỉnh Đi Tiếp', kind: 'province' });
    await expect(takeBack(administrator, first!.id)).rejects.toMatchObject({ code: 'already-exists' });
  });
});
