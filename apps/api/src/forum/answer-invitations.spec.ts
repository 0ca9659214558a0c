import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answerInvitations, home, notifications, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits, settle } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let invited: Person;
let other: Person;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await freshLimits(world);
  [asker, invited, other] = [
    await world.person({ name: 'Nguyễn Thị Hỏi' }),
    await world.person({ name: 'Trần Văn Đáp' }),
    await world.person({ name: 'Lê Thị Khác' }),
  ];
});
afterEach(() => world.clock.set(null));
afterAll(() => world.close());

const invite = (who: Person, id: number, ...people: { id: number }[]) =>
  who.call(answerInvitations.invite, { id, personIds: people.map((person) => person.id) });
const listed = async (who: Person, id: number) => (await who.call(answerInvitations.list, { id })).items;
const states = async (who: Person, id: number) =>
  (await listed(who, id)).map(({ person, state }) => [person.id, state]);
const told = async (who: Person) => (await who.call(notifications.inbox, {})).items;
const DAY_MS = 86_400_000;

describe('inviting to answer', () => {
  it('tells each once, in the inbox and by a mail whose button opens the plain text box', async () => {
    const id = await ask(world, asker, { title: 'Cấu hình trục liên thông của tỉnh' });
    expect(await invite(asker, id, invited, other)).toEqual({ invited: 2 });
    expect(await invite(asker, id, invited)).toEqual({ invited: 0 });
    await settle(world);
    const [notice, ...more] = await told(invited);
    expect(notice).toMatchObject({ kind: 'invited', threadId: id, by: { name: asker.name } });
    expect(more).toEqual([]);
    expect(await states(other, id)).toEqual([
      [invited.id, 'open'],
      [other.id, 'open'],
    ]);
    world.clock.set(new Date(Date.now() + 11 * 60_000));
    await world.jobs.run('mailUnread');
    const letter = world.mailbox.letters.find(({ to }) => to === `person-${invited.id}@test.example`);
    expect(letter?.text).toContain(`/tra-loi/${id}`);
    expect(letter?.text).toContain('mời ông/bà trả lời câu hỏi');
  });

  it('stands among the duties and is answered with one tap, then by an answer; every move is logged', async () => {
    const id = await ask(world, asker);
    await invite(asker, id, invited);
    const duty = (await invited.call(home.home, {})).duties.find((one) => one.kind === 'invited');
    expect(duty).toMatchObject({ id, reason: 'Được mời trả lời' });
    world.clock.set(new Date('2026-11-24T20:00:00Z'));
    const promised = await invited.call(answerInvitations.reply, { id, reply: 'will_answer' });
    expect(promised).toEqual({ state: 'will_answer', answerBy: '2026-11-27' });
    expect((await invited.call(answerInvitations.mine, {})).items).toMatchObject([
      { threadId: id, state: 'will_answer', answerBy: '2026-11-27' },
    ]);
    await answer(invited, id);
    expect(await states(asker, id)).toEqual([[invited.id, 'answered']]);
    expect((await invited.call(answerInvitations.mine, {})).items).toEqual([]);
    const again = invited.call(answerInvitations.reply, { id, reply: 'not_my_field' });
    await expect(again).rejects.toMatchObject({ status: 409, body: { allowed: [] } });
    const moves = await world.sqlAsOwner(
      `select from_state, to_state from audit where action like 'answerInvitation.%' and item_id = $1 order by id`,
      [id],
    );
    expect(moves).toEqual([
      { from_state: null, to_state: 'open' },
      { from_state: 'open', to_state: 'will_answer' },
      { from_state: 'will_answer', to_state: 'answered' },
    ]);
  });

  it('is handed on to somebody, who is told, or given back', async () => {
    const id = await ask(world, asker);
    await invite(asker, id, invited);
    const alone = invited.call(answerInvitations.reply, { id, reply: 'handed_on' });
    await expect(alone).rejects.toMatchObject({ code: 'invalid-input' });
    await invited.call(answerInvitations.reply, { id, reply: 'handed_on', personId: other.id });
    const items = await listed(asker, id);
    expect(items).toMatchObject([
      { person: { id: invited.id }, state: 'handed_on', handedTo: { id: other.id } },
      { person: { id: other.id }, state: 'open' },
    ]);
    await settle(world);
    expect(await told(other)).toMatchObject([{ kind: 'invited', by: { personId: invited.id } }]);
    await other.call(answerInvitations.reply, { id, reply: 'not_my_field' });
    expect((await states(asker, id))[1]).toEqual([other.id, 'not_my_field']);
  });

  it('asks at most five by name at a time; who said no frees a place', async () => {
    const id = await ask(world, asker);
    const people = await Promise.all(Array.from({ length: 6 }, () => world.person()));
    await invite(asker, id, ...people.slice(0, 5));
    await expect(invite(other, id, people[5]!)).rejects.toMatchObject({
      body: { errors: [{ pointer: '/personIds', code: 'too-many' }] },
    });
    await people[0]!.call(answerInvitations.reply, { id, reply: 'not_my_field' });
    expect(await invite(other, id, people[5]!)).toEqual({ invited: 1 });
  });

  it('reaches only who can read the question: the unable and the absent are answered alike', async () => {
    const spaceId = await world.space({ kind: 'group', members: [{ id: asker.id }, { id: other.id }] });
    const id = await ask(world, asker, { spaceId });
    const refusals = await Promise.all(
      [invited, { id: 999_999_999 }].map((person) => invite(asker, id, person).catch((error) => error.body)),
    );
    expect(refusals[0].errors).toEqual([expect.objectContaining({ pointer: '/personIds', code: 'choice' })]);
    expect({ ...refusals[0], requestId: '' }).toEqual({ ...refusals[1], requestId: '' });
    await expect(invited.call(answerInvitations.list, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(invite(invited, id, other)).rejects.toMatchObject({ code: 'not-found' });
    expect(await invite(asker, id, other)).toEqual({ invited: 1 });
    await expect(invite(asker, id, asker)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('asks the members of a group that the inviter sees, each once', async () => {
    const group = await world.space({ kind: 'group', members: [asker, invited, other].map(({ id }) => ({ id })) });
    const id = await ask(world, asker);
    await invite(asker, id, other);
    expect(await asker.call(answerInvitations.invite, { id, spaceId: group })).toEqual({ invited: 1 });
    const stranger = await world.person();
    const hidden = stranger.call(answerInvitations.invite, { id, spaceId: group });
    await expect(hidden).rejects.toMatchObject({ body: { errors: [{ pointer: '/spaceId', code: 'choice' }] } });
  });

  it('is not for closed questions, discussions, visitors, or who was not invited', async () => {
    const id = await ask(world, asker);
    await expect(other.call(answerInvitations.reply, { id, reply: 'will_answer' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await asker.call(threads.close, { id, reason: 'other' });
    await expect(invite(asker, id, other)).rejects.toMatchObject({ code: 'thread-closed' });
    const talk = await ask(world, asker, { kind: 'discussion' });
    await expect(invite(asker, talk, other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(world.visitor.call(answerInvitations.list, { id })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('runs out after six working days, or two after the promised day', async () => {
    const id = await ask(world, asker);
    await invite(asker, id, invited, other);
    await other.call(answerInvitations.reply, { id, reply: 'will_answer' });
    const expire = () => world.jobs.run('expire');
    await expire();
    expect((await states(asker, id)).map(([, state]) => state)).toEqual(['open', 'will_answer']);
    world.clock.set(new Date(Date.now() + 15 * DAY_MS));
    await expire();
    await expire();
    expect((await states(asker, id)).map(([, state]) => state)).toEqual(['expired', 'expired']);
    const logged = await world.sqlAsOwner(
      `select count(*)::int as n from audit where action = 'answerInvitation.expire' and item_id = $1`,
      [id],
    );
    expect(logged).toEqual([{ n: 2 }]);
    await invited.call(answerInvitations.reply, { id, reply: 'will_answer' });
    expect((await states(asker, id))[0]).toEqual([invited.id, 'will_answer']);
  });
});
