import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { arranging, drafts, home, posts } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { ask } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let writer: Person;

beforeAll(async () => {
  world = await openWorld();
  writer = await world.person();
});
afterAll(() => world.close());

const save = (who: Person, key: string, text: string, ifMatch: number) =>
  who.call(drafts.saveDraft, { key, title: 'Tiêu đề nháp', text, fields: { topicIds: '1,2' } }, { ifMatch });

it('goes on where it was left, on another device', async () => {
  expect(await writer.call(drafts.readDraft, { key: 'ask' })).toMatchObject({ version: 0, text: '', fields: {} });
  expect(await save(writer, 'ask', 'Câu đầu', 0)).toMatchObject({ version: 1 });
  expect(await save(writer, 'ask', 'Câu đầu, câu hai', 1)).toMatchObject({ version: 2 });
  const draft = await writer.call(drafts.readDraft, { key: 'ask' });
  expect(draft).toMatchObject({
    version: 2,
    title: 'Tiêu đề nháp',
    text: 'Câu đầu, câu hai',
    fields: { topicIds: '1,2' },
  });
  expect((await writer.call(drafts.drafts, {})).items).toEqual([{ ...draft, thread: null }]);
});

it('shows the second of two tabs what the first one saved, and loses neither', async () => {
  const settled = await Promise.allSettled([
    save(writer, 'hai-the', 'Thẻ một', 0),
    save(writer, 'hai-the', 'Thẻ hai', 0),
  ]);
  const lost = settled.find((one) => one.status === 'rejected');
  const { text } = await writer.call(drafts.readDraft, { key: 'hai-the' });
  expect(lost?.reason).toMatchObject({ code: 'stale', body: { current: { version: 1, text, title: 'Tiêu đề nháp' } } });
  await expect(save(writer, 'hai-the', 'Muộn', 7)).rejects.toMatchObject({
    code: 'stale',
    body: { current: { version: 1 } },
  });
});

it('tells a tab whose draft was sent elsewhere that there is none', async () => {
  await save(writer, 'da-gui', 'Sắp gửi', 0);
  await writer.call(drafts.removeDraft, { key: 'da-gui' });
  expect(await writer.call(drafts.removeDraft, { key: 'da-gui' })).toEqual({ done: true });
  await expect(save(writer, 'da-gui', 'Gõ tiếp', 1)).rejects.toMatchObject({
    code: 'stale',
    body: { current: { version: 0, text: '' } },
  });
});

it('takes 50 of a person, and lists the beginning of each', async () => {
  const many = await world.person();
  const text = 'ệ'.repeat(401);
  await world.sqlAsOwner(
    `insert into draft (person_id, key, text) select $1, 'cau-' || n, $2 from generate_series(1, 49) n`,
    [many.id, text],
  );
  await save(many, 'cuoi', text, 0);
  await expect(save(many, 'them', text, 0)).rejects.toMatchObject({
    code: 'invalid-input',
    body: { errors: [{ pointer: '/key', code: 'too-many', message: expect.stringContaining('50') }] },
  });
  expect(await save(many, 'cuoi', text, 1)).toMatchObject({ version: 2 });
  await expect(save(many, 'cuoi', text, 0)).rejects.toMatchObject({ code: 'stale' });
  const { items } = await many.call(drafts.drafts, {});
  expect(items.map((one) => one.text.length)).toEqual(Array<number>(50).fill(400));
  expect((await many.call(drafts.readDraft, { key: 'cuoi' })).text).toBe(text);
  await many.call(drafts.removeDraft, { key: 'cau-1' });
  expect(await save(many, 'them', text, 0)).toMatchObject({ version: 1 });
});

it('keeps a form, not a store: 20 fields, and the beginning of each in the list', async () => {
  const many = await world.person();
  const input = (count: number) => ({
    key: 'mau',
    title: '',
    text: '',
    fields: Object.fromEntries(Array.from({ length: count }, (_, n) => [`o${n}`, 'ệ'.repeat(401)])),
  });
  await many.call(drafts.saveDraft, input(20), { ifMatch: 0 });
  await expect(many.call(drafts.saveDraft, input(21), { ifMatch: 1 })).rejects.toMatchObject({
    body: { errors: [{ pointer: '/fields', code: 'too-many' }] },
  });
  const [listed] = (await many.call(drafts.drafts, {})).items;
  expect(Object.values(listed!.fields).map((value) => value.length)).toEqual(Array<number>(20).fill(400));
});

it('names what it answers, as long as the writer may read it', async () => {
  const { members, state } = await world.baseSpaces();
  const reader = await world.person();
  const id = await ask(world, writer, { spaceId: members, title: 'Câu hỏi đang được trả lời' });
  await save(reader, `answer-${id}`, 'Đang viết', 0);
  const [listed] = (await reader.call(drafts.drafts, {})).items;
  expect(listed).toMatchObject({ thread: { id, title: 'Câu hỏi đang được trả lời', kind: 'question' } });
  const enterprise = await world.person({ enterprise: true });
  await save(enterprise, `answer-${await ask(world, writer, { spaceId: state })}`, 'Đoán số', 0);
  expect((await enterprise.call(drafts.drafts, {})).items).toMatchObject([{ text: 'Đoán số', thread: null }]);
});

it('is nobody else’s', async () => {
  const other = await world.person({ roles: ['administrator'] });
  await save(writer, 'rieng', 'Chỉ mình tôi', 0);
  expect(await other.call(drafts.readDraft, { key: 'rieng' })).toMatchObject({ version: 0, text: '' });
  expect((await other.call(drafts.drafts, {})).items).toEqual([]);
  await expect(world.visitor.call(drafts.drafts, {})).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('goes on in the thread into which a question was merged; of two drafts neither text nor files are lost', async () => {
  const moderator = await world.person({ roles: ['moderator'] });
  const [one, two] = [await world.person(), await world.person()];
  const [id, targetId] = [await ask(world, writer), await ask(world, writer, { title: 'Câu hỏi nhận phần được gộp' })];
  const put = (who: Person, thread: number, text: string, files: string, ifMatch = 0) =>
    who.call(drafts.saveDraft, { key: `answer-${thread}`, title: '', text, fields: { files } }, { ifMatch });
  await put(one, id, 'Đang viết dở', 'a');
  await put(two, id, 'Phần thứ hai', 'b');
  await put(two, targetId, 'Phần thứ nhất', 'c');
  await moderator.call(arranging.merge, { id, targetId });
  const of = async (who: Person) =>
    (await who.call(drafts.drafts, {})).items.map(({ key, text, fields, thread }) => [key, text, fields, thread?.id]);
  expect(await of(one)).toEqual([[`answer-${targetId}`, 'Đang viết dở', { files: 'a' }, targetId]]);
  expect(await of(two)).toEqual([[`answer-${targetId}`, 'Phần thứ nhất\n\nPhần thứ hai', { files: 'c,b' }, targetId]]);
  expect((await one.call(home.home, {})).duties).toMatchObject([
    { kind: 'draft', id: targetId, title: 'Câu hỏi nhận phần được gộp' },
  ]);
  // A page that was open writes on in the same draft, and sees what it does not know yet.
  expect(await put(one, id, 'Đang viết dở, viết tiếp', 'a', 1)).toMatchObject({ version: 2 });
  await expect(put(two, id, 'Phần thứ hai, viết tiếp', 'b', 1)).rejects.toMatchObject({
    code: 'stale',
    body: { current: { text: 'Phần thứ nhất\n\nPhần thứ hai' } },
  });
  await one.call(posts.reply, { id: targetId, text: 'Đã viết xong', draftKey: `answer-${targetId}` });
  expect(await of(one)).toEqual([]);
});
