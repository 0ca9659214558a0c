import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendar } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { statementsOf } from '../../test/statements.js';
import { Calendar } from './calendar.js';
import { statutoryDays } from './statutory.js';

// Mùng 1 Tết and 10/3 of the moon as the state's announcements of holidays and printed almanacs name them.
const byYear = (days: string): Record<number, string> =>
  Object.fromEntries(days.split(' ').map((day) => [Number(day.slice(0, 4)), day]));
const TET = byYear(
  '2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02',
);
const ANCESTORS = byYear(
  '2020-04-02 2021-04-21 2022-04-10 2023-04-29 2024-04-18 2025-04-07 2026-04-26 2027-04-16 2028-04-04 2029-04-23 2030-04-12',
);
// The days off around Tết, and of National Day, that were announced for state bodies: first and last working day off.
const ANNOUNCED: [year: number, tet: [string, string], national: [string, string]][] = [
  [2021, ['2021-02-10', '2021-02-16'], ['2021-09-02', '2021-09-03']],
  [2022, ['2022-01-31', '2022-02-04'], ['2022-09-01', '2022-09-02']],
  [2023, ['2023-01-20', '2023-01-26'], ['2023-09-01', '2023-09-04']],
  [2024, ['2024-02-08', '2024-02-14'], ['2024-09-02', '2024-09-03']],
  [2025, ['2025-01-27', '2025-01-31'], ['2025-09-01', '2025-09-02']],
  [2026, ['2026-02-16', '2026-02-20'], ['2026-09-01', '2026-09-02']],
];

const named = (year: number, name: string) =>
  statutoryDays(year)
    .filter((one) => one.name.endsWith(name) && new Date(one.day).getUTCDay() % 6 !== 0)
    .map(({ day }) => day);

describe('the law’s days off', () => {
  it.each(Object.keys(TET).map(Number))('follow the moon in %i', (year) => {
    const days = statutoryDays(year);
    const law = (name: string) => days.filter((one) => one.basis === 'law' && one.name === name).map(({ day }) => day);
    expect(law('Tết Nguyên đán')).toHaveLength(5);
    expect(law('Tết Nguyên đán')).toContain(TET[year]);
    expect(law('Giỗ Tổ Hùng Vương')).toEqual([ANCESTORS[year]]);
    expect(days.filter(({ basis }) => basis === 'law')).toHaveLength(11);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  });

  it('are those of the moon calendar of ICU, but where the new moon is minutes from midnight', () => {
    const moon = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', day: 'numeric', month: 'numeric' });
    // In 2027 at 22:56 and in 2030 at 23:07 of Hà Nội: ICU reckons for another zone, and to the quarter of an hour.
    const years = Object.entries(TET).filter(([year]) => !['2027', '2030'].includes(year));
    expect(years.map(([, day]) => moon.format(new Date(`${day}T00:00:00Z`)))).toEqual(years.map(() => '1/1'));
  });

  it.each(ANNOUNCED)('are as they were announced for %i', (year, tet, national) => {
    const [first, last] = [named(year, 'Tết Nguyên đán').at(0), named(year, 'Tết Nguyên đán').at(-1)];
    expect([first, last]).toEqual(tet);
    expect([named(year, 'Quốc khánh').at(0), named(year, 'Quốc khánh').at(-1)]).toEqual(national);
  });
});

describe('the calendar', () => {
  let world: World;
  let administrator: Awaited<ReturnType<World['person']>>;
  beforeAll(async () => {
    world = await openWorld();
    administrator = await world.person({ roles: ['administrator'] });
  });
  afterAll(() => world.close());

  const swapped = { kind: 'off' as const, name: 'Nghỉ hoán đổi', nameEn: '', source: 'Thông báo 1/TB-TEST' };
  const of = async (year: number) => (await world.visitor.call(calendar.year, { year })).days;

  it('shows what the law says, and in its place what was entered, with its source', async () => {
    expect((await of(2026)).find(({ day }) => day === '2026-09-02')).toMatchObject({
      basis: 'law',
      kind: 'off',
      version: 0,
    });
    await administrator.call(calendar.setDay, { day: '2026-09-02', ...swapped, kind: 'work' }, { ifMatch: 0 });
    expect((await of(2026)).filter(({ day }) => day === '2026-09-02')).toEqual([
      { day: '2026-09-02', ...swapped, kind: 'work', basis: 'entered', version: 1 },
    ]);
    await administrator.call(calendar.removeDay, { day: '2026-09-02' }, { ifMatch: 1 });
    expect((await of(2026)).find(({ day }) => day === '2026-09-02')).toMatchObject({ basis: 'law' });
  });

  it('is what working days are counted by, in every process soon', async () => {
    const days = world.app.get(Calendar);
    const now = new Date('2027-08-20T00:00:00Z');
    await administrator.call(calendar.setDay, { day: '2027-08-23', ...swapped }, { ifMatch: 0 });
    await administrator.call(calendar.setDay, { day: '2027-08-21', ...swapped, kind: 'work' }, { ifMatch: 0 });
    await days.refresh();
    const { off, worked } = days.around(now);
    expect([off.has('2027-08-23'), off.has('2027-09-02'), worked.has('2027-08-21')]).toEqual([true, true, true]);
  });

  it('is entered once by two at the same time, and not over a version that was not seen', async () => {
    const entry = { day: '2028-06-05', ...swapped };
    const both = await Promise.allSettled([0, 1].map(() => administrator.call(calendar.setDay, entry, { ifMatch: 0 })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await administrator.call(calendar.setDay, { ...entry, name: 'Nghỉ bù' }, { ifMatch: 1 })).toEqual({
      version: 2,
    });
    await expect(administrator.call(calendar.setDay, entry, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
      body: { current: expect.objectContaining({ name: 'Nghỉ bù', version: 2 }) },
    });
    await expect(administrator.call(calendar.setDay, entry)).rejects.toMatchObject({ status: 428 });
    await expect(administrator.call(calendar.removeDay, { day: '2028-06-06' }, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('takes a file whole or not at all, and the same file twice without a change', async () => {
    const head = 'day,kind,name,name_en,source\n';
    const good = `${head}2029-08-20,off,"Nghỉ, hoán đổi",Swapped day,Thông báo 2\n2029-08-25,work,Làm bù,,Thông báo 2\n`;
    const bad = `${good}2029-13-01,off,Sai ngày,,Thông báo 2\n`;
    await expect(administrator.call(calendar.importDays, { text: bad })).rejects.toMatchObject({
      body: { errors: [{ pointer: '/text', code: 'csv-row', message: expect.stringContaining('4') }] },
    });
    expect((await of(2029)).filter(({ basis }) => basis === 'entered')).toEqual([]);
    const sent = await statementsOf(async () =>
      expect(await administrator.call(calendar.importDays, { text: good })).toEqual({ added: 2, changed: 0, same: 0 }),
    );
    expect(sent.filter((one) => one.text.includes('insert into calendar_day'))).toHaveLength(1);
    const other = good.replace('Làm bù', 'Làm bù thứ Bảy');
    expect(await administrator.call(calendar.importDays, { text: `\ufeff${other}` })).toEqual({
      added: 0,
      changed: 1,
      same: 1,
    });
    for (const text of ['chỉ một dòng tiêu đề', `${head}2029-08-20,off,x\n`, `${head}"hở`])
      await expect(administrator.call(calendar.importDays, { text })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('of two rows of one day takes the later one', async () => {
    const text = 'day,kind,name,source\n2031-08-18,off,Bản đầu,Thông báo 3\n2031-08-18,work,Bản sau,Thông báo 3\n';
    expect(await administrator.call(calendar.importDays, { text })).toEqual({ added: 1, changed: 0, same: 0 });
    expect((await of(2031)).find(({ day }) => day === '2031-08-18')).toMatchObject({ kind: 'work', name: 'Bản sau' });
  });

  it('takes no day of a year that it does not show', async () => {
    const wrong = { code: 'invalid-input', body: { errors: [{ pointer: '/day', code: 'out-of-range' }] } };
    for (const day of ['1999-01-05', '2100-01-05'])
      await expect(administrator.call(calendar.setDay, { day, ...swapped }, { ifMatch: 0 })).rejects.toMatchObject(
        wrong,
      );
    const text = 'day,kind,name,source\n1999-01-05,off,Ngày cũ,Thông báo 3\n';
    await expect(administrator.call(calendar.importDays, { text })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is kept by administrators alone', async () => {
    for (const who of [await world.person(), await world.person({ roles: ['coordinator'] })]) {
      await expect(who.call(calendar.setDay, { day: '2028-01-05', ...swapped }, { ifMatch: 0 })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(who.call(calendar.importDays, { text: 'day,kind,name,source' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(world.visitor.call(calendar.year, { year: 1999 })).rejects.toMatchObject({ status: 404 });
  });
});
