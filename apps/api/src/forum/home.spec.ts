import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { drafts, home, threads } from '@hat-nhan/contracts';
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
  expect(await statementsOf(() => read(asker))).toHaveLength(4);
  expect(await statementsOf(() => read(world.visitor))).toHaveLength(2);
});
