import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisations, search, type Call } from '@hat-nhan/contracts';
import { fold } from '@hat-nhan/vietnamese';
import { loadRegistries } from '../registries/load.js';
import { openWorld, type World } from '../../test/api.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await loadRegistries(world.ownerUrl);
});
afterAll(() => world.close());

const idOf = async (code: string) =>
  (await world.sqlAsOwner<{ id: number }>('select id from organisation where code = $1', [code]))[0]!.id;
const read = async (code: string) => world.visitor.call(organisations.read, { id: await idOf(code) });

async function all(filters: Partial<Call<typeof organisations.list>>) {
  const found: { name: string; code: string | null; validTo: string | null; kind: string; region: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.visitor.call(organisations.list, { ...filters, limit: 100, ...(cursor && { cursor }) });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
const codes = async (q: string) => (await all({ q })).map((row) => row.code);

describe('the registry', () => {
  it('holds the 304 organisations, paged without gaps or doubles', async () => {
    const registered = (await all({})).filter((row) => row.code !== null);
    expect(registered).toHaveLength(304);
    expect(new Set(registered.map((row) => row.code)).size).toBe(304);
    await expect(world.visitor.call(organisations.list, { cursor: 'x.y' })).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
  });

  it('changes nothing when it is loaded again, and repairs what was changed', async () => {
    const sum = () =>
      world.sqlAsOwner(`select (select count(*) from organisation) o, (select count(*) from item) i, (select count(*) from succession) s,
      (select count(*) from topic) t, (select count(*) from abbreviation) a, (select sum(xmin::text::bigint) from organisation where code is not null) x`);
    const before = await sum();
    await loadRegistries(world.ownerUrl);
    expect(await sum()).toEqual(before);
    await world.sqlAsOwner(`update organisation set name = 'Bộ khác' where code = 'BTC'`);
    const said: string[] = [];
    await loadRegistries(world.ownerUrl, (line) => said.push(line));
    expect(said).toEqual(['Danh mục 2026-11-23: 1 dòng đơn vị và kế thừa, 0 chủ đề, 0 từ viết tắt']);
    expect((await read('BTC')).name).toBe('Bộ Tài chính');
  });

  it('follows a chain of three in both directions, with dates', async () => {
    const first = await read('P63-70');
    expect(first.before).toEqual([]);
    expect(first.after.map(({ id, distance, date }) => ({ id, distance, date }))).toEqual([
      { id: await idOf('P34-75'), distance: 1, date: '2025-06-30' },
      { id: await idOf('P34-75C'), distance: 2, date: '2026-04-29' },
    ]);
    const last = await read('P34-75C');
    expect(last.after).toEqual([]);
    expect(last.before.map(({ name, distance }) => `${distance} ${name}`)).toEqual([
      '1 Tỉnh Đồng Nai',
      '2 Tỉnh Bình Phước',
      '2 Tỉnh Đồng Nai',
    ]);
  });

  it('tells a split and a doubtful step', async () => {
    const split = await read('BTTTT');
    const main = split.after.filter((step) => step.distance === 1).map((step) => [step.name, step.scope === 'main']);
    expect(main).toEqual(
      expect.arrayContaining([
        ['Bộ Khoa học và Công nghệ', true],
        ['Bộ Công an', false],
      ]),
    );
    expect(main).toHaveLength(3);
    expect((await read('BQLLCTHCM')).after[0]).toMatchObject({ name: 'Bộ Quốc phòng', verified: false });
  });

  it('says of a row from memory that nobody has verified it', async () => {
    expect(await read('VNPT')).toMatchObject({ verified: false, source: 'ghi theo trí nhớ', sourceEn: 'from memory' });
    expect(await read('BTC')).toMatchObject({ verified: true });
    const [counted] = await world.sqlAsOwner(`select count(*)::int as n from organisation where not verified`);
    expect(counted).toEqual({ n: 17 });
  });

  it('names its sources in Vietnamese, and in English', async () => {
    const english = 'memory|derived|from|unit|reported|since|date|functions|merge|verified';
    const [mixed] = await world.sqlAsOwner(
      `select count(*) filter (where code is not null)::int as n, count(*) filter (where source ~ $1)::int as mixed,
        count(*) filter (where (source = '') <> (source_en = ''))::int as half from organisation`,
      [`\\m(${english})\\M`],
    );
    expect(mixed).toEqual({ n: 304, mixed: 0, half: 0 });
  });

  it('takes the root as the top unit: the province of a department', async () => {
    const rows =
      await world.sqlAsOwner(`select t.code, count(*)::int n from organisation o join organisation t on t.id = o.top_id
      where o.code in ('SKHCN34-75C', 'CCDSQG', 'TTCNCPS', 'CMCTELECOM', 'BTC') group by 1 order by 1`);
    expect(rows).toEqual([
      { code: 'BKHCN', n: 2 },
      { code: 'BTC', n: 1 },
      { code: 'CMCCORP', n: 1 },
      { code: 'P34-75C', n: 1 },
    ]);
  });
});

describe('the filter', () => {
  it('finds by words in any order, marked or not, Vietnamese, English or abbreviated', async () => {
    for (const q of [
      'sở khoa học đồng nai',
      'dong nai so khoa hoc',
      'NAI dong hoc khoa so',
      'science dong nai city',
      'Sở KH&CN thành phố Đồng Nai',
      'khcn đồng nai',
    ]) {
      expect([q, await codes(q)]).toEqual([q, expect.arrayContaining(['SKHCN34-75C'])]);
    }
    expect(await codes('bo tai chinh')).toEqual(['BTC']);
    expect(await codes('chính bộ tài')).toEqual(['BTC']);
    expect(await codes('blđtbxh')).toEqual(['BLDTBXH']);
    expect(await codes('bldtbxh')).toEqual(['BLDTBXH']);
    expect(await codes('không có đơn vị này')).toEqual([]);
    expect(await codes('100%')).toEqual([]);
  });

  it('begins words, and does not find their middles', async () => {
    expect(await codes('thong tin truyen thong bo')).toContain('BTTTT');
    expect(await codes('vietn posts')).toContain('VNPT');
    expect(await codes('ruyen')).toEqual([]);
  });

  it('combines kind, region and whether it exists today', async () => {
    const now = await all({ kind: 'province', former: false });
    expect(now).toHaveLength(34);
    const former = await all({ kind: 'province', former: true });
    expect(former.every((row) => row.validTo !== null)).toBe(true);
    expect(now.length + former.length).toBe(98);
    const { regions } = await world.visitor.call(organisations.list, { limit: 1 });
    expect(regions).toContain('Tây Nguyên');
    const there = await all({ region: 'Tây Nguyên', kind: 'provincial_department' });
    expect(there.length).toBeGreaterThan(0);
    expect(there.every((row) => row.region === 'Tây Nguyên')).toBe(true);
  });

  it('folds as the package does, for all marked letters', async () => {
    const letters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
    const text = letters + letters.toUpperCase();
    const [row] = await world.sqlAsOwner<{ folded: string }>('select app.fold($1) as folded', [text]);
    expect(row!.folded).toBe(fold(text));
    expect(row!.folded).toMatch(/^[a-z]{134}$/);
  });
});

describe('people and threads of an organisation', () => {
  it('are counted whole, and twelve of the people shown: the directory has them all', async () => {
    const organisation = await world.organisation();
    for (let n = 0; n < 13; n++) await world.makePerson({ organisation });
    const { people, members } = await (await world.person()).call(organisations.read, { id: organisation });
    expect([people, members.length]).toEqual([13, 12]);
  });

  it('are told to members only, units below counted in', async () => {
    const province = await world.organisation({ name: 'Tỉnh Thử Nghiệm' });
    const department = await world.organisation({
      name: 'Sở Thử Nghiệm',
      kind: 'provincial_department',
      parent: province,
    });
    const director = await world.person({ name: 'Trần Văn Giám', title: 'Giám đốc', organisation: department });
    const official = await world.person({ name: 'Lê Thị An', title: 'Chuyên viên', organisation: province });
    const seen = await official.call(organisations.read, { id: province });
    expect(seen.people).toBe(2);
    expect(seen.members).toEqual([
      { personId: director.id, name: 'Trần Văn Giám', title: 'Giám đốc', unit: 'Sở Thử Nghiệm' },
      { personId: official.id, name: 'Lê Thị An', title: 'Chuyên viên', unit: '' },
    ]);
    expect(seen.units).toEqual([expect.objectContaining({ id: department, name: 'Sở Thử Nghiệm' })]);
    const visitor = await world.visitor.call(organisations.read, { id: province });
    expect([visitor.people, visitor.members]).toEqual([null, []]);
    expect(Object.values(visitor.can)).not.toContain(true);
    const [card] = (await official.call(organisations.list, { q: 'tinh thu nghiem' })).items;
    expect(card).toMatchObject({ id: province, people: 2, parent: null });
    expect((await world.visitor.call(organisations.list, { q: 'tinh thu nghiem' })).items[0]!.people).toBeNull();
  });

  it('hides an absent id like any other', async () => {
    await expect(world.visitor.call(organisations.read, { id: 2_000_000_000 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('adding a unit', () => {
  it('is for its representative, a coordinator or an administrator', async () => {
    const organisation = await world.organisation();
    const member = await world.person({ organisation });
    const representative = await world.person({ organisation });
    const coordinator = await world.person({ roles: ['coordinator'] });
    await world.sqlAsOwner(
      'insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2',
      [organisation, representative.id],
    );
    const unit = (name: string) => ({ id: organisation, name });
    await expect(member.call(organisations.addUnit, unit('Trung tâm Một'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await member.call(organisations.read, { id: organisation })).can.addUnit).toBe(false);
    expect((await representative.call(organisations.read, { id: organisation })).can.addUnit).toBe(true);
    const { id } = await representative.call(organisations.addUnit, {
      ...unit('Trung tâm Chuyển đổi số'),
      abbreviation: 'TTCĐS',
    });
    const added = await coordinator.call(organisations.read, { id });
    expect(added).toMatchObject({ kind: 'unit', parent: { id: organisation }, verified: true, demo: false });
    await coordinator.call(organisations.addUnit, unit('Văn phòng'));
    await expect(
      coordinator.call(organisations.addUnit, { id: 2_000_000_000, name: 'Văn phòng' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses the same folded name and the same abbreviation below one parent', async () => {
    const coordinator = await world.person({ roles: ['coordinator'] });
    const [one, other] = [await world.organisation(), await world.organisation()];
    const add = (id: number, name: string, abbreviation = '') =>
      coordinator.call(organisations.addUnit, { id, name, abbreviation });
    await add(one, 'Phòng Công nghệ số', 'P.CNS');
    await expect(add(one, 'PHÒNG CÔNG NGHỆ SỐ')).rejects.toMatchObject({ code: 'already-exists' });
    await expect(add(one, 'phong cong nghe so')).rejects.toMatchObject({ code: 'already-exists' });
    await expect(add(one, 'Phòng Công nghệ sinh học', 'p.cns')).rejects.toMatchObject({ code: 'already-exists' });
    await add(other, 'Phòng Công nghệ số', 'P.CNS');
  });

  it('is found at once, and once for one key', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const id = await world.organisation();
    const call = () =>
      administrator.call(organisations.addUnit, { id, name: 'Trung tâm Bưởi Diễn' }, { key: 'unit-key-0001' });
    const [first, second] = [await call(), await call()];
    expect(second).toEqual(first);
    const { items } = await world.visitor.call(search.search, { q: 'buoi dien' });
    expect(items.map((item) => item.id)).toContain(first.id);
    const hidden = await world.space({ kind: 'group' });
    await world.sqlAsOwner('update item set space_id = $1 where id = $2', [hidden, first.id]);
    await expect(call()).rejects.toMatchObject({ code: 'not-found' });
  });
});
