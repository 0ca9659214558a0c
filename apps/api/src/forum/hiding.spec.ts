import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { home, moderation, notifications, people, posts, search, threads } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { download, pdf, upload } from '../../test/files.js';
import { answer, ask, freshLimits } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let answerer: Person;
let reader: Person;
let moderator: Person;
beforeAll(async () => {
  world = await openWorld();
  asker = await world.person();
  answerer = await world.person();
  reader = await world.person();
  moderator = await world.person({ roles: ['moderator'] });
});
afterAll(() => world.close());

const reason = 'Quảng cáo dịch vụ';
const refused = (code: string, status: number) => expect.objectContaining({ code, status });
const found = async (who: Caller, q: string) => (await who.call(search.search, { q })).items.map(({ id }) => id);
/** What a thread counts, and what posts and search rows it really shows. */
async function counters(id: number) {
  const [row] = await world.sqlAsOwner<Record<string, unknown>>(
    `select t.answers, t.accepted, t.comments, t.people, (t.last->>'postId')::int as last, i.state,
      (select count(*)::int from post p where p.thread_id = t.id and p.kind = 'answer' and p.withheld_by is null and p.deleted_at is null) as shown,
      (select count(*)::int from search_row s where s.thread_id = t.id) as found
    from thread t join item i on i.id = t.id where t.id = $1`,
    [id],
  );
  return row!;
}

it('takes a hidden answer out of page, counters, search, excerpts, inbox, mail and lists, and brings it back', async () => {
  await freshLimits(world);
  const word = 'zirconi';
  const id = await ask(world, asker);
  const kept = await answer(reader, id);
  const gone = await answer(answerer, id, `Mua ngay thiết bị ${word} của công ty.`);
  await asker.call(posts.addComment, { id: gone.id, text: 'Xin thêm thông tin.' });
  await asker.call(threads.accept, { id: gone.id });
  await world.jobs.drain();
  const before = await counters(id);
  expect(before).toMatchObject({
    answers: 2,
    accepted: 1,
    comments: 1,
    people: 3,
    state: 'resolved',
    shown: 2,
    found: 3,
  });
  expect((await asker.call(notifications.inbox, {})).unread).toBe(2);
  expect(await found(reader, word)).toContain(gone.id);

  await expect(reader.call(posts.hide, { id: gone.id, reason })).rejects.toEqual(refused('forbidden', 403));
  await moderator.call(posts.hide, { id: gone.id, reason });
  await world.jobs.drain();
  expect(await counters(id)).toMatchObject({
    answers: 1,
    accepted: 0,
    comments: 0,
    people: 2,
    last: kept.id,
    state: 'open',
    shown: 1,
    found: 2,
  });
  for (const who of [asker, answerer, reader, moderator, world.visitor]) {
    if (who === world.visitor) continue;
    const page = await who.call(threads.read, { id });
    expect(JSON.stringify(page)).not.toContain(word);
    expect(page.answers.items.map((one) => one.id)).toEqual([kept.id]);
    expect(await found(who, word)).toEqual([]);
    expect(JSON.stringify(await who.call(threads.list, {}))).not.toContain(word);
    await expect(who.call(posts.source, { id: gone.id })).rejects.toEqual(refused('not-found', 404));
  }
  const inbox = await asker.call(notifications.inbox, {});
  expect(inbox.items.map(({ postId }) => postId)).toEqual([kept.id]);
  expect(inbox.unread).toBe(1);
  const profile = await reader.call(people.read, { id: answerer.id });
  expect(profile.counts).toMatchObject({ answers: 0, accepted: 0 });
  expect(profile.recent).toEqual([]);
  const due = await world.sqlAsOwner('select app.mail_due($1) as id', [new Date(Date.now() + 3_600_000)]);
  expect(due.length).toBeGreaterThan(0);
  world.clock.set(new Date(Date.now() + 11 * 60_000));
  await world.jobs.run('mailUnread');
  world.clock.set(null);
  expect(world.mailbox.letters.map(({ text }) => text).join()).not.toContain(word);
  // The author is told why, without the name of who decided.
  const told = await answerer.call(notifications.inbox, {});
  expect(told.items.find(({ kind }) => kind === 'hidden')).toMatchObject({
    postId: gone.id,
    excerpt: reason,
    by: { name: null },
  });

  for (const call of [
    () => answerer.call(posts.editPost, { id: gone.id, text: 'Sửa lại' }, { ifMatch: 1 }),
    () => reader.call(posts.vote, { id: gone.id }),
    () => reader.call(posts.addComment, { id: gone.id, text: 'Góp ý' }),
    () => asker.call(threads.accept, { id: gone.id }),
    () => reader.call(moderation.flag, { id: gone.id, reason: 'other' }),
    () => moderator.call(posts.hide, { id: gone.id, reason }),
    () => reader.call(posts.restore, { id: gone.id }),
  ])
    await expect(call()).rejects.toEqual(refused('not-found', 404));
  await expect(answerer.call(posts.restore, { id: gone.id })).rejects.toEqual(refused('forbidden', 403));

  const list = await moderator.call(moderation.withheldPosts, { whose: 'moderated' });
  expect(list.items).toMatchObject([{ id: gone.id, kind: 'hidden', reason, can: { restore: true } }]);
  expect(list.items[0]!.excerpt).toContain(word);
  expect((await reader.call(moderation.withheldPosts, { whose: 'moderated' })).items).toEqual([]);
  // In a session without a second factor a moderator reads no more than a member.
  await world.sqlAsOwner('update session set strong_at = null where person_id = $1', [moderator.id]);
  expect((await moderator.call(moderation.withheldPosts, { whose: 'moderated' })).items).toEqual([]);
  await world.sqlAsOwner('update session set strong_at = now() where person_id = $1', [moderator.id]);
  await moderator.call(posts.restore, { id: gone.id });
  expect(await counters(id)).toEqual(before);
  expect(await found(reader, word)).toContain(gone.id);
  await expect(moderator.call(posts.restore, { id: gone.id })).rejects.toEqual(refused('not-found', 404));
});

it('hides a whole thread from everybody and gives it back in the state before, but not what was hidden in it', async () => {
  await freshLimits(world);
  const word = 'thori';
  const id = await ask(world, asker, { title: `Câu hỏi về ${word} trong hồ sơ` });
  const first = await answer(answerer, id, 'Trả lời thứ nhất về hồ sơ.');
  const second = await answer(answerer, id, 'Trả lời thứ hai về hồ sơ.');
  await asker.call(threads.close, { id, reason: 'other' });
  await moderator.call(posts.hide, { id: second.id, reason });
  const before = await counters(id);
  await moderator.call(posts.hide, { id, reason });
  for (const who of [asker, reader, moderator]) {
    await expect(who.call(threads.read, { id })).rejects.toEqual(refused('not-found', 404));
    expect(JSON.stringify(await who.call(threads.list, {}))).not.toContain(word);
    expect(JSON.stringify(await who.call(home.home, {}))).not.toContain(word);
    expect(await found(who, word)).toEqual([]);
    await expect(who.call(posts.reply, { id, text: 'Vẫn trả lời' })).rejects.toEqual(refused('not-found', 404));
  }
  expect((await reader.call(people.read, { id: answerer.id })).recent.map((one) => one.threadId)).not.toContain(id);
  await expect(moderator.call(posts.restore, { id: second.id })).rejects.toEqual(refused('illegal-transition', 409));
  await moderator.call(posts.restore, { id });
  expect(await counters(id)).toEqual(before);
  const page = await reader.call(threads.read, { id });
  expect(page.thread.state).toBe('closed');
  expect(page.answers.items.map((one) => one.id)).toEqual([first.id]);
});

it('lets one of two moderators hide, and nobody restore after 30 days', async () => {
  await freshLimits(world);
  const other = await world.person({ roles: ['moderator'] });
  const id = await ask(world, asker);
  const { id: postId } = await answer(answerer, id);
  const both = await Promise.allSettled([
    moderator.call(posts.hide, { id: postId, reason }),
    other.call(posts.hide, { id: postId, reason }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await counters(id))['answers']).toBe(0);
  await world.sqlAsOwner(`update withheld set at = now() - interval '31 days' where id = $1`, [postId]);
  await expect(moderator.call(posts.restore, { id: postId })).rejects.toEqual(refused('illegal-transition', 409));
});

it('gives a moderator no sight: a space that he does not read stays closed to him', async () => {
  await freshLimits(world);
  const group = await world.space({ kind: 'group', members: [asker, { id: answerer.id, level: 'moderate' }] });
  const id = await ask(world, asker, { spaceId: group });
  const { id: postId } = await answer(asker, id);
  await expect(moderator.call(posts.hide, { id: postId, reason })).rejects.toEqual(refused('not-found', 404));
  await answerer.call(posts.hide, { id: postId, reason });
  expect(
    (await moderator.call(moderation.withheldPosts, { whose: 'moderated' })).items.map((one) => one.id),
  ).not.toContain(postId);
  await expect(moderator.call(posts.restore, { id: postId })).rejects.toEqual(refused('not-found', 404));
  await answerer.call(posts.restore, { id: postId });
});

it('removes a post without replies, leaves a tombstone above replies, and gives either back to its author', async () => {
  await freshLimits(world);
  const answerer = await world.person();
  const id = await ask(world, asker);
  const plain = await answer(answerer, id, 'Câu trả lời sẽ bị xóa.');
  const replied = await answer(answerer, id, 'Câu trả lời radon có góp ý.');
  await reader.call(posts.addComment, { id: replied.id, text: 'Cảm ơn.' });
  await expect(reader.call(posts.remove, { id: plain.id })).rejects.toEqual(refused('forbidden', 403));
  expect(await answerer.call(posts.remove, { id: plain.id })).toEqual({ tombstone: false });
  expect(await answerer.call(posts.remove, { id: replied.id })).toEqual({ tombstone: true });
  expect(await counters(id)).toMatchObject({ answers: 0, comments: 1, shown: 0, found: 1 });
  const { answers } = await reader.call(threads.read, { id });
  expect(answers.items).toMatchObject([
    {
      id: replied.id,
      deleted: true,
      html: '',
      author: { name: null, personId: null },
      comments: [{ id: expect.any(Number) }],
    },
  ]);
  expect(answers.items[0]!.can).toMatchObject({
    edit: false,
    vote: false,
    comment: false,
    flag: false,
    restore: false,
  });
  for (const call of [
    () => answerer.call(posts.editPost, { id: replied.id, text: 'Viết lại' }, { ifMatch: 2 }),
    () => reader.call(posts.vote, { id: replied.id }),
    () => reader.call(posts.addComment, { id: replied.id, text: 'Góp ý nữa' }),
    () => reader.call(moderation.flag, { id: replied.id, reason: 'other' }),
  ])
    await expect(call()).rejects.toEqual(refused('forbidden', 403));
  await expect(asker.call(threads.accept, { id: replied.id })).rejects.toEqual(refused('not-found', 404));
  await expect(answerer.call(posts.remove, { id: replied.id })).rejects.toEqual(refused('illegal-transition', 409));
  await expect(reader.call(posts.source, { id: replied.id })).rejects.toEqual(refused('not-found', 404));
  expect(await found(reader, 'radon')).toEqual([]);
  expect((await reader.call(people.read, { id: answerer.id })).counts.answers).toBe(0);

  const mine = await answerer.call(moderation.withheldPosts, { whose: 'mine' });
  expect(mine.items.filter(({ kind }) => kind === 'deleted').map((one) => one.id)).toEqual([replied.id, plain.id]);
  await expect(moderator.call(posts.restore, { id: replied.id })).rejects.toMatchObject({ status: expect.any(Number) });
  await answerer.call(posts.restore, { id: replied.id });
  await answerer.call(posts.restore, { id: plain.id });
  expect(await counters(id)).toMatchObject({ answers: 2, comments: 1, shown: 2, found: 3 });
  expect((await reader.call(threads.read, { id })).answers.items.map(({ html }) => html).join()).toContain('radon');
});

it('pins announcements above the list', async () => {
  await freshLimits(world);
  const id = await ask(world, asker, { kind: 'discussion' });
  await expect(asker.call(threads.pin, { id, pinned: true })).rejects.toEqual(refused('forbidden', 403));
  await moderator.call(threads.pin, { id, pinned: true });
  const ids = (cards: { id: number }[]) => cards.map((one) => one.id);
  expect(ids((await reader.call(threads.list, { pinned: true })).items)).toEqual([id]);
  // With the first page of the whole list, in whichever order; not with another page, and not where something is left out.
  const newer = await ask(world, asker);
  const first = await reader.call(threads.list, { limit: 1 });
  expect([ids(first.pinned), ids(first.items)]).toEqual([[id], [newer]]);
  expect(first.pinned[0]).toEqual((await reader.call(threads.list, { pinned: true })).items[0]);
  expect(ids((await reader.call(threads.list, { sort: 'new' })).pinned)).toEqual([id]);
  for (const rest of [{ cursor: first.next! }, { state: 'open' as const }, { unanswered: 'any' as const }])
    expect((await reader.call(threads.list, { limit: 1, ...rest })).pinned).toEqual([]);
  expect((await world.visitor.call(threads.list, {})).pinned).toEqual([]);
  await moderator.call(threads.pin, { id, pinned: false });
  expect((await reader.call(threads.list, { pinned: true })).items).toEqual([]);
  expect((await reader.call(threads.list, {})).pinned).toEqual([]);
});

it('lets a person post once in so many minutes in a slow space, two posts at once too', async () => {
  await freshLimits(world);
  const group = await world.space({ kind: 'group', members: [asker, reader, { id: answerer.id, level: 'moderate' }] });
  const id = await ask(world, answerer, { spaceId: group });
  await expect(reader.call(moderation.slow, { id: group, minutes: 10 })).rejects.toEqual(refused('forbidden', 403));
  await answerer.call(moderation.slow, { id: group, minutes: 10 });
  const both = await Promise.allSettled([answer(reader, id, 'Một bài.'), answer(reader, id, 'Hai bài.')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const held = await reader.call(posts.addComment, { id, text: 'Thêm nữa' }).catch((error: unknown) => error);
  expect(held).toMatchObject({ code: 'slow-mode', status: 429 });
  expect(Number((held as { headers: Record<string, unknown> }).headers['retry-after'])).toBeGreaterThan(590);
  await answer(answerer, id);
  await answer(answerer, id);
  world.clock.set(new Date(Date.now() + 10 * 60_000 + 1000));
  await answer(reader, id, 'Sau mười phút.');
  world.clock.set(null);
});

it('lets files go with the post that they stand under, and come back with it', async () => {
  await freshLimits(world);
  const writer = await world.person();
  const id = await ask(world, asker);
  const file = await upload(writer, 'a.pdf', pdf());
  const made = await writer.call(posts.reply, { id, text: 'Xem tệp đính kèm.', files: [file.key] });
  const status = async (who: Caller) => (await download(who, file.key)).status;
  expect(await status(reader)).toBe(200);
  await moderator.call(posts.hide, { id: made.id, reason });
  expect(await Promise.all([reader, writer, moderator].map(status))).toEqual([404, 404, 404]);
  await moderator.call(posts.restore, { id: made.id });
  expect(await status(reader)).toBe(200);
  await reader.call(posts.addComment, { id: made.id, text: 'Cảm ơn.' });
  expect(await writer.call(posts.remove, { id: made.id })).toEqual({ tombstone: true });
  expect(await status(reader)).toBe(404);
  expect((await reader.call(threads.read, { id })).answers.items[0]!.files).toEqual([]);
  await writer.call(posts.restore, { id: made.id });
  expect(await status(reader)).toBe(200);
});

it('lets nobody change what was deleted, with replies or without', async () => {
  await freshLimits(world);
  const id = await ask(world, asker, { text: 'Câu hỏi sẽ được xóa cùng phần thêm thông tin.' });
  const alone = await answer(answerer, id, 'Câu trả lời không ai góp ý.');
  await answerer.call(posts.remove, { id: alone.id });
  const edit = (post: number, who: Caller) =>
    who.call(posts.editPost, { id: post, text: 'Viết lại sau khi xóa' }, { ifMatch: 1 });
  for (const who of [answerer, reader, moderator])
    await expect(edit(alone.id, who)).rejects.toEqual(refused('not-found', 404));
  const said = await answerer.call(posts.addComment, { id, text: 'Góp ý ở lại.' });
  const changed = { id, title: 'Tiêu đề viết lại sau khi xóa', text: 'Nội dung viết lại sau khi xóa.' };
  const topicIds = [await world.topic()];
  expect(await asker.call(posts.remove, { id })).toEqual({ tombstone: true });
  await expect(asker.call(threads.edit, { ...changed, topicIds }, { ifMatch: 2 })).rejects.toEqual(
    refused('illegal-transition', 409),
  );
  await answerer.call(posts.remove, { id: said.id });
  const whole = await ask(world, asker);
  expect(await asker.call(posts.remove, { id: whole })).toEqual({ tombstone: false });
  await expect(asker.call(threads.edit, { ...changed, id: whole, topicIds }, { ifMatch: 1 })).rejects.toEqual(
    refused('not-found', 404),
  );
});

it('hides what a post said before with it, also under a tombstone', async () => {
  await freshLimits(world);
  const writer = await world.person();
  const id = await ask(world, asker);
  const made = await answer(writer, id, 'Bản đầu có nội dung astatin cần xóa.');
  await world.sqlAsOwner(`update item set created_at = now() - interval '1 hour' where id = $1`, [made.id]);
  await writer.call(posts.editPost, { id: made.id, text: 'Bản sau đã khác hẳn bản đầu.' }, { ifMatch: 1 });
  await reader.call(posts.addComment, { id: made.id, text: 'Cảm ơn.' });
  const kept = () => reader.raw({ method: 'GET', url: `/api/posts/${made.id}/history` });
  expect((await kept()).status).toBe(200);
  const said = await world.sqlAsOwner('select 1 from revision where post_id = $1', [made.id]);
  expect(said.length).toBeGreaterThan(0);
  await writer.call(posts.remove, { id: made.id });
  for (const number of [1, 2])
    expect((await reader.raw({ method: 'GET', url: `/api/posts/${made.id}/history/${number}` })).body).not.toContain(
      'astatin',
    );
  expect((await kept()).body).not.toContain('astatin');
});
