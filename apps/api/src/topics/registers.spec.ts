import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notifications, registers, threads, topics } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { ask, settle } from '../../test/forum.js';
import { loadRegistries } from '../registries/load.js';

let world: World;
let administrator: Awaited<ReturnType<World['person']>>;
let editor: Awaited<ReturnType<World['person']>>;
beforeAll(async () => {
  world = await openWorld();
  await loadRegistries(world.ownerUrl);
  administrator = await world.person({ roles: ['administrator'] });
  editor = await world.person({ roles: ['editor'] });
});
afterAll(() => world.close());

const words = {
  name: 'Trí tuệ nhân tạo',
  nameEn: 'Artificial intelligence',
  description: 'Dùng AI.',
  descriptionEn: 'Using AI.',
};
const listed = async () => (await administrator.call(registers.topics, {})).items;
const one = async (id: number) => (await listed()).find((topic) => topic.id === id)!;
const choosable = async () => (await world.visitor.call(topics.list, {})).items.map(({ id }) => id);

describe('topics', () => {
  it('are added, renamed under the same address, and found by their new name', async () => {
    const { id } = await administrator.call(registers.addTopic, words);
    const second = await administrator.call(registers.addTopic, words);
    expect([(await one(id)).slug, (await one(second.id)).slug]).toEqual([
      'tri-tue-nhan-tao',
      `tri-tue-nhan-tao--${second.id}`,
    ]);
    // What the next one would be called is somebody's name already.
    await administrator.call(registers.addTopic, { ...words, name: `${words.name} ${second.id + 2}` });
    const fourth = await administrator.call(registers.addTopic, words);
    expect(fourth.id).toBe(second.id + 2);
    const saved = await administrator.call(registers.editTopic, { id, ...words, name: 'Học máy' }, { ifMatch: 1 });
    expect(saved).toEqual({ version: 2 });
    expect(await world.visitor.call(topics.read, { slug: 'tri-tue-nhan-tao' })).toMatchObject({
      name: 'Học máy',
      retired: false,
    });
    await expect(administrator.call(registers.editTopic, { id, ...words }, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
      body: { current: expect.objectContaining({ name: 'Học máy', version: 2 }) },
    });
  });

  it('are retired, not deleted: threads keep them, nobody chooses them any more', async () => {
    const id = await world.topic({ name: 'Sắp thôi dùng' });
    const { public: spaceId } = await world.baseSpaces();
    const asker = await world.person();
    const thread = await ask(world, asker, { spaceId, topicIds: [id] });
    await administrator.call(registers.retireTopic, { id, retired: true }, { ifMatch: 1 });
    expect(await choosable()).not.toContain(id);
    expect((await asker.call(threads.read, { id: thread })).thread.topics.map((topic) => topic.id)).toEqual([id]);
    const other = { title: 'Câu hỏi khác về việc này', text: 'Nội dung câu hỏi khác về việc này.' };
    await expect(ask(world, asker, { spaceId, topicIds: [id], ...other })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await administrator.call(registers.retireTopic, { id, retired: false }, { ifMatch: 2 });
    expect(await choosable()).toContain(id);
  });

  it('stand in the order that was given, and keep what was written when the registry is loaded again', async () => {
    const [first, second, ...rest] = await listed();
    const { order } = await administrator.call(registers.topics, {});
    const ids = [second!.id, first!.id, ...rest.map(({ id }) => id)];
    expect(await administrator.call(registers.orderTopics, { ids }, { ifMatch: order })).toEqual({
      version: order + 1,
    });
    const other = administrator.call(registers.orderTopics, { ids: ids.toReversed() }, { ifMatch: order });
    await expect(other).rejects.toMatchObject({ code: 'stale', body: { current: { version: order + 1 } } });
    const named = { ...words, name: 'Tên do quản trị viên đặt' };
    await administrator.call(registers.editTopic, { id: first!.id, ...named }, { ifMatch: first!.version });
    await loadRegistries(world.ownerUrl);
    expect((await listed()).slice(0, 2).map(({ id }) => id)).toEqual([second!.id, first!.id]);
    expect((await one(first!.id)).name).toBe(named.name);
  });

  it('put in an order, are still corrected by the registry of a later version', async () => {
    const { items, order } = await administrator.call(registers.topics, {});
    const ids = items.filter(({ retired }) => !retired).map(({ id }) => id);
    await administrator.call(registers.orderTopics, { ids: ids.toReversed() }, { ifMatch: order });
    const [topic] = await world.sqlAsOwner<{ id: number; description: string }>(
      `select id, description from topic where not edited and quote <> '' order by id limit 1`,
    );
    await world.sqlAsOwner(`update topic set description = 'Bản cũ của tệp' where id = $1`, [topic!.id]);
    const before = (await listed()).map(({ id }) => id);
    await loadRegistries(world.ownerUrl);
    expect((await one(topic!.id)).description).toBe(topic!.description);
    expect((await listed()).map(({ id }) => id)).toEqual(before);
  });

  it('added with a key are answered again only to who still keeps them', async () => {
    const former = await world.person({ roles: ['administrator'] });
    const add = () => former.call(registers.addTopic, { ...words, name: 'Chủ đề gửi hai lần' }, { key: 'chu-de-0001' });
    const { id } = await add();
    expect(await add()).toEqual({ id });
    await world.sqlAsOwner('delete from account_role where person_id = $1', [former.id]);
    await expect(add()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are kept by administrators alone, and only those that there are', async () => {
    await expect(editor.call(registers.topics, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(editor.call(registers.addTopic, words)).rejects.toMatchObject({ code: 'forbidden' });
    const absent = administrator.call(registers.editTopic, { id: 2_000_000_000, ...words }, { ifMatch: 1 });
    await expect(absent).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the glossary', () => {
  const word = {
    abbreviation: 'NDXP',
    meaning: 'Nền tảng tích hợp',
    meaningEn: '',
    synonyms: '',
    source: 'Quyết định thử',
  };
  const meanings = async (q: string) =>
    (await world.visitor.call(topics.abbreviations, { q })).items.map((row) => row.meaning);

  it('gains, changes and retires words, and keeps what they were, by whom and from where', async () => {
    const { id } = await editor.call(registers.addWord, { ...word, abbreviation: 'XYZT' });
    expect(await meanings('xyzt')).toEqual([word.meaning]);
    const next = { ...word, abbreviation: 'XYZT', meaning: 'Nghĩa mới', source: 'Thông tư thử' };
    await editor.call(registers.editWord, { id, ...next }, { ifMatch: 1 });
    await administrator.call(registers.retireWord, { id, retired: true }, { ifMatch: 2 });
    expect(await meanings('xyzt')).toEqual([]);
    const { items } = await editor.call(registers.wordHistory, { id });
    expect(items.map(({ version, meaning, source, by }) => [version, meaning, source, by])).toEqual([
      [2, 'Nghĩa mới', 'Thông tư thử', administrator.name],
      [1, word.meaning, 'Quyết định thử', editor.name],
    ]);
    await expect(editor.call(registers.editWord, { id, ...next }, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'stale',
    });
    await editor.call(registers.retireWord, { id, retired: false }, { ifMatch: 3 });
    expect(await meanings('xyzt')).toEqual(['Nghĩa mới']);
  });

  it('keeps what was changed when the registry is loaded again, and does not bring the old meaning back', async () => {
    const { items } = await editor.call(registers.glossary, {});
    const known = items.find(({ abbreviation }) => abbreviation === 'LGSP')!;
    const changed = { ...word, abbreviation: 'LGSP', meaning: 'Nghĩa do biên tập viên ghi' };
    await editor.call(registers.editWord, { id: known.id, ...changed }, { ifMatch: known.version });
    await loadRegistries(world.ownerUrl);
    expect(await meanings('lgsp')).toEqual([changed.meaning]);
  });

  it('tells every open page, a visitor’s too, that it changed, and nothing where it did not', async () => {
    const { last } = await world.visitor.call(notifications.changes, {});
    const { id } = await editor.call(registers.addWord, { ...word, abbreviation: 'TYUI' });
    await editor.call(registers.editWord, { id, ...word, abbreviation: 'TYUI', meaning: 'Khác' }, { ifMatch: 1 });
    await editor.call(registers.retireWord, { id, retired: true }, { ifMatch: 2 });
    await expect(editor.call(registers.retireWord, { id, retired: true }, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'stale',
    });
    await settle(world);
    const { items } = await world.visitor.call(notifications.changes, { after: last });
    expect(items).toEqual([1, 2, 3].map((version) => ({ kind: 'glossary.changed', itemId: 0, version })));
  });

  it('says the same once, unless the first was retired; a replay is for who still keeps it', async () => {
    const former = await world.person({ roles: ['editor'] });
    const twice = { ...word, abbreviation: 'QZTR' };
    const add = (key: string) => former.call(registers.addWord, twice, { key });
    const { id } = await add('tu-viet-tat-1');
    expect(await add('tu-viet-tat-1')).toEqual({ id });
    await expect(add('tu-viet-tat-2')).rejects.toMatchObject({ code: 'already-exists' });
    const other = await editor.call(registers.addWord, { ...twice, meaning: 'Nghĩa khác' });
    await expect(editor.call(registers.editWord, { id: other.id, ...twice }, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'already-exists',
    });
    await editor.call(registers.retireWord, { id, retired: true }, { ifMatch: 1 });
    await editor.call(registers.editWord, { id: other.id, ...twice }, { ifMatch: 1 });
    await expect(editor.call(registers.retireWord, { id, retired: false }, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'already-exists',
    });
    expect(await meanings('qztr')).toEqual([word.meaning]);
    await world.sqlAsOwner('delete from account_role where person_id = $1', [former.id]);
    await expect(add('tu-viet-tat-1')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is changed once by two at the same time, and by nobody else', async () => {
    const { id } = await editor.call(registers.addWord, { ...word, abbreviation: 'QWER' });
    const both = await Promise.allSettled(
      ['Nghĩa một', 'Nghĩa hai'].map((meaning) =>
        editor.call(registers.editWord, { id, ...word, meaning }, { ifMatch: 1 }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const member = await world.person();
    for (const call of [
      member.call(registers.glossary, {}),
      member.call(registers.addWord, word),
      member.call(registers.wordHistory, { id }),
    ])
      await expect(call).rejects.toMatchObject({ code: 'forbidden' });
    await expect(editor.call(registers.wordHistory, { id: 2_000_000_000 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
