import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { drafts, notifications, posts, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits, settle } from '../../test/forum.js';
import { inTransaction, statementsOf } from '../../test/statements.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let answerer: Person;

beforeAll(async () => {
  world = await openWorld();
  [asker, answerer] = [await world.person({ name: 'Nguyễn Thị Hỏi' }), await world.person({ name: 'Trần Văn Đáp' })];
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const read = (who: { call: Person['call'] }, id: number, more: { cursor?: string; limit?: number } = {}) =>
  who.call(threads.read, { id, ...more });

describe('answering', () => {
  it('writes the answer, counts it, moves the thread up, watches it and takes the draft away', async () => {
    const id = await ask(world, asker);
    const draft = { title: '', text: 'Đang viết dở', fields: {} };
    await answerer.call(drafts.saveDraft, { key: `answer-${id}`, ...draft }, { ifMatch: 0 });
    const text = 'Gia hạn chứng thư số, rồi **khởi động lại** dịch vụ.';
    const made = await answerer.call(posts.reply, { id, text, draftKey: `answer-${id}` });
    expect(made).toMatchObject({
      author: { personId: answerer.id, name: 'Trần Văn Đáp', mark: null },
      version: 1,
      helpful: 0,
      accepted: null,
    });
    const { thread, answers } = await read(answerer, id);
    expect(answers.items).toEqual([made]);
    expect(thread).toMatchObject({ answers: 1, people: 2, watchers: 2, watch: 'watch' });
    expect(Date.parse(thread.activeAt)).toBe(Date.parse(made.createdAt));
    expect((await answerer.call(drafts.drafts, {})).items).toEqual([]);
    await answer(answerer, id);
    expect((await read(asker, id)).thread).toMatchObject({ answers: 2, people: 2, watchers: 2 });
    const found = await world.sqlAsOwner('select thread_id from search_row where item_id = $1', [made.id]);
    expect(found).toEqual([{ thread_id: id }]);
    const events = await world.sqlAsOwner(
      `select payload, version from event where name = 'answer.created' and item_id = $1 order by id limit 1`,
      [id],
    );
    expect(events).toEqual([{ payload: { threadId: id, postId: made.id }, version: 1 }]);
  });

  it('says that more follows until its author takes that back; a comment cannot', async () => {
    const id = await ask(world, asker);
    const made = await answerer.call(posts.reply, { id, text: 'Được, căn cứ sẽ bổ sung sau.', brief: true });
    expect(made.brief).toBe(true);
    expect((await read(asker, id)).answers.items[0]?.brief).toBe(true);
    const typo = 'Được; căn cứ sẽ bổ sung sau.';
    await answerer.call(posts.editPost, { id: made.id, text: typo }, { ifMatch: 1 });
    expect((await read(asker, id)).answers.items[0]?.brief).toBe(true);
    const whole = 'Được, căn cứ là khoản 2 của văn bản đang có hiệu lực.';
    await answerer.call(posts.editPost, { id: made.id, text: whole, brief: false }, { ifMatch: 2 });
    expect((await read(asker, id)).answers.items[0]?.brief).toBe(false);
    const note = await asker.call(posts.addComment, { id: made.id, text: 'Cảm ơn, đã rõ.' });
    const edit = asker.call(posts.editPost, { id: note.id, text: 'Cảm ơn.', brief: true }, { ifMatch: 1 });
    await expect(edit).rejects.toMatchObject({ code: 'invalid-input', body: { errors: [{ pointer: '/brief' }] } });
  });

  it('marks an expert of the topic', async () => {
    const topic = await world.topic();
    await world.sqlAsOwner(
      `insert into topic_expert (topic_id, person_id, space_id, expert) select $1, id, space_id, true from person where id = $2`,
      [topic, answerer.id],
    );
    const made = await answer(answerer, await ask(world, asker, { topicIds: [topic] }));
    expect(made.author.mark).toBe('expert');
  });

  it('gives the same answer to a repeated key, and nothing once the thread is out of sight', async () => {
    const spaceId = await world.space({ kind: 'group', members: [{ id: asker.id }, { id: answerer.id }] });
    const id = await ask(world, asker, { spaceId });
    const input = { id, text: 'Mạng chậm nên bấm gửi hai lần.' };
    const first = await answerer.call(posts.reply, input, { key: 'tra-loi-hai-lan' });
    expect(await answerer.call(posts.reply, input, { key: 'tra-loi-hai-lan' })).toEqual(first);
    expect((await read(asker, id)).thread.answers).toBe(1);
    const other = answerer.call(posts.reply, { ...input, text: 'Nội dung khác' }, { key: 'tra-loi-hai-lan' });
    await expect(other).rejects.toMatchObject({ code: 'key-reused' });
    await world.sqlAsOwner('delete from space_member where space_id = $1 and person_id = $2', [spaceId, answerer.id]);
    await expect(answerer.call(posts.reply, input, { key: 'tra-loi-hai-lan' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('refuses a reader without the right to write, a visitor, and a closed thread', async () => {
    const spaceId = await world.space({
      kind: 'group',
      members: [{ id: asker.id }, { id: answerer.id, level: 'read' }],
    });
    const id = await ask(world, asker, { spaceId });
    expect((await read(answerer, id)).thread.can).toMatchObject({
      answer: false,
      comment: false,
      vote: false,
      watch: true,
    });
    await expect(answer(answerer, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(world.visitor.call(posts.reply, { id, text: 'Khách trả lời' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await asker.call(threads.close, { id, reason: 'outdated', note: 'Đã có văn bản mới' });
    await expect(answer(asker, id)).rejects.toMatchObject({ code: 'thread-closed' });
    const { thread } = await read(asker, id);
    expect(thread).toMatchObject({
      state: 'closed',
      closed: { reason: 'outdated', note: 'Đã có văn bản mới' },
      can: { answer: false, comment: true, reopen: true },
    });
  });

  it('counts every answer of many at once, and each person once', async () => {
    const id = await ask(world, asker);
    const people = await Promise.all(Array.from({ length: 6 }, () => world.person()));
    await Promise.all(people.flatMap((person) => [answer(person, id), answer(person, id)]));
    expect((await read(asker, id)).thread).toMatchObject({ answers: 12, people: 7, watchers: 7 });
  });

  it('takes at most 8 statements inside its transaction', async () => {
    const id = await ask(world, asker);
    const input = { id, text: 'Một câu trả lời ngắn.', draftKey: `answer-${id}` };
    const sent = await statementsOf(() => answerer.call(posts.reply, input, { key: 'dem-cau-lenh' }));
    const inside = inTransaction(sent, /with by as/);
    expect(inside.length).toBeGreaterThan(3);
    expect(inside.length).toBeLessThanOrEqual(8);
  });
});

describe('mentions', () => {
  it('are named for members, and nameless for visitors', async () => {
    const { public: spaceId } = await world.baseSpaces();
    const organisation = await world.organisation({ name: 'Sở Thử nghiệm' });
    const text = `Nhờ @[Ai đó](person:${answerer.id}) ở @[nơi đó](organisation:${organisation}), và @[x](person:999999).`;
    const id = await ask(world, asker, { spaceId, text });
    const member = (await read(asker, id)).thread.html;
    expect(member).toContain(`<a class="reference" href="/danh-ba/${answerer.id}">@Trần Văn Đáp</a>`);
    expect(member).toContain('@Sở Thử nghiệm');
    expect(member).toContain('<span class="reference">@thành viên</span>');
    const visitor = (await read(world.visitor, id)).thread.html;
    expect(visitor).not.toContain('Trần Văn Đáp');
    expect(visitor).toContain('@Sở Thử nghiệm');
    expect((await asker.call(posts.preview, { text })).html).toBe(member);
  });
});

describe('many mentions', () => {
  it('of more than fifty are refused with the field, wherever they are written; fifty of one are told once', async () => {
    const id = await ask(world, asker);
    const named = (times: number) => `@[Ai đó](person:${answerer.id}) `.repeat(times);
    const made = await answer(asker, id);
    const topicIds = [await world.topic()];
    const { members: spaceId } = await world.baseSpaces();
    const text = named(100);
    for (const call of [
      () => asker.call(threads.ask, { title: 'Nhắc một trăm người trong câu hỏi', text, topicIds, spaceId }),
      () => asker.call(posts.reply, { id, text }),
      () => asker.call(posts.addComment, { id, text }),
      () => asker.call(posts.editPost, { id: made.id, text }, { ifMatch: 1 }),
      () => asker.call(posts.preview, { text: named(51) }),
    ])
      await expect(call()).rejects.toMatchObject({
        code: 'invalid-input',
        body: { errors: [{ pointer: '/text', code: 'too-many' }] },
      });
    await asker.call(posts.addComment, { id, text: named(50) });
    await settle(world);
    const told = (await answerer.call(notifications.inbox, {})).items.filter(({ threadId }) => threadId === id);
    expect(told.map(({ kind }) => kind)).toEqual(['mention']);
  });
});

describe('comments', () => {
  it('stand under the question or an answer, count, and are edited by their author only', async () => {
    const id = await ask(world, asker);
    const made = await answer(answerer, id);
    const onQuestion = await answerer.call(posts.addComment, { id, text: 'Xin nêu rõ phiên bản.' });
    const onAnswer = await asker.call(
      posts.addComment,
      { id: made.id, text: 'Đã thử, **được rồi**.' },
      { key: 'gop-y-hai-lan' },
    );
    expect(
      await asker.call(posts.addComment, { id: made.id, text: 'Đã thử, **được rồi**.' }, { key: 'gop-y-hai-lan' }),
    ).toEqual(onAnswer);
    const { thread, answers } = await read(asker, id);
    expect(thread).toMatchObject({ comments: 2, answers: 1, people: 2 });
    expect(thread.threadComments).toMatchObject([{ id: onQuestion.id, parentId: id, can: { edit: false } }]);
    expect(answers.items[0]?.comments).toEqual([onAnswer]);
    expect(onAnswer.can.edit).toBe(true);
    await expect(asker.call(posts.addComment, { id: onQuestion.id, text: 'Góp ý cho góp ý' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const edited = await asker.call(posts.editPost, { id: onAnswer.id, text: 'Đã sửa góp ý' }, { ifMatch: 1 });
    expect(edited).toEqual({ version: 2, html: '<p>Đã sửa góp ý</p>\n' });
    const others = answerer.call(posts.editPost, { id: onAnswer.id, text: 'Sửa của người khác' }, { ifMatch: 2 });
    await expect(others).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are as many as the page shows: the 51st on a post is refused', async () => {
    const id = await ask(world, asker);
    const first = await answerer.call(posts.addComment, { id, text: 'Góp ý thứ nhất' });
    await world.sqlAsOwner(
      `with made as (
        insert into item (space_id, kind, author_id, byline, created_at, active_at)
        select space_id, kind, author_id, byline, created_at, active_at from item, generate_series(2, 49) where id = $1 returning id
      ) insert into post (id, space_id, thread_id, parent_id, kind, text, html)
        select m.id, space_id, thread_id, parent_id, kind, text, html from made m, post p where p.id = $1`,
      [first.id],
    );
    expect((await read(answerer, id)).thread.can.comment).toBe(true);
    const last = await answerer.call(posts.addComment, { id, text: 'Góp ý thứ năm mươi' });
    await expect(answerer.call(posts.addComment, { id, text: 'Góp ý thứ năm mươi mốt' })).rejects.toMatchObject({
      code: 'invalid-input',
      body: { errors: [{ pointer: '/text', code: 'too-many', message: expect.stringContaining('50') }] },
    });
    const { thread } = await read(answerer, id);
    expect(thread.threadComments).toHaveLength(50);
    expect(thread.threadComments.at(-1)?.id).toBe(last.id);
    expect(thread.can.comment).toBe(false);
    const made = await answer(answerer, id);
    expect(await asker.call(posts.addComment, { id: made.id, text: 'Ở câu trả lời thì được' })).toMatchObject({
      parentId: made.id,
    });
  });

  it('are still taken by a closed thread', async () => {
    const id = await ask(world, asker);
    await asker.call(threads.close, { id, reason: 'other' });
    await answerer.call(posts.addComment, { id, text: 'Cảm ơn, đã rõ.' });
    expect((await read(asker, id)).thread.comments).toBe(1);
  });
});

describe('editing an answer', () => {
  it('changes what lists show of the newest post, and nothing when it is an older one', async () => {
    const id = await ask(world, asker);
    const last = async () => {
      const [row] = await world.sqlAsOwner<{ last: object }>('select last from thread where id = $1', [id]);
      return row!.last;
    };
    const older = await answer(answerer, id, 'Gọi số 0900 000 000.');
    await answerer.call(posts.editPost, { id: older.id, text: 'Gọi **tổng đài**.' }, { ifMatch: 1 });
    const author = expect.objectContaining({ personId: answerer.id });
    expect(await last()).toEqual({ postId: older.id, at: expect.any(String), excerpt: 'Gọi tổng đài.', author });
    const newest = await asker.call(posts.addComment, { id, text: 'Mật khẩu là 123456' });
    await answerer.call(posts.editPost, { id: older.id, text: 'Sửa câu cũ' }, { ifMatch: 2 });
    expect(await last()).toMatchObject({ postId: newest.id, excerpt: 'Mật khẩu là 123456' });
    await asker.call(posts.editPost, { id: newest.id, text: 'Đã bỏ mật khẩu' }, { ifMatch: 1 });
    expect(await last()).toMatchObject({ postId: newest.id, excerpt: 'Đã bỏ mật khẩu' });
  });

  it('is by version: the late one is shown the text that stands', async () => {
    const id = await ask(world, asker);
    const made = await answer(answerer, id);
    const texts = ['Bản sửa thứ nhất', 'Bản sửa thứ hai'];
    const settled = await Promise.allSettled(
      texts.map((text) => answerer.call(posts.editPost, { id: made.id, text }, { ifMatch: 1 })),
    );
    const won = settled.findIndex((one) => one.status === 'fulfilled');
    expect(settled.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = settled[1 - won] as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: 'stale', body: { current: { version: 2, text: texts[won] } } });
    const { items } = (await read(asker, id)).answers;
    expect(items[0]).toMatchObject({ version: 2, html: `<p>${texts[won]}</p>\n` });
    const question = asker.call(posts.editPost, { id, text: 'Câu hỏi sửa bằng đường khác' }, { ifMatch: 1 });
    await expect(question).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the page of a thread', () => {
  it('shows accepted answers first, then helpful ones, in pages', async () => {
    const id = await ask(world, asker);
    const made = [];
    for (let n = 0; n < 5; n++) made.push((await answer(answerer, id)).id);
    const [a, b, c, d, e] = made as [number, number, number, number, number];
    await asker.call(posts.vote, { id: d });
    await asker.call(threads.accept, { id: e });
    await asker.call(threads.accept, { id: b });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const { answers } = await read(asker, id, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...answers.items.map((one) => one.id));
      cursor = answers.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([e, b, d, a, c]);
    const { answers } = await read(asker, id, { limit: 2 });
    const elsewhere = read(asker, await ask(world, asker), { cursor: answers.next! });
    await expect(elsewhere).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('shows a discussion in the order it was written', async () => {
    const id = await ask(world, asker, { kind: 'discussion' });
    const made = [];
    for (let n = 0; n < 3; n++) made.push((await answer(answerer, id)).id);
    await asker.call(posts.vote, { id: made[2]! });
    const first = await read(asker, id, { limit: 2 });
    const second = await read(asker, id, { limit: 2, cursor: first.answers.next! });
    expect([...first.answers.items, ...second.answers.items].map((one) => one.id)).toEqual(made);
    expect(first.answers.items[0]?.can).toMatchObject({ accept: false, vote: true });
  });
});
