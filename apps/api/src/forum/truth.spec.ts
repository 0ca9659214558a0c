import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { home, notifications, posts, search, threads, topics, truth } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits, settle } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let topic: number;
let asker: Person;
let author: Person;
let expert: Person;
let moderator: Person;
let readers: Person[];
let slug: string;

beforeAll(async () => {
  world = await openWorld();
  slug = 'chu-de-can-xem';
  topic = await world.topic({ slug, name: 'Chủ đề cần xem' });
  [asker, author, expert] = [await world.person(), await world.person(), await world.person()];
  moderator = await world.person({ roles: ['moderator'] });
  readers = await Promise.all(Array.from({ length: 3 }, () => world.person()));
  for (const one of [expert, author]) await makeExpert(one.id);
});
beforeEach(() => freshLimits(world));
afterEach(() => world.clock.set(null));
afterAll(() => world.close());

const makeExpert = (id: number) =>
  world.sqlAsOwner(
    'insert into topic_expert (topic_id, person_id, space_id, expert, can_answer) select $1, id, space_id, true, true from person where id = $2',
    [topic, id],
  );
const asked = (given: Parameters<typeof ask>[2] = {}) => ask(world, asker, { topicIds: [topic], ...given });
const shown = async (who: Pick<Person, 'call'>, threadId: number) =>
  (await who.call(threads.read, { id: threadId })).answers.items;
const no = (who: Person, id: number, reason = 'Nghị định mới đã bỏ bước này.') =>
  who.call(truth.say, { id, still: false, reason });
const moves = (itemId: number) =>
  world.sqlAsOwner('select role, action, from_state, to_state from audit where item_id = $1 order by id', [itemId]);
const listed = async (who: Person) => (await who.call(truth.doubted, { slug })).items;

describe('a canonical answer', () => {
  it('is marked by an expert of the topic, who is named to members; it is counted, found and told, and taken back', async () => {
    const title = 'Chia sẻ danh mục mã định danh điện tử tỉnh';
    const id = await asked({ title });
    const { id: answerId } = await answer(asker, id, 'Dùng danh mục mã định danh điện tử đã công bố.');
    await expert.call(truth.markCanonical, { id: answerId });
    await expert.call(truth.markCanonical, { id: answerId });
    const [one] = await shown(asker, id);
    expect(one).toMatchObject({
      canonical: { by: expert.name },
      can: { markCanonical: false, unmarkCanonical: false },
    });
    expect((await shown(expert, id))[0]).toMatchObject({ can: { markCanonical: false, unmarkCanonical: true } });
    const cards = await asker.call(threads.list, { topic: String(topic) } as never);
    expect(cards.items.find((card) => card.id === id)).toMatchObject({ canonical: 1 });
    const found = await asker.call(search.search, { q: 'danh mục mã định danh điện tử' });
    expect(found.items.filter((item) => item.threadId === id).map((item) => [item.kind, item.canonical])).toEqual(
      expect.arrayContaining([
        ['question', true],
        ['answer', true],
      ]),
    );
    await settle(world);
    const told = (await asker.call(notifications.inbox, {})).items.find(({ kind }) => kind === 'canonical');
    expect(told).toMatchObject({ postId: answerId, by: { personId: expert.id } });
    await expert.call(truth.unmarkCanonical, { id: answerId });
    expect((await shown(asker, id))[0]).toMatchObject({ canonical: null });
    expect(await moves(answerId)).toEqual([
      { role: 'expert', action: 'answer.markCanonical', from_state: 'plain', to_state: 'canonical' },
      { role: 'expert', action: 'answer.unmarkCanonical', from_state: 'canonical', to_state: 'plain' },
    ]);
  });

  it('is nobody’s own, no moderator’s and no reply in a discussion; what is archived stays as it is', async () => {
    const id = await asked();
    const [own, other] = [await answer(expert, id), await answer(author, id)];
    const mark = (who: Person, answerId: number) => who.call(truth.markCanonical, { id: answerId });
    await expect(mark(expert, own.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(mark(moderator, own.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(mark(asker, own.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(mark(expert, id)).rejects.toMatchObject({ code: 'not-found' });
    const talk = await asked({ kind: 'discussion' });
    const reply = await answer(author, talk);
    await expect(mark(expert, reply.id)).rejects.toMatchObject({ code: 'illegal-transition' });
    await moderator.call(threads.archive, { id });
    await expect(mark(expert, other.id)).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['reopen'] },
    });
  });

  it('stands behind the chosen ones and before the rest, page by page', async () => {
    const id = await asked();
    const made: number[] = [];
    for (let at = 0; at < 5; at++) made.push((await answer(author, id, `Cách làm thứ ${at + 1}.`)).id);
    const [first, second, third, fourth, fifth] = made as [number, number, number, number, number];
    await readers[0]!.call(posts.vote, { id: second });
    await expert.call(truth.markCanonical, { id: fifth });
    await expert.call(truth.markCanonical, { id: fourth });
    await asker.call(threads.accept, { id: third });
    const order: number[] = [];
    let cursor: string | undefined;
    do {
      const page = (await asker.call(threads.read, { id, limit: '1', cursor } as never)).answers;
      order.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(order).toEqual([third, fourth, fifth, second, first]);
  });

  it('counts no more when it is hidden, and again when it comes back', async () => {
    const id = await asked();
    const { id: answerId } = await answer(author, id);
    await expert.call(truth.markCanonical, { id: answerId });
    const counted = async () => (await asker.call(threads.read, { id })).thread.canonical;
    await moderator.call(posts.hide, { id: answerId, reason: 'Thử ẩn rồi khôi phục' });
    expect(await counted()).toBe(0);
    await moderator.call(posts.restore, { id: answerId });
    expect(await counted()).toBe(1);
  });
});

describe('"Còn đúng không?"', () => {
  it('counts the latest word of each by organisations; two put the answer on the list and tell the experts once', async () => {
    const id = await asked();
    const { id: answerId } = await answer(author, id);
    const [one, two] = readers as [Person, Person];
    const colleague = await world.person({ organisation: one.organisationId });
    expect(await one.call(truth.say, { id: answerId, still: true })).toEqual({ yes: 1, no: 0, mine: true });
    expect(await no(one, answerId)).toEqual({ yes: 0, no: 1, mine: false });
    expect(await no(colleague, answerId)).toMatchObject({ no: 1 });
    expect((await listed(asker)).map((item) => item.id)).not.toContain(answerId);
    expect(await no(two, answerId, 'Đã có thông tư thay thế.')).toEqual({ yes: 0, no: 2, mine: false });
    const found = (await listed(asker)).find((item) => item.id === answerId);
    expect(found).toMatchObject({ threadId: id, no: 2, author: { personId: author.id } });
    expect(found?.reasons[0]).toMatchObject({ reason: 'Đã có thông tư thay thế.' });
    await no(two, answerId, 'Đã có thông tư thay thế, từ tháng trước.');
    await settle(world);
    for (const who of [expert, author]) {
      const told = (await who.call(notifications.inbox, {})).items.filter((item) => item.postId === answerId);
      expect(told).toMatchObject([{ kind: 'doubted', by: { personId: author.id } }]);
    }
    expect((await expert.call(home.home, {})).duties).toContainEqual(
      expect.objectContaining({ kind: 'doubted', id, reason: '2 đơn vị báo một câu trả lời không còn đúng' }),
    );
    const items = (await asker.call(truth.sayings, { id: answerId })).items;
    expect(items.map((item) => [item.by.personId, item.still, item.cleared])).toEqual([
      [two.id, false, false],
      [colleague.id, false, false],
      [one.id, false, false],
    ]);
    expect((await shown(two, id))[0]).toMatchObject({ stillTrue: { yes: 0, no: 2, mine: false } });
    expect((await shown(world.visitor, await publicThread())).length).toBe(1);
  });

  const publicThread = async () => {
    const id = await asked({ spaceId: (await world.baseSpaces()).public });
    await answer(author, id);
    return id;
  };

  it('is settled by an expert who says why it still holds; it takes two new doubts to bring it back', async () => {
    const id = await asked();
    const { id: answerId } = await answer(asker, id);
    for (const reader of readers.slice(0, 2)) await no(reader, answerId);
    const settled = (reason: string) => expert.call(truth.say, { id: answerId, still: true, reason });
    await expect(settled(' ')).rejects.toMatchObject({ body: { errors: [{ pointer: '/reason', code: 'required' }] } });
    expect(await settled('Đã đối chiếu: nghị định mới giữ bước này.')).toEqual({ yes: 1, no: 0, mine: true });
    expect((await listed(asker)).map((item) => item.id)).not.toContain(answerId);
    const items = (await asker.call(truth.sayings, { id: answerId })).items;
    expect(items.map((item) => item.cleared)).toEqual([true, true, true]);
    world.clock.set(new Date(Date.now() + 60_000));
    await no(readers[2]!, answerId);
    expect((await no(readers[0]!, answerId, 'Vẫn sai ở biểu mẫu số 2.')).no).toBe(2);
    const doubts = (await moves(answerId)).filter((move) => move['action'] === 'answer.doubt');
    expect(doubts.map((move) => [move['role'], move['from_state'], move['to_state']])).toEqual([
      ['reader', 'plain', 'doubted'],
      ['expert', 'doubted', 'plain'],
      ['reader', 'plain', 'doubted'],
    ]);
  });

  it('takes a reason for "không", is not said of one’s own, and counts nobody without an organisation', async () => {
    const id = await asked();
    const { id: answerId } = await answer(author, id);
    await expect(no(readers[0]!, answerId, '')).rejects.toMatchObject({ body: { errors: [{ code: 'required' }] } });
    await expect(no(author, answerId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(no(readers[0]!, id)).rejects.toMatchObject({ code: 'not-found' });
    const alone = await world.person();
    await world.sqlAsOwner('update person set organisation_id = null, top_id = null where id = $1', [alone.id]);
    expect(await no(alone, answerId)).toEqual({ yes: 0, no: 0, mine: false });
  });

  it('is open to who only reads, behind the wall for everybody else, and never names who asks without name', async () => {
    const reader = readers[0]!;
    const [member, outsider] = [readers[1]!, readers[2]!];
    const spaceId = await world.space({
      kind: 'group',
      members: [{ id: asker.id }, { id: author.id }, { id: member.id }, { id: reader.id, level: 'read' }],
    });
    const id = await asked({ spaceId });
    const { id: answerId } = await answer(author, id);
    expect(await no(reader, answerId)).toMatchObject({ no: 1 });
    await no(member, answerId);
    await expect(no(outsider, answerId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(outsider.call(truth.sayings, { id: answerId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listed(outsider)).map((item) => item.id)).not.toContain(answerId);
    expect((await listed(reader)).map((item) => item.id)).toContain(answerId);
    await settle(world);
    expect((await expert.call(notifications.inbox, {})).items.map((item) => item.postId)).not.toContain(answerId);
    const input = { title: 'Một việc khó nói ở đơn vị nhỏ', text: 'Xin kinh nghiệm của các đơn vị.', unnamed: true };
    const { members } = await world.baseSpaces();
    const quiet = await asker.call(threads.ask, { ...input, topicIds: [topic], spaceId: members });
    const given = await answer(author, quiet.id);
    await no(asker, given.id);
    const [said] = (await reader.call(truth.sayings, { id: given.id })).items;
    expect(said?.by).toMatchObject({ personId: null, name: null });
  });

  it('of two at once both count, and the experts are told once', async () => {
    const id = await asked();
    const { id: answerId } = await answer(author, id);
    await Promise.all(readers.map((reader) => no(reader, answerId)));
    expect((await shown(asker, id))[0]).toMatchObject({ stillTrue: { no: 3 } });
    const events = await world.sqlAsOwner(`select 1 from event where name = 'answer.doubted' and item_id = $1`, [id]);
    expect(events).toHaveLength(1);
  });
});

describe('the archive', () => {
  const far = (months: number) => {
    const at = new Date();
    at.setUTCMonth(at.getUTCMonth() + months);
    world.clock.set(at);
  };
  const states = (ids: number[]) =>
    world.sqlAsOwner<{ state: string }>(
      'select i.state from unnest($1::int[]) with ordinality u(id, at) join item i using (id) order by u.at',
      [ids],
    );

  it('takes a thread by a moderator’s hand: out of lists and counts, still found, and back by the asker', async () => {
    const title = 'Lưu trữ nhật ký cổng dịch vụ công cũ';
    const id = await asked({ title });
    await expect(asker.call(threads.archive, { id })).rejects.toMatchObject({ code: 'forbidden' });
    const before = (await asker.call(topics.read, { slug })).threads;
    await moderator.call(threads.archive, { id });
    await expect(moderator.call(threads.archive, { id })).rejects.toMatchObject({ body: { allowed: ['reopen'] } });
    const ids = async (filter: object) =>
      (await asker.call(threads.list, { topic: String(topic), limit: '100', ...filter } as never)).items.map(
        (card) => card.id,
      );
    expect(await ids({})).not.toContain(id);
    expect(await ids({ state: 'archived' })).toContain(id);
    expect((await asker.call(topics.read, { slug })).threads).toBe(before - 1);
    expect((await asker.call(home.home, {})).latest.map((card) => card.id)).not.toContain(id);
    const found = (await asker.call(search.search, { q: title })).items.find((item) => item.id === id);
    expect(found).toMatchObject({ state: 'archived' });
    expect((await asker.call(threads.read, { id })).thread.can).toMatchObject({
      answer: true,
      comment: false,
      edit: false,
      reopen: true,
    });
    expect(await asker.call(threads.reopen, { id })).toEqual({ state: 'open' });
    expect(await moves(id)).toEqual([
      { role: 'moderator', action: 'thread.archive', from_state: 'open', to_state: 'archived' },
      { role: 'asker', action: 'thread.reopen', from_state: 'archived', to_state: 'open' },
    ]);
  });

  it('opens again with a new answer, resolved where one was chosen; a closed thread is not taken', async () => {
    const id = await asked();
    const first = await answer(author, id);
    await asker.call(threads.accept, { id: first.id });
    await moderator.call(threads.archive, { id });
    const made = await answer(readers[0]!, id);
    expect(made.can).toMatchObject({ edit: true });
    expect((await asker.call(threads.read, { id })).thread).toMatchObject({ state: 'resolved', answers: 2 });
    expect((await moves(id)).at(-1)).toMatchObject({ role: 'answer', from_state: 'archived', to_state: 'resolved' });
    await asker.call(threads.close, { id, reason: 'outdated' });
    await expect(moderator.call(threads.archive, { id })).rejects.toMatchObject({ code: 'illegal-transition' });
  });

  it('takes by itself what rested for 24 months, but nothing that waits for somebody, is pinned or was opened again', async () => {
    const invited = await world.person();
    const ids: Record<string, number> = {};
    for (const name of ['idle', 'invited', 'reviewed', 'pinned', 'reopened', 'closed']) ids[name] = await asked();
    const { answerInvitations, moderation } = await import('@hat-nhan/contracts');
    await asker.call(answerInvitations.invite, { id: ids['invited']!, personIds: [invited.id] });
    await readers[0]!.call(moderation.flag, { id: ids['reviewed']!, reason: 'other', note: '' });
    await moderator.call(threads.pin, { id: ids['pinned']!, pinned: true });
    await asker.call(threads.close, { id: ids['closed']!, reason: 'outdated' });
    const all = ['idle', 'invited', 'reviewed', 'pinned', 'reopened', 'closed'].map((name) => ids[name]!);
    far(23);
    await world.jobs.run('archiveIdle');
    expect((await states(all)).map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open', 'open', 'closed']);
    await world.sqlAsOwner(`update item set state = 'archived' where id = $1`, [ids['reopened']]);
    await world.sqlAsOwner(
      `update session set expires_at = now() + interval '9 years', idle = '9 years', strong_at = now()`,
    );
    await asker.call(threads.reopen, { id: ids['reopened']! });
    far(25);
    await world.jobs.run('archiveIdle');
    const after = (await states(all)).map(({ state }) => state);
    expect(after).toEqual(['archived', 'open', 'open', 'open', 'open', 'closed']);
    expect(await moves(ids['idle']!)).toEqual([
      { role: 'system', action: 'thread.archive', from_state: 'open', to_state: 'archived' },
    ]);
  });
});
