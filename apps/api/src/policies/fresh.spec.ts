import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accounts, instance, spaces, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { ask } from '../../test/forum.js';

const HOUR = 3_600_000;
type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let administrator: Person;
let coordinator: Person;
let moderator: Person;
let member: Person;

beforeAll(async () => {
  world = await openWorld();
  [administrator, coordinator, moderator, member] = [
    await world.person({ roles: ['administrator'] }),
    await world.person({ roles: ['coordinator'] }),
    await world.person({ roles: ['moderator'] }),
    await world.person(),
  ];
});
afterAll(() => world.close());

async function hoursLater<T>(hours: number, act: () => Promise<T>): Promise<T> {
  world.clock.set(new Date(Date.now() + hours * HOUR));
  try {
    return await act();
  } finally {
    world.clock.set(null);
  }
}

it('acting by a role takes a sign-in of the last twelve hours; reading does not, nor what is one’s own', async () => {
  const space = { kind: 'members' as const, nameEn: '', description: '' };
  const id = await ask(world, member);
  const spaceId = await world.space({ kind: 'group', members: [coordinator] });
  const text = 'Một bản quy tắc đủ dài để lưu được. '.repeat(10);
  const texts = {
    rulesVi: text,
    rulesEn: text,
    privacyVi: text,
    privacyEn: text,
    contact: 'Ban điều phối',
    note: 'Sửa câu chữ',
    asks: false,
  };
  const acts: Record<string, (name: string) => Promise<unknown>> = {
    close: () => moderator.call(threads.close, { id, reason: 'off_topic' }),
    reopen: () => moderator.call(threads.reopen, { id }),
    openSpace: (name) => coordinator.call(spaces.create, { ...space, name }),
    setMember: () => coordinator.call(spaces.setMember, { id: spaceId, personId: member.id, level: 'read' }),
    saveTexts: () => administrator.call(instance.saveTexts, texts, { ifMatch: 1 }),
    disable: () => administrator.call(accounts.disable, { id: moderator.id, reason: 'Thôi việc' }),
  };
  await hoursLater(12.1, async () => {
    for (const act of Object.values(acts))
      await expect(act('Nhóm muộn')).rejects.toMatchObject({ status: 403, code: 'sign-in-again' });
    expect((await moderator.call(threads.read, { id })).thread.can.close).toBe(true);
    await member.call(threads.close, { id, reason: 'other' });
    await member.call(threads.reopen, { id });
  });
  await hoursLater(11.9, async () => {
    for (const act of Object.values(acts)) await expect(act('Nhóm sớm')).resolves.toBeDefined();
  });
});
