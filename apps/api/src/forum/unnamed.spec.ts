import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { history, notifications, people, posts, returning, search, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, freshLimits, settle } from '../../test/forum.js';
import { reading, probe } from '../../test/probes.js';

type Person = Awaited<ReturnType<World['person']>>;
const TEXT = 'Đơn vị chưa có cán bộ chuyên trách, nên hỏi mà không nêu tên.';
const UNNAMED = { personId: null, name: null, organisation: '', organisationId: null, mark: null };

/** Two people who differ in nothing that their question may tell, one of whom asks. */
async function tell(world: World, who: 'first' | 'second') {
  const people = [
    await world.person({ name: 'Vũ Thị Nhất', enterprise: false }),
    await world.person({ name: 'Vũ Thị Nhì', enterprise: false }),
  ] as const;
  const reader = await world.person({ name: 'Đỗ Văn Đọc' });
  const coordinator = await world.person({ name: 'Lê Thị Phối', roles: ['coordinator'] });
  const topic = await world.topic({ slug: 'khong-ten' });
  const asker = people[who === 'first' ? 0 : 1];
  const spaceId = (await world.baseSpaces()).members;
  const title = 'Thiếu cán bộ chuyên trách an toàn thông tin';
  const { id } = await asker.call(threads.ask, { title, text: TEXT, topicIds: [topic], spaceId, unnamed: true });
  const reply = await reader.call(posts.reply, { id, text: 'Mời nêu thêm số biên chế hiện có.' });
  await settle(world);
  await asker.call(posts.addComment, { id: reply.id, text: 'Hiện có một cán bộ kiêm nhiệm.' });
  await settle(world);
  await asker.call(posts.reply, { id, text: 'Bổ sung: đã có đề án vị trí việc làm.' });
  await settle(world);
  await asker.call(threads.accept, { id: reply.id });
  await settle(world);
  return { people, reader, coordinator, asker, id, topic };
}

describe('a question without name and organisation', () => {
  let world: World;
  let asker: Person;
  let reader: Person;
  let moderator: Person;
  let id: number;

  beforeAll(async () => {
    world = await openWorld();
    ({ asker, reader, id } = await tell(world, 'first'));
    moderator = await world.person({ roles: ['moderator'] });
  });
  beforeEach(() => freshLimits(world));
  afterAll(() => world.close());

  it('shows the level alone, under everything that the asker writes there', async () => {
    const { thread, answers } = await reader.call(threads.read, { id });
    expect(thread).toMatchObject({ author: { ...UNNAMED, title: 'Một thành viên cấp tỉnh' }, unnamed: true });
    expect(thread).toMatchObject({ asker: null, own: false, can: { showName: false } });
    const own = answers.items.find(({ html }) => html.includes('Bổ sung'));
    expect(own?.author).toMatchObject(UNNAMED);
    expect(answers.items[0]!.comments[0]!.author).toMatchObject(UNNAMED);
    const [card] = (await reader.call(threads.list, {})).items;
    expect([card!.author.name, card!.last?.author.name]).toEqual([null, null]);
    expect((await reader.call(notifications.inbox, {})).items.filter(({ by }) => by.name !== null)).toEqual([]);
  });

  it('is not on the page of the person, nor found by its author', async () => {
    const page = await reader.call(people.read, { id: asker.id });
    expect([page.counts, page.recent]).toEqual([{ questions: 0, answers: 0, accepted: 0 }, []]);
    expect((await reader.call(threads.list, { author: asker.id as never })).items).toEqual([]);
    expect((await reader.call(threads.list, { organisation: asker.organisationId as never })).items).toEqual([]);
    const { items } = await reader.call(search.search, { q: 'cán bộ chuyên trách' });
    expect(items.find((found) => found.id === id)?.meta).toBe('Một thành viên cấp tỉnh');
  });

  it('tells the asker himself and the moderators who asks', async () => {
    for (const who of [asker, moderator])
      expect((await who.call(threads.read, { id })).thread.asker).toMatchObject({ name: asker.name });
    expect((await asker.call(threads.read, { id })).thread).toMatchObject({ own: true, can: { showName: true } });
    expect((await world.visitor.raw({ method: 'GET', url: '/api/threads' })).body).not.toContain(asker.name);
  });

  it('has no name in its history, also where the asker changed the answer of another', async () => {
    const { id: postId } = await answer(reader, id, 'Danh mục việc cần làm, mọi người cùng bổ sung.');
    await reader.call(history.setWiki, { id: postId, wiki: true });
    await asker.call(posts.editPost, { id: postId, text: 'Danh mục việc đã làm, mọi người cùng sửa.' }, { ifMatch: 1 });
    const { items } = await reader.call(history.history, { id: postId });
    expect(items.map(({ by }) => by.name)).toEqual([null, reader.name]);
    expect((await reader.raw({ method: 'GET', url: `/api/posts/${postId}/history/2` })).body).not.toContain(asker.name);
  });

  it('is not a discussion, and nobody but the asker shows the name', async () => {
    const [spaceId, topic] = [(await world.baseSpaces()).members, await world.topic()];
    const input = { title: 'Trao đổi không nêu tên', text: TEXT, topicIds: [topic], spaceId, unnamed: true };
    await expect(asker.call(threads.ask, { ...input, kind: 'discussion' })).rejects.toMatchObject({
      body: { errors: [{ pointer: '/unnamed' }] },
    });
    for (const who of [reader, moderator])
      await expect(who.call(returning.showName, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await asker.call(returning.showName, { id });
    const { thread, answers } = await reader.call(threads.read, { id });
    expect(thread).toMatchObject({ author: { personId: asker.id, name: asker.name }, unnamed: false, asker: null });
    expect(answers.items.find(({ html }) => html.includes('Bổ sung'))?.author.name).toBe(asker.name);
    await expect(asker.call(returning.showName, { id })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('of one person is, for everybody else, the same as that of another: on every route, byte by byte', async () => {
  const [here, there] = await Promise.all([openWorld(), openWorld()]);
  try {
    const [secret] = await here.sqlAsOwner<{ secret: Buffer }>('select secret from instance');
    await there.sqlAsOwner('update instance set secret = $1', [secret!.secret]);
    const [first, second] = await Promise.all([tell(here, 'first'), tell(there, 'second')]);
    const ids = [first.id, first.topic, ...first.people.map((person) => person.id), first.people[0].organisationId];
    expect([second.id, second.people[1].id]).toEqual([first.id, first.people[1].id]);
    const words = ['cán bộ chuyên trách', 'Vũ Thị', 'không nêu tên'];
    const plain = (body: string) =>
      body
        .replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"now"')
        .replace(/"(requestId|next|last|email)":"[^"]*"/g, '"$1":"…"')
        .replace(/"joinedAt":"[^"]*"/g, '');
    const different: string[] = [];
    const readers = [first.reader, second.reader] as const;
    const coordinators = [first.coordinator, second.coordinator] as const;
    for (const at of ids.keys())
      for (const route of reading) {
        let turn = at;
        const { url } = probe(route, {
          ids,
          words,
          keys: [randomUUID()],
          slugs: ['khong-ten'],
          pick: (list) => list[turn++ % list.length]!,
        });
        await Promise.all([freshLimits(here), freshLimits(there)]);
        for (const pair of [readers, coordinators]) {
          const [one, other] = await Promise.all(pair.map((reader) => reader.raw({ method: 'GET', url })));
          if (plain(one!.body) !== plain(other!.body)) different.push(`${url}\n${one!.body}\n${other!.body}`);
        }
      }
    expect(different).toEqual([]);
    const asker = await first.asker.call(threads.read, { id: first.id });
    expect(asker.thread.asker?.name).toBe('Vũ Thị Nhất');
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
}, 60_000);
