import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answerInvitations, drafts, groups, home, invitations, joins, spaces, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits } from '../../test/forum.js';
import { statementsOf } from '../../test/statements.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let other: Person;

beforeAll(async () => {
  world = await openWorld();
  [asker, other] = [await world.person(), await world.person()];
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const read = (who: { call: Person['call'] }) => who.call(home.home, {});

it('greets a visitor with what is public, and counts nothing else', async () => {
  const { public: open, members } = await world.baseSpaces();
  const before = await read(world.visitor);
  const id = await ask(world, asker, { spaceId: open });
  const answered = await ask(world, asker, { spaceId: open });
  await answer(other, answered);
  const hidden = await ask(world, asker, { spaceId: members });
  await answer(other, hidden);
  const after = await read(world.visitor);
  expect(after.latest.slice(0, 2).map((card) => card.id)).toEqual([answered, id]);
  expect(after.latest.map((card) => card.id)).not.toContain(hidden);
  expect(after.unanswered).toBe(before.unanswered + 1);
  expect(after.answeredThisMonth).toBe(before.answeredThisMonth + 1);
  expect(after).toMatchObject({ duties: [], watched: [] });
});

it('lists what waits for an expert, for the asker and for a draft, oldest first, once each and five at most', async () => {
  const topic = await world.topic();
  const expert = await world.person();
  await world.sqlAsOwner(
    'insert into topic_expert (topic_id, person_id, space_id, can_answer) select $1, id, space_id, true from person where id = $2',
    [topic, expert.id],
  );
  const waiting = await ask(world, asker, { topicIds: [topic], title: 'Câu hỏi đang chờ chuyên gia' });
  const own = await ask(world, expert, { topicIds: [topic], title: 'Câu hỏi của chính chuyên gia' });
  await answer(other, own);
  await expert.call(
    drafts.saveDraft,
    { key: `answer-${waiting}`, title: '', text: 'Đang viết', fields: {} },
    { ifMatch: 0 },
  );
  const { duties } = await read(expert);
  expect(duties).toMatchObject([
    { kind: 'unanswered', id: waiting, draftKey: null, title: 'Câu hỏi đang chờ chuyên gia' },
    { kind: 'choose', id: own, reason: 'Đã có 1 câu trả lời, chưa chọn' },
    {
      kind: 'draft',
      id: waiting,
      draftKey: `answer-${waiting}`,
      title: 'Câu hỏi đang chờ chuyên gia',
      reason: 'Bản nháp chưa gửi',
    },
  ]);
  expect(duties.map((duty) => duty.at)).toEqual(duties.map((duty) => duty.at).toSorted());
  for (let n = 0; n < 4; n++) await ask(world, asker, { topicIds: [topic] });
  expect((await read(expert)).duties).toHaveLength(5);
  // Who asked him by name does not stand behind what waits for anybody.
  const byName = await ask(world, asker, { topicIds: [topic] });
  await asker.call(answerInvitations.invite, { id: byName, personIds: [expert.id] });
  expect((await read(expert)).duties).toMatchObject([{ kind: 'invited', id: byName }, { id: waiting }, {}, {}, {}]);
  await answer(expert, waiting);
  const [{ id: chosen } = { id: 0 }] = (await expert.call(threads.read, { id: own })).answers.items;
  await expert.call(threads.accept, { id: chosen });
  expect((await read(expert)).duties.map((duty) => duty.id)).not.toContain(own);
});

it('tells coordinators, and only them, what is overdue', async () => {
  const coordinator = await world.person({ roles: ['coordinator'] });
  const id = await ask(world, asker);
  await world.sqlAsOwner(`update item set created_at = now() - interval '20 days' where id = $1`, [id]);
  const { duties } = await read(coordinator);
  expect(duties).toEqual([
    expect.objectContaining({ kind: 'overdue', id, reason: 'Quá 3 ngày làm việc chưa có câu trả lời' }),
  ]);
  expect((await read(await world.person())).duties).toEqual([]);
});

it('says whether a topic was given to him or chosen by himself', async () => {
  const topic = await world.topic();
  const reader = await world.person();
  await world.sqlAsOwner(
    'insert into topic_expert (topic_id, person_id, space_id, can_answer) select $1, id, space_id, true from person where id = $2',
    [topic, reader.id],
  );
  await ask(world, asker, { topicIds: [topic] });
  expect((await read(reader)).duties).toMatchObject([{ reason: 'Thuộc chủ đề có thể trả lời, chưa có câu trả lời' }]);
  await world.sqlAsOwner('update topic_expert set expert = true where topic_id = $1', [topic]);
  expect((await read(reader)).duties).toMatchObject([{ reason: 'Thuộc chủ đề phụ trách, chưa có câu trả lời' }]);
});

describe('what those who look after others can do', () => {
  const nothing = {
    organisations: [],
    overdue: [],
    invitations: { open: 0, expired: 0 },
    joins: { waiting: 0, since: null },
    groups: [],
  };

  it('is nothing for others', async () => {
    expect((await read(asker)).care).toEqual(nothing);
    expect((await read(world.visitor)).care).toEqual(nothing);
  });

  it('gives a representative his organisation with all below, as he may read it', async () => {
    const top = await world.organisation({ name: 'Sở Thử nghiệm' });
    const below = await world.organisation({ parent: top });
    const representative = await world.person({ organisation: top });
    const last = await world.person({ organisation: below, name: 'Lê Văn Mới' });
    const hidden = await world.person({ organisation: below });
    const disabled = await world.person({ organisation: below });
    await world.sqlAsOwner(
      `insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2`,
      [top, representative.id],
    );
    await world.sqlAsOwner(`update person set joined_at = now() + interval '1 hour' where id = $1`, [last.id]);
    await world.sqlAsOwner(`update person set joined_at = now() + interval '2 hours' where id = any ($1)`, [
      [hidden.id, disabled.id],
    ]);
    await world.sqlAsOwner('update item set space_id = $1 where id = $2', [
      await world.space({ kind: 'group' }),
      hidden.id,
    ]);
    await world.sqlAsOwner('update account set disabled_at = now() where person_id = $1', [disabled.id]);
    expect((await read(representative)).care).toMatchObject({
      ...nothing,
      organisations: [{ id: top, name: 'Sở Thử nghiệm', people: 2, last: { id: last.id, name: 'Lê Văn Mới' } }],
    });
  });

  it('gives moderators and editors the newest questions that wait too long, and only what they may read', async () => {
    const group = await world.space({ kind: 'group', members: [asker] });
    const [open, hidden] = [await ask(world, asker), await ask(world, asker, { spaceId: group })];
    await world.sqlAsOwner(`update item set created_at = now() - interval '19 days' where id = any ($1)`, [
      [open, hidden],
    ]);
    for (const role of ['moderator', 'editor'] as const) {
      const { overdue } = (await read(await world.person({ roles: [role] }))).care;
      expect(overdue[0]).toMatchObject({
        kind: 'overdue',
        id: open,
        reason: 'Quá 3 ngày làm việc chưa có câu trả lời',
      });
      expect(overdue.map(({ id }) => id)).not.toContain(hidden);
    }
    // What stands among his duties does not stand here once more.
    const both = await read(await world.person({ roles: ['moderator', 'coordinator'] }));
    expect(both.duties.map(({ id }) => id)).toContain(open);
    expect(both.care.overdue.map(({ id }) => id)).not.toContain(open);
  });

  it('is nothing before he accepted the rules, whatever his roles', async () => {
    const organisationId = await world.organisation();
    const administrator = await world.person({ roles: ['administrator'] });
    const given = { email: 'truoc@moi.example', name: 'Lê Văn Mời', title: 'Chuyên viên', unit: '', organisationId };
    const { id } = await administrator.call(invitations.invite, given);
    for (const role of ['coordinator', 'administrator', 'moderator', 'editor'] as const) {
      expect((await read(await world.person({ roles: [role], member: false }))).care).toEqual(nothing);
    }
    await administrator.call(invitations.revokeInvitation, { id });
  });

  it('counts the requests to join that he decides, and those of the groups that he moderates, in the same statements', async () => {
    const top = await world.organisation({ name: 'Sở Có Đầu mối' });
    const below = await world.organisation({ parent: top });
    const elsewhere = await world.organisation();
    const [representative, member] = [await world.person({ organisation: top }), await world.person()];
    await world.sqlAsOwner(
      `insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2`,
      [top, representative.id],
    );
    const wish = (organisationId: number, email: string) => ({
      organisationId,
      email,
      name: 'Lê Văn Xin',
      title: 'Chuyên viên',
    });
    const before = (await read(await world.person({ roles: ['coordinator'] }))).care.joins.waiting;
    await world.visitor.call(joins.askToJoin, wish(below, 'xin-1@moi.example'));
    await world.visitor.call(joins.askToJoin, wish(elsewhere, 'xin-2@moi.example'));
    await representative.call(joins.inviteColleague, wish(top, 'xin-3@moi.example'));
    expect((await read(representative)).care.joins).toEqual({ waiting: 1, since: expect.any(String) });
    expect((await representative.call(joins.list, {})).items.filter(({ can }) => can.decide)).toHaveLength(1);
    const coordinator = await world.person({ roles: ['coordinator'] });
    expect((await read(coordinator)).care.joins.waiting).toBe(before + 3);
    expect((await read(member)).care).toEqual(nothing);

    const group = {
      kind: 'group' as const,
      name: 'Nhóm có người chờ',
      purpose: 'Cùng làm',
      listed: true,
      takesRequests: true,
    };
    const { id } = await member.call(spaces.create, group);
    const asked = [await world.person(), await world.person()];
    for (const one of asked) await one.call(groups.ask, { id, note: 'Muốn cùng làm.' });
    await member.call(groups.invite, { id, personId: representative.id, note: '' });
    expect((await read(member)).care).toEqual({
      ...nothing,
      groups: [{ id, name: group.name, nameEn: '', waiting: 2, since: expect.any(String) }],
    });
    // Neither who asks, nor who was invited, nor a role over the whole decides there.
    for (const one of [asked[0]!, representative, coordinator]) expect((await read(one)).care.groups).toEqual([]);
  });

  it('counts the invitations that he may manage', async () => {
    const organisationId = await world.organisation();
    const administrator = await world.person({ roles: ['administrator'] });
    const coordinator = await world.person({ roles: ['coordinator'] });
    const invite = async (name: string, roles: ('editor' | 'coordinator')[] = []) => {
      const email = `${name}@moi.example`;
      const given = { email, name: 'Lê Văn Mời', title: 'Chuyên viên', unit: '', organisationId, roles };
      return (await administrator.call(invitations.invite, given)).id;
    };
    const [one, two] = [await invite('mot'), await invite('hai'), await invite('ba', ['editor'])];
    expect((await read(administrator)).care.invitations).toEqual({ open: 3, expired: 0 });
    expect((await read(coordinator)).care.invitations).toEqual({ open: 2, expired: 0 });
    await world.sqlAsOwner(`update invitation set expires_at = now() - interval '1 hour' where id = any ($1)`, [
      [one, two],
    ]);
    await invite('hai');
    expect((await read(coordinator)).care.invitations).toEqual({ open: 1, expired: 1 });
    expect((await read(await world.person({ roles: ['moderator'] }))).care.invitations).toEqual(nothing.invitations);
  });
});

it('shows new posts of others where one watches, the newest first', async () => {
  const reader = await world.person();
  const [one, own] = [await ask(world, asker), await ask(world, asker)];
  const two = await ask(world, asker, { kind: 'discussion' });
  for (const id of [one, two, own]) await reader.call(threads.watch, { id, level: 'watch' });
  await answer(other, two);
  await answer(other, one);
  await answer(reader, own);
  const { watched } = await read(reader);
  expect(watched).toMatchObject([
    { threadId: one, kind: 'question', answers: 1, accepted: false, by: { personId: other.id } },
    { threadId: two, kind: 'discussion', answers: 1 },
  ]);
  expect(watched).toHaveLength(2);
});

it('is two statements, the viewer apart', async () => {
  // Whichever read is the twentieth also tells the other processes how many there were.
  const own = async (who: { call: Person['call'] }) =>
    (await statementsOf(() => read(who))).filter(({ text }) => !text.includes('rate_limit'));
  expect(await own(asker)).toHaveLength(4);
  expect(await own(world.visitor)).toHaveLength(2);
});
