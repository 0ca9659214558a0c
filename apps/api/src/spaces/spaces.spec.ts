import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spaces } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('opening a space', () => {
  it('says of the three built-in spaces in both languages whom they are for', async () => {
    const { items } = await (await world.person()).call(spaces.list, {});
    const wide = items.filter(({ slug }) => ['cong-khai', 'thanh-vien', 'co-quan-nha-nuoc'].includes(slug));
    expect(wide.map(({ descriptionEn }) => descriptionEn)).toEqual([
      'Anybody may read; members write.',
      'Members read and write.',
      'Only members from state bodies read and write.',
    ]);
  });

  it('answers alike whether a group out of sight has the name or not; a public name is taken once', async () => {
    const [one, other] = [
      await world.person({ roles: ['coordinator'] }),
      await world.person({ roles: ['coordinator'] }),
    ];
    const named = (kind: 'group' | 'public') => ({ kind, name: 'Tổ rà soát hồ sơ', description: '' });
    const { id } = await one.call(spaces.create, named('group'));
    await expect(other.call(spaces.read, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(other.call(spaces.create, named('group'))).resolves.toEqual({ id: expect.any(Number) });
    await expect(other.call(spaces.create, named('public'))).resolves.toEqual({ id: expect.any(Number) });
    await expect(one.call(spaces.create, named('public'))).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('tells somebody of an enterprise nothing of the state bodies’ spaces by a name', async () => {
    const coordinator = await world.person({ roles: ['coordinator'] });
    const outside = await world.person({ roles: ['coordinator'], enterprise: true });
    const named = { name: 'Trao đổi về đầu tư công', description: '' };
    const { id } = await coordinator.call(spaces.create, { ...named, kind: 'state' });
    await expect(outside.call(spaces.read, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(outside.call(spaces.create, { ...named, kind: 'public' })).resolves.toEqual({
      id: expect.any(Number),
    });
  });
});

it('sent again with its Idempotency-Key, is told of only while it is in sight', async () => {
  const one = await world.person({ roles: ['coordinator'] });
  const group = { kind: 'group' as const, name: 'Tổ công tác thứ nhất', description: '' };
  const first = await one.call(spaces.create, group, { key: 'mo-hai-lan-1' });
  expect(await one.call(spaces.create, group, { key: 'mo-hai-lan-1' })).toEqual(first);
  await world.sqlAsOwner('delete from space_member where space_id = $1', [first.id]);
  await expect(one.call(spaces.create, group, { key: 'mo-hai-lan-1' })).rejects.toMatchObject({ code: 'not-found' });
});

describe('members of a space', () => {
  const levels = async (id: number) =>
    (
      await world.sqlAsOwner<{ level: string }>('select level from space_member where space_id = $1 order by 1', [id])
    ).map(({ level }) => level);

  it('are read page by page, and counted whole', async () => {
    const people = [];
    for (const name of ['Lê Thị An', 'Lê Thị Bình', 'Lê Thị Cúc']) people.push(await world.person({ name }));
    const id = await world.space({ kind: 'group', members: people });
    const first = await people[0]!.call(spaces.members, { id, limit: 2 });
    const second = await people[0]!.call(spaces.members, { id, limit: 2, cursor: first.next! });
    expect([...first.items, ...second.items].map(({ personId }) => personId)).toEqual(people.map((one) => one.id));
    expect([first.total, second.total, second.next]).toEqual([3, 3, null]);
  });

  it('keep a moderator: the last one can neither leave nor step down until another is named', async () => {
    const [one, two] = [await world.person(), await world.person()];
    const id = await world.space({
      kind: 'group',
      members: [
        { id: one.id, level: 'moderate' },
        { id: two.id, level: 'write' },
      ],
    });
    const own = { id, personId: one.id };
    await expect(one.call(spaces.removeMember, own)).rejects.toMatchObject({ status: 409, code: 'last-moderator' });
    await expect(one.call(spaces.setMember, { ...own, level: 'write' })).rejects.toMatchObject({
      code: 'last-moderator',
    });
    await one.call(spaces.setMember, { id, personId: two.id, level: 'moderate' });
    await world.sqlAsOwner('update account set disabled_at = now() where person_id = $1', [two.id]);
    await expect(one.call(spaces.removeMember, own)).rejects.toMatchObject({ code: 'last-moderator' });
    await world.sqlAsOwner('update account set disabled_at = null where person_id = $1', [two.id]);
    expect(await one.call(spaces.removeMember, own)).toEqual({ done: true });
    expect(await levels(id)).toEqual(['moderate']);
  });

  it('keep one also when all moderators leave at once', async () => {
    for (let round = 0; round < 5; round++) {
      const moderators = [await world.person(), await world.person(), await world.person()];
      const members = moderators.map(({ id }) => ({ id, level: 'moderate' as const }));
      const id = await world.space({ kind: 'group', members });
      await Promise.allSettled(moderators.map((one) => one.call(spaces.removeMember, { id, personId: one.id })));
      expect(await levels(id)).toEqual(['moderate']);
    }
  });
});
