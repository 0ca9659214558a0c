import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { groups, notifications, spaces, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { ask, freshLimits, settle } from '../../test/forum.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

type Person = Awaited<ReturnType<World['person']>>;
let count = 0;
const open = async (moderator: Person, given: { listed?: boolean; takesRequests?: boolean; name?: string } = {}) =>
  moderator.call(spaces.create, {
    kind: 'group',
    name: `Nhóm thử số ${++count}`,
    purpose: 'Soạn chung một phụ lục hợp đồng',
    listed: true,
    takesRequests: true,
    ...given,
  });
const note = 'Đơn vị tôi đang chuyển hệ thống, muốn cùng làm.';
const inbox = async (person: Person) => {
  await settle(world);
  return (await person.call(notifications.inbox, {})).items.map(({ kind, title, excerpt, spaceId, by }) => ({
    kind,
    title,
    excerpt,
    spaceId,
    by: by.personId,
  }));
};
const settingsOf = ({
  name,
  nameEn,
  purpose,
  purposeEn,
  description,
  descriptionEn,
  listed,
  takesRequests,
}: Awaited<ReturnType<typeof pageOf>>) => ({
  name,
  nameEn,
  purpose,
  purposeEn,
  description,
  descriptionEn,
  listed,
  takesRequests,
});
const pageOf = (person: Person, id: number) => person.call(spaces.read, { id });

describe('a group that everybody may know of', () => {
  it('shows its face to members outside, and nothing of its inside; to visitors nothing', async () => {
    const [moderator, outsider] = [await world.person({ name: 'Mạc Thị Hoa' }), await world.person()];
    const { id } = await open(moderator);
    const threadId = await ask(world, moderator, { spaceId: id });
    const face = await pageOf(outsider, id);
    expect(face).toMatchObject({
      inside: false,
      purpose: 'Soạn chung một phụ lục hợp đồng',
      description: '',
      members: 1,
      threads: 0,
      moderators: [{ personId: moderator.id, name: 'Mạc Thị Hoa' }],
      can: { ask: true, write: false, manage: false, leave: false },
    });
    await expect(outsider.call(spaces.members, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(outsider.call(threads.read, { id: threadId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(world.visitor.call(spaces.read, { id })).rejects.toMatchObject({ code: 'not-found' });
    expect((await outsider.call(spaces.list, {})).items.map((one) => one.id)).not.toContain(id);
    const seen = async (person: Person, mine: boolean) =>
      (await person.call(groups.list, { mine, limit: 100 })).items.find((one) => one.id === id);
    expect(await seen(outsider, false)).toMatchObject({ inside: false, activeAt: null, members: 1 });
    expect(await seen(outsider, true)).toBeUndefined();
    expect(await seen(moderator, true)).toMatchObject({ inside: true, activeAt: expect.any(String) });
  });

  it('is found by words of its name, marks or not, and listed page by page in the order of names', async () => {
    const [moderator, reader] = [await world.person(), await world.person()];
    for (const name of ['Tổ cầu nối dữ liệu C', 'Tổ cầu nối dữ liệu A', 'Tổ cầu nối dữ liệu B'])
      await open(moderator, { name });
    const given = { mine: false, q: 'cau noi', limit: 2 };
    const first = await reader.call(groups.list, given);
    const second = await reader.call(groups.list, { ...given, cursor: first.next! });
    expect([...first.items, ...second.items].map(({ name }) => name.at(-1))).toEqual(['A', 'B', 'C']);
    expect([first.total, second.next]).toEqual([3, null]);
  });

  it('has a name of its own among those; one out of sight takes none', async () => {
    const [one, other] = [await world.person(), await world.person()];
    await open(one, { name: 'Tổ rà soát chung', listed: false });
    const { id } = await open(other, { name: 'Tổ rà soát chung' });
    await expect(open(one, { name: 'Tổ rà soát  CHUNG' })).rejects.toMatchObject({
      status: 409,
      code: 'group-name-taken',
    });
    await expect(open(one, { name: 'Tổ rà soát chung', listed: false })).resolves.toEqual({ id: expect.any(Number) });
    expect((await pageOf(other, id)).can.close).toBe(true);
  });
});

it('a group that is not listed answers like one that is not there, whatever is tried', async () => {
  const [moderator, outsider] = [await world.person(), await world.person({ roles: ['administrator'] })];
  const { id } = await open(moderator, { listed: false });
  for (const absent of [id, 999_999]) {
    for (const call of [
      () => pageOf(outsider, absent),
      () => outsider.call(groups.ask, { id: absent, note }),
      () => outsider.call(groups.invite, { id: absent, personId: outsider.id }),
      () => outsider.call(spaces.close, { id: absent }),
      () => outsider.call(spaces.removeMember, { id: absent, personId: moderator.id }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404, code: 'not-found' });
  }
  expect((await outsider.call(groups.joinings, { space: id })).items).toEqual([]);
});

it('one person keeps five groups of his own open; closing one makes room, and a coordinator opens more', async () => {
  const [member, coordinator] = [await world.person(), await world.person({ roles: ['coordinator'] })];
  const made = [];
  for (let at = 0; at < groups.OWN_GROUPS; at++) made.push(await open(member));
  await expect(open(member)).rejects.toMatchObject({ status: 409, code: 'too-many-groups' });
  await member.call(spaces.close, made[0]!);
  const both = await Promise.allSettled([open(member), open(member)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  for (let at = 0; at <= groups.OWN_GROUPS; at++) await open(coordinator);
});

describe('asking to join', () => {
  it('is told to the moderators, decided once, and what follows holds at once', async () => {
    const [moderator, second, asker, bystander] = [
      await world.person(),
      await world.person(),
      await world.person(),
      await world.person(),
    ];
    const { id } = await open(moderator);
    await world.sqlAsOwner(`insert into space_member values ($1, $2, 'moderate')`, [id, second.id]);
    const threadId = await ask(world, moderator, { spaceId: id });
    const joining = await asker.call(groups.ask, { id, note });
    await expect(asker.call(groups.ask, { id, note })).rejects.toMatchObject({ code: 'already-asked' });
    expect(await inbox(moderator)).toMatchObject([{ kind: 'join_asked', excerpt: note, spaceId: id, by: asker.id }]);
    expect(await inbox(second)).toMatchObject([{ kind: 'join_asked' }]);
    expect((await bystander.call(groups.joinings, {})).items).toEqual([]);
    expect((await asker.call(groups.joinings, {})).items).toMatchObject([
      { id: joining.id, can: { accept: false, withdraw: true } },
    ]);
    expect((await moderator.call(groups.joinings, { space: id })).items).toMatchObject([
      { kind: 'asked', note, person: { personId: asker.id }, can: { accept: true, withdraw: false } },
    ]);
    await expect(asker.call(groups.accept, joining)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(bystander.call(groups.accept, joining)).rejects.toMatchObject({ code: 'not-found' });
    const both = await Promise.allSettled([
      moderator.call(groups.accept, joining),
      second.call(groups.accept, joining),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await asker.call(threads.read, { id: threadId });
    expect(await inbox(asker)).toMatchObject([{ kind: 'join_accepted', spaceId: id }]);
    await asker.call(spaces.removeMember, { id, personId: asker.id });
    await expect(asker.call(threads.read, { id: threadId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is declined with a reason, which who asked is told, by mail too; he may ask again', async () => {
    const [moderator, asker] = [await world.person(), await world.person()];
    const { id } = await open(moderator);
    const joining = await asker.call(groups.ask, { id, note });
    await expect(moderator.call(groups.decline, joining)).rejects.toMatchObject({ code: 'invalid-input' });
    const reason = 'Nhóm đang kết thúc tuần này.';
    await moderator.call(groups.decline, { ...joining, reason });
    expect(await inbox(asker)).toMatchObject([{ kind: 'join_declined', excerpt: reason, by: moderator.id }]);
    expect(await inbox(moderator)).toEqual([]); // decided before anybody was told
    await expect(moderator.call(groups.accept, joining)).rejects.toMatchObject({
      status: 409,
      code: 'illegal-transition',
    });
    await expect(asker.call(groups.ask, { id, note })).resolves.toEqual({ id: expect.any(Number) });
    const [audited] = await world.sqlAsOwner<{ reason: string }>(
      `select reason from audit where action = 'joining.settle' and item_id = $1`,
      [asker.id],
    );
    expect(audited!.reason).toBe(reason);
  });

  it('is taken back by who asked; a group for the invited, or a closed one, takes none', async () => {
    const [moderator, asker] = [await world.person(), await world.person()];
    const [{ id }, invited] = [await open(moderator), await open(moderator, { takesRequests: false })];
    const joining = await asker.call(groups.ask, { id, note });
    await expect(moderator.call(groups.withdraw, joining)).rejects.toMatchObject({ code: 'forbidden' });
    await asker.call(groups.withdraw, joining);
    expect((await moderator.call(groups.joinings, {})).items).toEqual([]);
    await expect(asker.call(groups.ask, { ...invited, note })).rejects.toMatchObject({ code: 'takes-no-requests' });
    await expect(moderator.call(groups.ask, { id, note })).rejects.toMatchObject({ code: 'already-member' });
    const again = await asker.call(groups.ask, { id, note });
    await moderator.call(spaces.close, { id });
    await expect(moderator.call(groups.accept, again)).rejects.toMatchObject({ code: 'not-found' });
    await expect(asker.call(groups.ask, { id, note })).rejects.toMatchObject({ code: 'group-closed' });
  });

  it('sent twice at once, or again with its key, is one request', async () => {
    const [moderator, asker] = [await world.person(), await world.person()];
    const { id } = await open(moderator);
    const both = await Promise.allSettled([asker.call(groups.ask, { id, note }), asker.call(groups.ask, { id, note })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await asker.call(groups.withdraw, { id: (await asker.call(groups.joinings, {})).items[0]!.id });
    const first = await asker.call(groups.ask, { id, note }, { key: 'xin-vao-nhom-1' });
    expect(await asker.call(groups.ask, { id, note }, { key: 'xin-vao-nhom-1' })).toEqual(first);
  });
});

describe('an invitation', () => {
  it('shows the group to the invited alone, who accepts and reads', async () => {
    const [moderator, invited, other] = [await world.person(), await world.person(), await world.person()];
    const { id } = await open(moderator, { listed: false });
    const joining = await moderator.call(groups.invite, { id, personId: invited.id });
    expect(await inbox(invited)).toMatchObject([{ kind: 'join_invited', spaceId: id, by: moderator.id }]);
    expect(await pageOf(invited, id)).toMatchObject({ inside: false, joining: { id: joining.id, kind: 'invited' } });
    await expect(pageOf(other, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(moderator.call(groups.accept, joining)).rejects.toMatchObject({ code: 'forbidden' });
    await invited.call(groups.accept, joining);
    expect((await pageOf(invited, id)).can).toMatchObject({ write: true, leave: true, manage: false });
    await expect(moderator.call(groups.invite, { id, personId: invited.id })).rejects.toMatchObject({
      code: 'already-member',
    });
  });

  it('refused or taken back, it hides the group again', async () => {
    const [moderator, invited] = [await world.person(), await world.person()];
    const { id } = await open(moderator, { listed: false });
    await invited.call(groups.decline, await moderator.call(groups.invite, { id, personId: invited.id }));
    await expect(pageOf(invited, id)).rejects.toMatchObject({ code: 'not-found' });
    await moderator.call(groups.withdraw, await moderator.call(groups.invite, { id, personId: invited.id }));
    await expect(pageOf(invited, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is for moderators to send; nobody is put into a group unasked but by coordinators in it', async () => {
    const [moderator, writer, other] = [await world.person(), await world.person(), await world.person()];
    const { id } = await open(moderator);
    await world.sqlAsOwner(`insert into space_member values ($1, $2, 'write')`, [id, writer.id]);
    await expect(writer.call(groups.invite, { id, personId: other.id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(moderator.call(spaces.setMember, { id, personId: other.id, level: 'write' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(moderator.call(groups.invite, { id, personId: 999_999 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(writer.call(spaces.removeMember, { id, personId: moderator.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(moderator.call(spaces.removeMember, { id, personId: moderator.id })).rejects.toMatchObject({
      code: 'last-moderator',
    });
  });
});

it('who leaves while a moderator sets his level stays gone, also by the function that sets it', async () => {
  for (let round = 0; round < 4; round++) {
    const [moderator, leaver] = [await world.person(), await world.person()];
    const { id } = await open(moderator);
    await world.sqlAsOwner(`insert into space_member values ($1, $2, 'read')`, [id, leaver.id]);
    const [, left] = await Promise.allSettled([
      moderator.call(spaces.setMember, { id, personId: leaver.id, level: 'write' }),
      leaver.call(spaces.removeMember, { id, personId: leaver.id }),
    ]);
    expect(left.status).toBe('fulfilled');
    const set = (level: string) =>
      world.app.get(Database).use({
        viewer: moderator.id,
        writes: true,
        run: (db) => db.rows(sql('select app.set_member($1, $2, $3)'), [id, leaver.id, level]),
      });
    await expect(set('write')).rejects.toMatchObject({ code: '42501' });
    expect(
      await world.sqlAsOwner('select 1 from space_member where space_id = $1 and person_id = $2', [id, leaver.id]),
    ).toEqual([]);
  }
});

describe('settings', () => {
  it('are changed by moderators, with the version that they saw', async () => {
    const [moderator, writer] = [await world.person(), await world.person()];
    const { id } = await open(moderator);
    await world.sqlAsOwner(`insert into space_member values ($1, $2, 'write')`, [id, writer.id]);
    const page = await pageOf(moderator, id);
    const wanted = { id, ...settingsOf(page), nameEn: 'Working group', descriptionEn: 'What we do.', listed: false };
    await expect(writer.call(spaces.change, wanted, { ifMatch: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(moderator.call(spaces.change, wanted)).rejects.toMatchObject({ status: 428 });
    expect(await moderator.call(spaces.change, wanted, { ifMatch: 1 })).toEqual({ version: 2 });
    expect(await pageOf(writer, id)).toMatchObject({
      nameEn: 'Working group',
      descriptionEn: 'What we do.',
      listed: false,
    });
    await expect(moderator.call(spaces.change, wanted, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
      body: { current: { version: 2, nameEn: 'Working group' } },
    });
  });

  it('of the spaces that all members read are for coordinators; their names stay told apart', async () => {
    const [coordinator, member] = [await world.person({ roles: ['coordinator'] }), await world.person()];
    const { id } = await coordinator.call(spaces.create, {
      kind: 'members',
      name: 'Nơi hỏi nhanh',
      description: 'Hỏi nhanh',
    });
    const page = await pageOf(coordinator, id);
    const wanted = { id, ...settingsOf(page), purpose: 'Câu hỏi ngắn' };
    await expect(member.call(spaces.change, wanted, { ifMatch: page.version })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await coordinator.call(spaces.change, wanted, { ifMatch: page.version });
    expect(await pageOf(member, id)).toMatchObject({
      purpose: 'Câu hỏi ngắn',
      description: 'Hỏi nhanh',
      members: null,
    });
    await expect(coordinator.call(spaces.close, { id })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('a closed group is read by its members and written by nobody, until a moderator opens it again', async () => {
  const [moderator, writer, outsider] = [await world.person(), await world.person(), await world.person()];
  const { id } = await open(moderator);
  await world.sqlAsOwner(`insert into space_member values ($1, $2, 'write')`, [id, writer.id]);
  const threadId = await ask(world, writer, { spaceId: id });
  await expect(writer.call(spaces.close, { id })).rejects.toMatchObject({ code: 'forbidden' });
  await moderator.call(spaces.close, { id });
  await expect(moderator.call(spaces.close, { id })).rejects.toMatchObject({ code: 'illegal-transition' });
  expect((await writer.call(threads.read, { id: threadId })).thread.can).toMatchObject({ answer: false, close: false });
  for (const person of [moderator, writer])
    await expect(ask(world, person, { spaceId: id })).rejects.toMatchObject({ status: 400 });
  expect((await pageOf(moderator, id)).can).toMatchObject({ write: false, change: false, reopen: true, invite: false });
  const named = async (mine: boolean, person: Person) =>
    (await person.call(groups.list, { mine, limit: 100 })).items.some((one) => one.id === id);
  expect([await named(true, writer), await named(false, outsider)]).toEqual([true, false]);
  await moderator.call(spaces.reopen, { id });
  await ask(world, writer, { spaceId: id });
});

describe('what nobody answers', () => {
  const DAY = 86_400_000;
  afterEach(() => world.clock.set(null));

  it('lapses after 30 days by the clock, and not a day before; who asked is told, and may ask again', async () => {
    const [moderator, asker, invited] = [await world.person(), await world.person(), await world.person()];
    const { id } = await open(moderator);
    await asker.call(groups.ask, { id, note });
    await moderator.call(groups.invite, { id, personId: invited.id, note: '' });
    const waiting = async () => (await moderator.call(groups.joinings, { space: id })).items.length;
    const begun = Date.now();
    world.clock.set(new Date(begun + 29 * DAY));
    await world.jobs.run('lapse');
    expect(await waiting()).toBe(2);
    world.clock.set(new Date(begun + 30 * DAY + 60_000));
    await Promise.all([world.jobs.run('lapse'), world.jobs.run('lapse')]);
    expect(await waiting()).toBe(0);
    const told = (await inbox(asker)).filter(({ kind }) => kind === 'join_lapsed');
    expect(told).toMatchObject([{ excerpt: '', spaceId: null, by: null }]);
    expect((await inbox(invited)).map(({ kind }) => kind)).not.toContain('join_lapsed');
    const log = await world.sqlAsOwner<{ role: string; to_state: string }>(
      `select role, to_state from audit where action = 'joining.settle' and item_id = any ($1)`,
      [[asker.id, invited.id]],
    );
    expect(log).toEqual([
      { role: 'system', to_state: 'lapsed' },
      { role: 'system', to_state: 'lapsed' },
    ]);
    world.clock.set(null);
    await expect(asker.call(groups.ask, { id, note })).resolves.toEqual({ id: expect.any(Number) });
  });
});

describe('who looks at a group', () => {
  const changes = async (person: Person, after?: string) => {
    const { last, items } = await person.call(notifications.changes, { ...(after && { after }) });
    return { last, kinds: items.map(({ kind }) => kind).filter((kind) => /^(joining|space)\./.test(kind)) };
  };

  it('hears at once who came and what changed; only its moderators hear who waits', async () => {
    const [moderator, member, asker] = [await world.person(), await world.person(), await world.person()];
    const { id } = await open(moderator);
    await world.sqlAsOwner(`insert into space_member values ($1, $2, 'write')`, [id, member.id]);
    const everybody = [moderator, member, asker];
    const before: string[] = [];
    for (const one of everybody) before.push((await changes(one)).last);
    const heard = async () => {
      const found = [];
      for (const [at, one] of everybody.entries()) found.push((await changes(one, before[at])).kinds);
      return found;
    };
    const joining = await asker.call(groups.ask, { id, note });
    expect(await heard()).toEqual([['joining.opened'], [], []]);
    await moderator.call(groups.accept, joining);
    expect(await heard()).toEqual([
      ['joining.opened', 'joining.settled', 'space.memberChanged'],
      ['space.memberChanged'],
      ['space.memberChanged'],
    ]);
    await moderator.call(spaces.close, { id });
    expect((await heard()).map((kinds) => kinds.at(-1))).toEqual(['space.changed', 'space.changed', 'space.changed']);
  });
});
