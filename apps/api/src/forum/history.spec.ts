import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { history, posts, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits } from '../../test/forum.js';
import { isSmall } from './words.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let author: Person;
let other: Person;

beforeAll(async () => {
  world = await openWorld();
  [author, other] = [await world.person({ name: 'Nguyễn Thị Viết' }), await world.person({ name: 'Trần Văn Sửa' })];
});
beforeEach(() => freshLimits(world));
afterEach(() => world.clock.set(null));
afterAll(() => world.close());

const START = Date.now();
const minutes = (count: number) => world.clock.set(new Date(START + count * 60_000));
const edit = (who: Person, id: number, text: string, ifMatch: number) =>
  who.call(posts.editPost, { id, text }, { ifMatch });
const listed = async (who: Person, id: number) => (await who.call(history.history, { id })).items;
const LONG = 'Đơn vị đã gửi công văn hỏi cơ quan chủ quản và đang chờ văn bản trả lời chính thức. '.repeat(2);

describe('the history of a post', () => {
  it('keeps what stood there, who changed it and when, and names the words that came and went', async () => {
    minutes(0);
    const thread = await ask(world, other);
    const { id } = await answer(author, thread, 'Gia hạn chứng thư số của máy chủ bảo mật.');
    expect(await listed(other, id)).toEqual([]);
    minutes(60);
    await edit(author, id, 'Gia hạn chứng thư số của máy chủ dịch vụ.', 1);
    const items = await listed(other, id);
    expect(items.map(({ number, by }) => [number, by.name])).toEqual([
      [2, author.name],
      [1, author.name],
    ]);
    expect(Date.parse(items[1]!.at)).toBe(START);
    const { text } = await other.call(history.readRevision, { id, number: 2 });
    expect(text.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'bảo' },
      { kind: 'added', text: 'dịch' },
      { kind: 'removed', text: 'mật' },
      { kind: 'added', text: 'vụ' },
    ]);
    const first = await other.call(history.readRevision, { id, number: 1 });
    expect(first.text).toEqual([{ kind: 'added', text: 'Gia hạn chứng thư số của máy chủ bảo mật.' }]);
    await expect(other.call(history.readRevision, { id, number: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('makes no revision of a small change within five minutes, and one of a large or a later one', async () => {
    minutes(0);
    const { id } = await answer(author, await ask(world, other), 'Bản đầu tiên của câu trả lời.');
    minutes(4);
    await edit(author, id, 'Bản đầu của câu trả lời.', 1);
    expect(await listed(author, id)).toEqual([]);
    await edit(author, id, `Bản đầu của câu trả lời. ${LONG}`, 2);
    expect(await listed(author, id)).toHaveLength(2);
    minutes(8);
    await edit(author, id, `Bản hai của câu trả lời. ${LONG}`, 3);
    expect(await listed(author, id)).toHaveLength(2);
    const { text } = await author.call(history.readRevision, { id, number: 2 });
    expect(text.some((part) => part.kind === 'added' && part.text.includes('hai'))).toBe(true);
    minutes(10);
    await edit(author, id, `Bản ba của câu trả lời. ${LONG}`, 4);
    expect(await listed(author, id)).toHaveLength(3);
  });

  it('holds the title of a question, and moves with it to another space', async () => {
    minutes(0);
    const groups = [
      await world.space({ kind: 'group', members: [{ id: author.id }, { id: other.id }] }),
      await world.space({ kind: 'group', members: [{ id: author.id }] }),
    ];
    const topicIds = [await world.topic()];
    const text = 'Nội dung câu hỏi giữ nguyên như trước.';
    const id = await ask(world, author, { spaceId: groups[0]!, topicIds, title: 'Kết nối trục liên thông', text });
    minutes(9);
    await author.call(threads.edit, { id, title: 'Kết nối trục tích hợp', text, topicIds }, { ifMatch: 1 });
    const { title, text: body } = await other.call(history.readRevision, { id, number: 2 });
    expect(title).toContainEqual({ kind: 'removed', text: 'liên' });
    expect(body).toEqual([{ kind: 'same', text }]);
    await world.sqlAsOwner('update item set space_id = $2 where id = $1', [id, groups[1]]);
    await expect(other.call(history.history, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(other.call(history.readRevision, { id, number: 2 })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listed(author, id)).toHaveLength(2);
  });

  it('is not for visitors, and same for hidden and absent posts', async () => {
    const id = await ask(world, author);
    await expect(world.visitor.call(history.history, { id })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(author.call(history.history, { id: 999_999_999 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('an answer that several may change', () => {
  it('is opened by its author alone, changed by others behind If-Match, and names each editor', async () => {
    minutes(0);
    const thread = await ask(world, other);
    const { id } = await answer(author, thread, 'Danh mục tài liệu cần nộp, xin bổ sung.');
    await expect(edit(other, id, 'Danh mục tài liệu cần nộp, đã bổ sung.', 1)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(other.call(history.setWiki, { id, wiki: true })).rejects.toMatchObject({ code: 'forbidden' });
    await author.call(history.setWiki, { id, wiki: true });
    await author.call(history.setWiki, { id, wiki: true });
    const logged = await world.sqlAsOwner(
      `select to_state from audit where action = 'answer.setWiki' and item_id = $1`,
      [id],
    );
    expect(logged).toEqual([{ to_state: 'wiki' }]);
    const [shown] = (await other.call(threads.read, { id: thread })).answers.items;
    expect(shown).toMatchObject({ wiki: true, can: { edit: true, wiki: false } });
    await edit(other, id, 'Danh mục tài liệu cần nộp, đã bổ sung.', 1);
    const stale = edit(author, id, 'Bản cũ của tác giả.', 1);
    await expect(stale).rejects.toMatchObject({ status: 412, body: { current: { version: 2 } } });
    await expect(other.call(posts.editPost, { id, text: 'Không nêu phiên bản' })).rejects.toMatchObject({
      status: 428,
    });
    expect((await listed(author, id)).map(({ by }) => by.name)).toEqual([other.name, author.name]);
    await author.call(history.setWiki, { id, wiki: false });
    await expect(edit(other, id, 'Sửa thêm lần nữa.', 2)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is no question and no comment', async () => {
    const id = await ask(world, author);
    await expect(author.call(history.setWiki, { id, wiki: true })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('a change of fewer than 100 characters is small, in either direction', () => {
  const text = 'một hai ba bốn năm '.repeat(500);
  expect(isSmall(text, text.replace('hai', 'sáu'))).toBe(true);
  expect(isSmall(text, text.replaceAll('hai', 'sáu'))).toBe(false);
  expect(isSmall(text, `${text}${'x'.repeat(100)}`)).toBe(false);
});
