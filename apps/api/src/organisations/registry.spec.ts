import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisations, registry, search } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { drain } from '../../test/browser.js';
import { statementsOf } from '../../test/statements.js';
import { loadRegistries } from '../registries/load.js';

let world: World;
type Person = Awaited<ReturnType<World['person']>>;
let coordinator: Person;
let member: Person;
beforeAll(async () => {
  world = await openWorld();
  await loadRegistries(world.ownerUrl);
  coordinator = await world.person({ roles: ['coordinator'] });
  member = await world.person();
});
afterAll(() => world.close());

const read = (id: number) => coordinator.call(organisations.read, { id });
const versionOf = async (id: number) => (await read(id)).version;
const idOf = async (code: string) =>
  (await world.sqlAsOwner<{ id: number }>('select id from organisation where code = $1', [code]))[0]!.id;
const names = (name: string, from: string | null = '2026-01-01') => ({ name, abbreviation: '', nameEn: '', from });

describe('renaming', () => {
  it('keeps the former name with its last day, and finds it', async () => {
    const id = await world.organisation({ name: 'Sở Bưu chính Thử Lửa' });
    const given = { id, ...names('Sở Số hóa Thử Lửa'), basis: 'QĐ 12/2025' };
    await coordinator.call(registry.rename, given, { ifMatch: await versionOf(id) });
    const page = await read(id);
    expect(page).toMatchObject({ name: 'Sở Số hóa Thử Lửa', version: 2 });
    expect(page.formerNames).toEqual([
      { name: 'Sở Bưu chính Thử Lửa', nameEn: '', to: '2025-12-31', basis: 'QĐ 12/2025' },
    ]);
    const found = await world.visitor.call(organisations.list, { q: 'buu chinh thu lua' });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    const searched = await world.visitor.call(search.search, { q: 'bưu chính thử lửa' });
    expect(searched.items.map((item) => item.id)).toContain(id);
  });

  it('corrects a mistake without a trace in the names', async () => {
    const id = await world.organisation({ name: 'Trung tam Gõ nhầm' });
    await coordinator.call(registry.rename, { id, ...names('Trung tâm Gõ đúng', null) }, { ifMatch: 1 });
    expect(await read(id)).toMatchObject({ name: 'Trung tâm Gõ đúng', formerNames: [] });
  });

  it('is refused from a stale page, from a day to come, before the last name, and by who keeps no registry', async () => {
    const id = await world.organisation({ name: 'Cục Đổi Tên' });
    const rename = (by: Person, name: string, from: string, ifMatch: number) =>
      by.call(registry.rename, { id, ...names(name, from) }, { ifMatch });
    await expect(rename(member, 'Cục Khác', '2026-01-01', 1)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(rename(coordinator, 'Cục Khác', '2999-01-01', 1)).rejects.toMatchObject({ code: 'invalid-input' });
    await rename(coordinator, 'Cục Khác', '2026-01-01', 1);
    await expect(rename(coordinator, 'Cục Khác Nữa', '2026-02-01', 1)).rejects.toMatchObject({ code: 'stale' });
    await expect(rename(coordinator, 'Cục Khác Nữa', '2025-06-01', 2)).rejects.toMatchObject({ code: 'invalid-input' });
    const unknown = coordinator.call(registry.rename, { id: 2_000_000_000, ...names('Cục Khác') }, { ifMatch: 1 });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    expect((await member.call(organisations.read, { id })).can).toMatchObject({ rename: false, merge: false });
  });

  it('lets one of two win who rename at once', async () => {
    const id = await world.organisation({ name: 'Cục Hai Người' });
    const outcomes = await Promise.allSettled(
      ['Cục Một', 'Cục Hai'].map((name) => coordinator.call(registry.rename, { id, ...names(name) }, { ifMatch: 1 })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await read(id)).formerNames).toHaveLength(1);
  });

  it('is what its people are found by, written anew by one statement however many they are', async () => {
    const id = await world.organisation({ name: 'Sở Đông Người' });
    const people = [0, 1, 2, 3].map(() => world.person({ organisation: id }));
    const ids = (await Promise.all(people)).map((one) => one.id);
    await drain(world);
    const sent = await statementsOf(async () => {
      await coordinator.call(registry.rename, { id, ...names('Sở Hoa Sim Tím') }, { ifMatch: await versionOf(id) });
      await drain(world);
    });
    expect(sent.filter(({ text }) => text.includes('insert into search_row'))).toHaveLength(2);
    const { items } = await member.call(search.search, { q: 'hoa sim tím', kind: 'person' });
    expect(items.map((item) => item.id).toSorted()).toEqual(ids.toSorted());
  });

  it('takes no name that another one has, of two at once neither', async () => {
    const [one, other, third] = [
      await world.organisation({ name: 'Cục Tên Đã Có' }),
      await world.organisation({ name: 'Cục Tên Khác Hẳn' }),
      await world.organisation({ name: 'Cục Tên Thứ Ba' }),
    ];
    const rename = async (id: number, name: string, nameEn = '') =>
      coordinator.call(registry.rename, { id, ...names(name, null), nameEn }, { ifMatch: await versionOf(id) });
    await expect(rename(other, 'CỤC TÊN ĐÃ CÓ')).rejects.toMatchObject({ code: 'already-exists' });
    await rename(one, 'Cục tên đã có', 'The same agency');
    const outcomes = await Promise.allSettled([other, third].map((id) => rename(id, 'Cục Hai Người Cùng Chọn')));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('outlasts the next start, where the file says another name, and keeps the source of the row', async () => {
    const id = await idOf('BNG');
    const before = await read(id);
    await coordinator.call(registry.rename, { id, ...names('Bộ Ngoại giao Thử') }, { ifMatch: before.version });
    await loadRegistries(world.ownerUrl);
    const after = await read(id);
    expect(after).toMatchObject({ name: 'Bộ Ngoại giao Thử', source: before.source, verified: true });
    const found = await world.visitor.call(search.search, { q: 'Bộ Ngoại giao Thử' });
    expect(found.items.map((item) => item.id)).toContain(id);
  });
});

describe('the next start', () => {
  it('leaves what is found: of what was merged here, and of what followed by our word', async () => {
    const [into, to] = (
      await world.sqlAsOwner<{ id: number }>(
        `select id from organisation where code is not null and valid_to is null and administered_at is null and parent_id is null order by id limit 2`,
      )
    ).map(({ id }) => id) as [number, number];
    const [merged, before] = [
      await world.organisation({ name: 'Trung tâm Khoai Lang Tím' }),
      await world.organisation({ name: 'Trung tâm Bí Đao Xanh' }),
    ];
    const date = '2026-02-01';
    await coordinator.call(registry.merge, { id: into, from: [merged], date }, { ifMatch: await versionOf(into) });
    const step = { id: before, toId: to, date };
    await coordinator.call(registry.addSuccession, step, { ifMatch: await versionOf(before) });
    const found = async (q: string) => (await world.visitor.call(search.search, { q })).items.map(({ id }) => id);
    await loadRegistries(world.ownerUrl);
    expect(await found('khoai lang tím')).toContain(into);
    expect(await found('bí đao xanh')).toContain(to);
  });
});

describe('adding and ending', () => {
  it('adds an organisation once', async () => {
    const add = (by: Person) =>
      by.call(registry.create, { name: 'Tổng cục Mới Tinh', kind: 'government_agency', region: 'Hà Nội' });
    await expect(add(member)).rejects.toMatchObject({ code: 'forbidden' });
    const outcomes = await Promise.allSettled([add(coordinator), add(coordinator)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(add(coordinator)).rejects.toMatchObject({ code: 'already-exists' });
    const { items } = await world.visitor.call(organisations.list, { q: 'tong cuc moi tinh' });
    expect(items).toMatchObject([{ kind: 'government_agency', parent: null }]);
  });

  it('ends one that nobody is in, and takes that back', async () => {
    const id = await world.organisation({ name: 'Ban Sắp Giải Thể' });
    const someone = await world.person({ organisation: id });
    const dissolve = async (ifMatch: number) =>
      coordinator.call(registry.dissolve, { id, date: '2026-02-01', reason: 'Giải thể theo quyết định' }, { ifMatch });
    await expect(dissolve(1)).rejects.toMatchObject({ code: 'organisation-in-use' });
    await world.sqlAsOwner('update person set organisation_id = null where id = $1', [someone.id]);
    const unit = await world.organisation({ name: 'Phòng Dưới Ban', kind: 'unit', parent: id });
    await expect(dissolve(1)).rejects.toMatchObject({ code: 'organisation-in-use' });
    await world.sqlAsOwner(`update organisation set valid_to = '2026-01-01' where id = $1`, [unit]);
    await dissolve(1);
    const ended = await read(id);
    expect(ended).toMatchObject({ validTo: '2026-02-01', can: { dissolve: false, merge: false, restore: true } });
    await expect(dissolve(2)).rejects.toMatchObject({ code: 'illegal-transition', body: { allowed: ['restore'] } });
    await coordinator.call(registry.restore, { id, reason: 'Ghi nhầm đơn vị' }, { ifMatch: 2 });
    expect(await read(id)).toMatchObject({ validTo: null, can: { dissolve: true, restore: false } });
    const rows = await world.sqlAsOwner<{ action: string }>('select action from audit where item_id = $1 order by id', [
      id,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['organisation.dissolve', 'organisation.restore']);
  });
});

it('is not taken back where its name is another one’s by now', async () => {
  const name = 'Viện Trùng Tên Sau';
  const id = await world.organisation({ name });
  const day = { date: '2026-02-01', reason: 'Giải thể theo quyết định' };
  await coordinator.call(registry.dissolve, { id, ...day }, { ifMatch: await versionOf(id) });
  await coordinator.call(registry.create, { name, kind: 'government_agency' });
  const restore = { id, reason: 'Ghi nhầm đơn vị' };
  await expect(coordinator.call(registry.restore, restore, { ifMatch: await versionOf(id) })).rejects.toMatchObject({
    code: 'already-exists',
  });
});

describe('a succession', () => {
  it('sent again with its key is the same one, for who still keeps the registry', async () => {
    const keeper = await world.person({ roles: ['coordinator'] });
    const [id, toId] = [await world.organisation(), await world.organisation()];
    const add = () =>
      keeper.call(registry.addSuccession, { id, toId, date: '2026-01-01' }, { ifMatch: 1, key: 'ke-thua-0001' });
    expect([await add(), await add()]).toEqual([{ id: toId }, { id: toId }]);
    expect((await read(id)).after).toHaveLength(1);
    await world.sqlAsOwner('delete from account_role where person_id = $1', [keeper.id]);
    await expect(add()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is shown on both pages with part, day and document, and found by the former name', async () => {
    const [from, to] = [
      await world.organisation({ name: 'Vụ Thuở Trước' }),
      await world.organisation({ name: 'Vụ Ngày Nay' }),
    ];
    const step = { id: from, toId: to, scope: 'dữ liệu', date: '2025-03-01', basis: 'NĐ 09/2025' };
    const first = { ifMatch: 1 };
    await expect(member.call(registry.addSuccession, step, first)).rejects.toMatchObject({ code: 'forbidden' });
    await coordinator.call(registry.addSuccession, step, first);
    expect((await read(from)).after).toMatchObject([
      { id: to, scope: 'dữ liệu', date: '2025-02-28', basis: 'NĐ 09/2025', added: true, distance: 1 },
    ]);
    expect((await read(to)).before).toMatchObject([{ id: from, scope: 'dữ liệu' }]);
    const { items } = await world.visitor.call(search.search, { q: 'thuở trước' });
    expect(items.map((item) => item.id)).toContain(to);
    await expect(coordinator.call(registry.addSuccession, step, first)).rejects.toMatchObject({ code: 'stale' });
    await expect(coordinator.call(registry.addSuccession, step, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'already-exists',
    });
    await expect(coordinator.call(registry.addSuccession, step)).rejects.toMatchObject({
      code: 'precondition-required',
    });
  });

  it('of a day to come is told at once, and what follows is found by the former name from that day on', async () => {
    const [from, to] = [
      await world.organisation({ name: 'Cục Hoàng Hôn' }),
      await world.organisation({ name: 'Cục Bình Minh' }),
    ];
    await coordinator.call(registry.addSuccession, { id: from, toId: to, date: '2027-03-01' }, { ifMatch: 1 });
    expect((await read(from)).after).toMatchObject([{ id: to, date: '2027-02-28' }]);
    const found = async () =>
      (await world.visitor.call(search.search, { q: 'hoàng hôn', kind: 'organisation' })).items.map(({ id }) => id);
    expect(await found()).not.toContain(to);
    try {
      world.clock.set(new Date('2027-02-28T01:00:00+07:00'));
      await world.jobs.run('beginDay');
      expect(await found()).not.toContain(to);
      world.clock.set(new Date('2027-03-01T00:05:00+07:00'));
      await world.jobs.run('beginDay');
      expect(await found()).toContain(to);
    } finally {
      world.clock.set(null);
    }
  });

  it('never leads back, and is taken back only where it was recorded here', async () => {
    const ids = [await world.organisation(), await world.organisation(), await world.organisation()] as const;
    const seen = async (id: number) => ({ ifMatch: (await read(id)).version });
    const add = async (id: number, toId: number) =>
      coordinator.call(registry.addSuccession, { id, toId, date: '2026-01-01' }, await seen(id));
    await add(ids[0], ids[1]);
    await add(ids[1], ids[2]);
    await expect(add(ids[2], ids[0])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(add(ids[0], ids[0])).rejects.toMatchObject({ code: 'invalid-input' });
    const step = { id: ids[1], toId: ids[2] };
    await expect(coordinator.call(registry.removeSuccession, step, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
    });
    await coordinator.call(registry.removeSuccession, step, await seen(ids[1]));
    expect((await read(ids[0])).after).toHaveLength(1);
    const registered = { id: await idOf('P63-70'), toId: await idOf('P34-75') };
    await expect(
      coordinator.call(registry.removeSuccession, registered, await seen(registered.id)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
