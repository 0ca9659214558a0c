import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { posts, threads } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { answer, ask, freshLimits } from '../../test/forum.js';
import { statementsOf } from '../../test/statements.js';
import { Views } from './views.js';

let world: World;
let asker: Awaited<ReturnType<World['person']>>;
let other: Awaited<ReturnType<World['person']>>;

beforeAll(async () => {
  world = await openWorld();
  [asker, other] = [await world.person({ name: 'Nguyễn Thị Hỏi' }), await world.person({ name: 'Trần Văn Đáp' })];
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const field = (pointer: string, code: string) => ({ body: { errors: [{ pointer, code }] } });
const list = (who: Caller, filters: Record<string, unknown> = {}) => who.call(threads.list, filters);
const counts = async (work: () => Promise<unknown>) =>
  (await statementsOf(work)).filter(({ text }) => !/rate_limit/.test(text)).length;
const titles = async (who: Caller, filters: Record<string, unknown>) =>
  (await list(who, { limit: 100, ...filters })).items.map((card) => card.id);

describe('asking', () => {
  it('makes a thread with its text, its topics and a watch', async () => {
    const { members } = await world.baseSpaces();
    const topicIds = [await world.topic(), await world.topic()];
    const text = 'Đã thử **khởi động lại** mà vẫn lỗi.\n\n<b>không</b>';
    const context = { system: 'Hệ thống một cửa', tried: 'Khởi động lại', needBy: '2027-01-05' };
    const input = { title: 'Trục liên thông trả lỗi', text, topicIds, spaceId: members, context };
    const { id } = await asker.call(threads.ask, input);
    const { thread, answers } = await asker.call(threads.read, { id });
    expect(thread).toMatchObject({
      kind: 'question',
      state: 'open',
      title: 'Trục liên thông trả lỗi',
      audience: { spaceId: members, kind: 'members' },
      author: { personId: asker.id, name: 'Nguyễn Thị Hỏi' },
      context: { ...context, legalBasis: '' },
      watch: 'watch',
      watchers: 1,
      people: 1,
      version: 1,
      can: {
        edit: true,
        answer: true,
        comment: true,
        vote: false,
        meToo: false,
        close: true,
        reopen: false,
        watch: true,
      },
    });
    expect(thread.html).toContain('<strong>khởi động lại</strong>');
    expect(thread.html).not.toContain('<b>');
    expect(thread.topics.map((topic) => topic.id)).toEqual(topicIds);
    expect(answers).toEqual({ items: [], next: null });
    const [found] = await world.sqlAsOwner(
      'select kind, thread_id, cardinality(keys) > 5 as found from search_row where item_id = $1',
      [id],
    );
    expect(found).toEqual({ kind: 1, thread_id: id, found: true });
    const events = await world.sqlAsOwner(`select name, space_id from event where item_id = $1`, [id]);
    expect(events).toEqual([{ name: 'thread.created', space_id: members }]);
  });

  it('refuses a day that no database knows, and takes one of the last century', async () => {
    const { members: spaceId } = await world.baseSpaces();
    const at = async (needBy: string) =>
      asker.call(threads.ask, {
        title: 'Hạn của năm không',
        text: 'Cần xong trước ngày này thì nộp ở đâu?',
        topicIds: [await world.topic()],
        spaceId,
        context: { needBy },
      });
    for (const [needBy, code] of [
      ['0000-01-01', 'out-of-range'],
      ['1899-12-31', 'out-of-range'],
      ['12/5/2027', 'format'],
    ] as const) {
      const errors = [{ pointer: '/context/needBy', code, message: expect.any(String) }];
      await expect(at(needBy)).rejects.toMatchObject({ code: 'invalid-input', body: { errors } });
    }
    expect(await at('1900-01-01')).toEqual({ id: expect.any(Number) });
  });

  it('refuses a place where one may not write, the same for one that is hidden and one that is not there', async () => {
    const hidden = await world.space({ kind: 'group', members: [{ id: other.id }] });
    const readable = await world.space({ kind: 'group', members: [{ id: asker.id, level: 'read' }] });
    const enterprise = await world.person({ enterprise: true });
    const { state } = await world.baseSpaces();
    const refused = { code: 'invalid-input', body: { errors: [{ pointer: '/spaceId', code: 'audience' }] } };
    for (const spaceId of [hidden, readable, 999_999])
      await expect(ask(world, asker, { spaceId })).rejects.toMatchObject(refused);
    await expect(ask(world, enterprise, { spaceId: state })).rejects.toMatchObject(refused);
    await expect(ask(world, enterprise)).resolves.toBeGreaterThan(0);
  });

  it('refuses topics that are not there, and texts beyond the limits, and leaves nothing behind', async () => {
    const before = await world.sqlAsOwner('select count(*) from item');
    await expect(ask(world, asker, { topicIds: [999_999] })).rejects.toMatchObject(field('/topicIds', 'choice'));
    const text = '@[A](person:1) '.repeat(51);
    await expect(ask(world, asker, { text, topicIds: [1] })).rejects.toMatchObject(field('/text', 'too-many'));
    expect(await world.sqlAsOwner('select count(*) from item')).toEqual(before);
  });

  it('gives the same thread to a repeated key, and takes the draft away', async () => {
    const { members } = await world.baseSpaces();
    const topicIds = [await world.topic()];
    const input = {
      title: 'Gửi hai lần cùng một khóa',
      text: 'Bấm gửi hai lần vì mạng chậm.',
      topicIds,
      spaceId: members,
    };
    const first = await asker.call(threads.ask, input, { key: 'hai-lan-1' });
    expect(await asker.call(threads.ask, input, { key: 'hai-lan-1' })).toEqual(first);
    const changed = asker.call(threads.ask, { ...input, title: 'Gửi hai lần, nội dung khác' }, { key: 'hai-lan-1' });
    await expect(changed).rejects.toMatchObject({ code: 'key-reused' });
  });
});

describe('editing', () => {
  it('changes title, text and topics by version, and shows both texts to whoever comes late', async () => {
    const id = await ask(world, asker);
    const topicIds = [await world.topic()];
    const input = { id, title: 'Tiêu đề đã sửa lại', text: 'Nội dung đã sửa lại cho rõ.', topicIds };
    expect(await asker.call(threads.edit, input, { ifMatch: 1 })).toEqual({ version: 2 });
    const { thread } = await other.call(threads.read, { id });
    expect(thread).toMatchObject({ title: input.title, version: 2, topics: [{ id: topicIds[0] }] });
    expect(thread.editedAt).not.toBeNull();
    const late = asker.call(threads.edit, { ...input, title: 'Sửa từ một thẻ khác' }, { ifMatch: 1 });
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      body: { current: { version: 2, text: input.text, title: input.title } },
    });
    await expect(asker.call(threads.edit, input)).rejects.toMatchObject({ code: 'precondition-required' });
    await expect(other.call(threads.edit, input, { ifMatch: 2 })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await other.call(posts.source, { id })).toEqual({ id, version: 2, text: input.text, title: input.title });
  });
});

describe('the list', () => {
  it('combines filters', async () => {
    const { public: open, members } = await world.baseSpaces();
    const topic = await world.topic();
    const discussion = await ask(world, asker, { kind: 'discussion', topicIds: [topic], spaceId: open });
    const question = await ask(world, other, { topicIds: [topic], spaceId: members });
    const answered = await ask(world, other, { topicIds: [topic], spaceId: members });
    await answer(asker, answered);
    expect(await titles(asker, { topic })).toEqual([answered, question, discussion]);
    expect(await titles(asker, { topic, sort: 'new', kind: 'question' })).toEqual([answered, question]);
    expect(await titles(asker, { topic, space: open })).toEqual([discussion]);
    expect(await titles(asker, { topic, unanswered: 'any', kind: 'question' })).toEqual([question]);
    expect(await titles(asker, { topic, author: other.id })).toEqual([answered, question]);
    expect(await titles(asker, { topic, organisation: other.organisationId })).toEqual([answered, question]);
    expect(await titles(asker, { topic, watched: true })).toEqual([answered, discussion]);
    expect(await titles(asker, { topic, state: 'closed' })).toEqual([]);
    expect(await titles(world.visitor, { topic })).toEqual([discussion]);
    expect(await titles(world.visitor, { topic, watched: true })).toEqual([]);
    const [card] = (await list(asker, { topic })).items;
    expect(card).toMatchObject({
      answers: 1,
      people: 2,
      last: { author: { personId: asker.id }, excerpt: 'Kiểm tra chứng thư số của máy chủ bảo mật.' },
    });
  });

  it('finds units below an organisation by its own filter', async () => {
    const unit = await world.organisation({ kind: 'unit', parent: asker.organisationId });
    const inUnit = await world.person({ organisation: unit });
    const topic = await world.topic();
    const id = await ask(world, inUnit, { topicIds: [topic] });
    expect(await titles(other, { topic, organisation: asker.organisationId })).toEqual([id]);
    expect(await titles(other, { topic, organisation: unit })).toEqual([id]);
    expect(await titles(other, { topic, organisation: other.organisationId })).toEqual([]);
  });

  it('names what has waited for more than 3 working days', async () => {
    const topic = await world.topic();
    world.clock.set(new Date('2026-11-17T03:00:00Z')); // a Tuesday
    const old = await ask(world, asker, { topicIds: [topic] });
    world.clock.set(new Date('2026-11-20T03:00:00Z'));
    await ask(world, asker, { topicIds: [topic] });
    expect(await titles(asker, { topic, unanswered: 'overdue' })).toEqual([]);
    world.clock.set(new Date('2026-11-23T03:00:00Z'));
    expect(await titles(asker, { topic, unanswered: 'overdue' })).toEqual([old]);
    world.clock.set(null);
  });

  it('goes through pages without a gap or a repetition, and refuses a forged cursor', async () => {
    const topic = await world.topic();
    for (let n = 0; n < 7; n++) await ask(world, asker, { topicIds: [topic] });
    for (const sort of ['active', 'new'] as const) {
      const all = await titles(asker, { topic, sort });
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(asker, { topic, sort, limit: 3, ...(cursor && { cursor }) });
        seen.push(...page.items.map((card) => card.id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toEqual(all);
      expect(seen).toHaveLength(7);
    }
    const { next } = await list(asker, { topic, limit: 3 });
    await expect(list(asker, { topic, sort: 'new', cursor: next })).rejects.toMatchObject({ code: 'invalid-cursor' });
    await expect(list(asker, { topic, cursor: `x${next}` })).rejects.toMatchObject({ code: 'invalid-cursor' });
  });
});

describe('the wall', () => {
  it('answers for a hidden thread as for none, whatever is done to it', async () => {
    const spaceId = await world.space({ kind: 'group', members: [{ id: asker.id }] });
    const hidden = await ask(world, asker, { spaceId });
    const { id: hiddenAnswer } = await answer(asker, hidden);
    const admin = await world.person({ roles: ['administrator', 'moderator', 'coordinator'] });
    const absent = 999_999;
    const problems = async (id: number, postId: number) => {
      const attempts = [
        admin.call(threads.read, { id }),
        admin.call(
          threads.edit,
          { id, title: 'Không thấy được', text: 'Không thấy được câu này.', topicIds: [1] },
          { ifMatch: 1 },
        ),
        admin.call(posts.reply, { id, text: 'Không thấy được' }),
        admin.call(posts.addComment, { id: postId, text: 'Không thấy được' }),
        admin.call(posts.editPost, { id: postId, text: 'Không thấy được' }, { ifMatch: 1 }),
        admin.call(posts.source, { id: postId }),
        admin.call(posts.vote, { id: postId }),
        admin.call(posts.unvote, { id: postId }),
        admin.call(threads.accept, { id: postId }),
        admin.call(threads.unaccept, { id: postId }),
        admin.call(threads.addMeToo, { id }),
        admin.call(threads.removeMeToo, { id }),
        admin.call(threads.close, { id, reason: 'other' }),
        admin.call(threads.reopen, { id }),
        admin.call(threads.watch, { id, level: 'watch' }),
      ];
      const settled = await Promise.allSettled(attempts);
      return settled.map((one) => (one.status === 'rejected' ? { ...one.reason.body, requestId: '' } : one.value));
    };
    const [seen, none] = [await problems(hidden, hiddenAnswer), await problems(absent, absent + 1)];
    expect(seen).toEqual(none);
    expect(new Set(seen.map((problem) => problem.code))).toEqual(new Set(['not-found']));
    expect(await titles(admin, { space: spaceId })).toEqual([]);
  });

  it('leaves a hidden state out of lists and pages', async () => {
    const topic = await world.topic();
    const id = await ask(world, asker, { topicIds: [topic] });
    await world.sqlAsOwner(`update item set state = 'hidden' where id = $1`, [id]);
    expect(await titles(asker, { topic })).toEqual([]);
    await expect(asker.call(threads.read, { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what reading costs', () => {
  it('is one statement for a list and for a page, the viewer and the names of mentions apart', async () => {
    const { public: spaceId } = await world.baseSpaces();
    const id = await ask(world, asker, { spaceId });
    await answer(other, id, `Hỏi @[tôi](person:${asker.id}) thêm`);
    expect(await counts(() => list(asker))).toBe(3);
    expect(await counts(() => list(world.visitor))).toBe(1);
    expect(await counts(() => asker.call(threads.read, { id }))).toBe(4); // enter, page, names, leave
    expect(await counts(() => world.visitor.call(threads.read, { id }))).toBe(2);
  });

  it('counts each reader once in half an hour, in memory, and adds them in one go', async () => {
    const id = await ask(world, asker);
    for (let n = 0; n < 3; n++) await other.call(threads.read, { id });
    expect((await asker.call(threads.read, { id })).thread.views).toBe(0);
    await world.app.get(Views, { strict: false }).flush();
    expect((await asker.call(threads.read, { id })).thread.views).toBe(2);
    world.clock.set(new Date(Date.now() + 31 * 60_000));
    await other.call(threads.read, { id });
    world.clock.set(null);
    await world.app.get(Views, { strict: false }).flush();
    expect((await asker.call(threads.read, { id })).thread.views).toBe(3);
  });
});
