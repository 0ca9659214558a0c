import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { notifications, posts, threads, type Notification } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { answer, ask, freshLimits, settle } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;

let world: World;
let asker: Person;
let answerer: Person;
let third: Person;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await freshLimits(world);
  [asker, answerer, third] = [
    await world.person({ name: 'Nguyễn Thị Hỏi' }),
    await world.person({ name: 'Trần Văn Đáp' }),
    await world.person({ name: 'Lê Thị Ba' }),
  ];
});
afterEach(() => world.clock.set(null));
afterAll(() => world.close());

const drain = () => settle(world);
const inbox = (who: Caller) => who.call(notifications.inbox, {});
const told = async (who: Caller) => (await inbox(who)).items.map(({ kind, postId }) => ({ kind, postId }));
const mention = (person: Person) => `@[${person.name}](person:${person.id})`;

describe('telling', () => {
  it('tells the asker and the watchers of an answer, never the one who wrote it', async () => {
    const id = await ask(world, asker, { title: 'Trục liên thông trả lỗi 403' });
    await third.call(threads.watch, { id, level: 'watch' });
    const { id: postId } = await answer(answerer, id, 'Cần **gia hạn** chứng thư số.');
    await drain();
    const { items, unread, next } = await inbox(asker);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'answer',
        threadId: id,
        postId,
        readAt: null,
        title: 'Trục liên thông trả lỗi 403',
        excerpt: 'Cần gia hạn chứng thư số.',
      }),
    ]);
    expect(items[0]!.by).toMatchObject({ personId: answerer.id, name: 'Trần Văn Đáp' });
    expect({ unread, next }).toEqual({ unread: 1, next: null });
    expect(await told(third)).toEqual([{ kind: 'answer', postId }]);
    expect(await told(answerer)).toEqual([]);
  });

  it('tells the author of a post of a comment on it', async () => {
    const id = await ask(world, asker);
    const { id: postId } = await answer(answerer, id);
    const first = await third.call(posts.addComment, { id: postId, text: 'Đã thử, đúng như vậy.' });
    const second = await third.call(posts.addComment, { id, text: 'Máy chủ phiên bản nào?' });
    await drain();
    expect(await told(answerer)).toEqual([{ kind: 'comment', postId: first.id }]);
    expect(await told(asker)).toEqual([
      { kind: 'comment', postId: second.id },
      { kind: 'answer', postId },
    ]);
  });

  it('tells who is named, in place of any other reason, and once also after an edit', async () => {
    const id = await ask(world, asker, { text: `Nhờ ${mention(answerer)} xem giúp lỗi này trên trục liên thông.` });
    const { id: postId } = await answer(answerer, id, `Đã xem. ${mention(asker)} gia hạn chứng thư nhé.`);
    await drain();
    expect(await told(answerer)).toEqual([{ kind: 'mention', postId: id }]);
    expect(await told(asker)).toEqual([{ kind: 'mention', postId }]);
    await answerer.call(
      posts.editPost,
      { id: postId, text: `Đã xem. ${mention(asker)} và ${mention(third)} gia hạn nhé.` },
      { ifMatch: 1 },
    );
    await drain();
    expect(await told(third)).toEqual([{ kind: 'mention', postId }]);
    expect(await told(asker)).toHaveLength(1);
    // Somebody else's touch of the thread names nobody anew.
    await third.call(threads.addMeToo, { id });
    await drain();
    expect(await told(asker)).toHaveLength(1);
    expect(await told(answerer)).toHaveLength(1);
  });

  it('names in its excerpt whom the text mentions, as the reader may know him', async () => {
    const id = await ask(world, asker);
    const gone = await world.person({ name: 'Vũ Văn Khuất' });
    await answer(answerer, id, `Nhờ ${mention(third)}, ${mention(gone)} và @[Tên khác](person:2147483647) xem.`);
    await world.sqlAsOwner('update item set space_id = $1 where id = $2', [
      await world.space({ kind: 'group' }),
      gone.id,
    ]);
    await drain();
    const [told] = (await inbox(asker)).items;
    expect(told!.excerpt).toBe('Nhờ @Lê Thị Ba, @… và @… xem.');
  });

  it('says in which kind of thread it was answered', async () => {
    const id = await ask(world, asker, { kind: 'discussion' });
    await answer(answerer, id);
    await drain();
    await answer(answerer, await ask(world, asker));
    await drain();
    expect((await inbox(asker)).items.map(({ kind, threadKind }) => [kind, threadKind])).toEqual([
      ['answer', 'question'],
      ['answer', 'discussion'],
    ]);
  });

  it('tells the author that his answer was chosen, and by whom', async () => {
    const id = await ask(world, asker);
    const { id: postId } = await answer(answerer, id);
    await asker.call(threads.accept, { id: postId });
    await drain();
    const { items } = await inbox(answerer);
    expect(items).toEqual([expect.objectContaining({ kind: 'accepted', postId })]);
    expect(items[0]!.by).toMatchObject({ personId: asker.id, name: 'Nguyễn Thị Hỏi' });
  });

  it('tells asker and watchers that a thread was closed, with the note', async () => {
    const moderator = await world.person({ name: 'Phạm Văn Điều', roles: ['moderator'] });
    const id = await ask(world, asker);
    await third.call(threads.watch, { id, level: 'watch' });
    await moderator.call(threads.close, { id, reason: 'outdated', note: 'Đã có quy định mới.' });
    await drain();
    for (const who of [asker, third]) {
      const { items } = await inbox(who);
      expect(items).toEqual([
        expect.objectContaining({ kind: 'closed', threadId: id, excerpt: 'Đã có quy định mới.' }),
      ]);
      expect(items[0]!.by).toMatchObject({ personId: moderator.id, name: 'Phạm Văn Điều' });
    }
    expect(await told(moderator)).toEqual([]);
  });

  it('tells nobody who muted, and nobody of what he may not see', async () => {
    const group = await world.space({ kind: 'group', members: [asker, answerer] });
    const id = await ask(world, asker, { spaceId: group });
    await asker.call(threads.watch, { id, level: 'mute' });
    await answer(answerer, id, `${mention(third)} và ${mention(asker)} xem giúp.`);
    await drain();
    expect(await inbox(asker)).toEqual({ items: [], next: null, unread: 0 });
    expect(await inbox(third)).toEqual({ items: [], next: null, unread: 0 });
    expect(
      await world.sqlAsOwner('select 1 from notification where person_id = any($1)', [[asker.id, third.id]]),
    ).toEqual([]);
  });

  it('survives being run twice, and publishes to the person only once', async () => {
    const id = await ask(world, asker);
    const { id: postId } = await answer(answerer, id);
    await drain();
    await world.sqlAsOwner(
      `insert into event (name, payload, actor_id) select name, payload, actor_id from event where name = 'answer.created' and payload->>'postId' = $1`,
      [String(postId)],
    );
    await drain();
    expect(await told(asker)).toEqual([{ kind: 'answer', postId }]);
    const events = await world.sqlAsOwner(
      `select 1 from event where name = 'notification.created' and payload->>'personId' = $1`,
      [String(asker.id)],
    );
    expect(events).toHaveLength(1);
  });
});

describe('inbox', () => {
  it('pages by key, counts what is unread and marks some or all read', async () => {
    const id = await ask(world, asker);
    for (let count = 0; count < 5; count++) {
      await answer(answerer, id, `Câu trả lời thứ ${count}.`);
      await drain();
    }
    const seen: Notification[] = [];
    let cursor: string | undefined;
    do {
      const page = await asker.call(notifications.inbox, { limit: 2, ...(cursor && { cursor }) });
      expect(page.unread).toBe(5);
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.map((one) => one.excerpt)).toEqual([4, 3, 2, 1, 0].map((count) => `Câu trả lời thứ ${count}.`));
    await asker.call(notifications.markRead, { ids: [seen[0]!.id, seen[1]!.id] });
    expect((await inbox(asker)).unread).toBe(3);
    expect((await inbox(asker)).items.map((one) => one.readAt !== null)).toEqual([true, true, false, false, false]);
    await third.call(notifications.markRead, { ids: [seen[2]!.id] });
    expect((await inbox(asker)).unread).toBe(3);
    expect(await asker.call(notifications.markRead, {})).toEqual({ done: true });
    expect((await inbox(asker)).unread).toBe(0);
    await expect(asker.call(notifications.inbox, { cursor: 'forged.cursor' })).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
  });

  it('shows nothing of a space that was left, and counts nothing', async () => {
    const group = await world.space({ kind: 'group', members: [asker, answerer] });
    await answer(answerer, await ask(world, asker, { spaceId: group }));
    await drain();
    expect((await inbox(asker)).unread).toBe(1);
    await world.sqlAsOwner('delete from space_member where space_id = $1 and person_id = $2', [group, asker.id]);
    expect(await inbox(asker)).toEqual({ items: [], next: null, unread: 0 });
  });
});

const mail = async (minutes: number) => {
  await drain();
  world.clock.set(new Date(Date.now() + minutes * 60_000));
  await world.jobs.run('mailUnread');
  return world.mailbox.letters;
};
const lettersTo = (who: Person) =>
  world.mailbox.letters.filter((letter) => letter.to === `person-${who.id}@test.example`);

describe('mailing', () => {
  it('sends one letter for what stayed unread for ten minutes, once', async () => {
    const id = await ask(world, asker, { title: 'Bảng lương.vn của xã bị lệch số liệu' });
    await answer(answerer, id, 'Xem lại bước ánh xạ mã.');
    await mail(9);
    expect(lettersTo(asker)).toEqual([]);
    await mail(11);
    await mail(12);
    const [letter, ...more] = lettersTo(asker);
    expect(more).toEqual([]);
    expect(letter!.subject).toBe('Có câu trả lời mới: Bảng lương.vn của xã bị lệch số liệu');
    expect(letter!.text).toContain('Kính gửi ông/bà Nguyễn Thị Hỏi');
    expect(letter!.text).toContain('Trần Văn Đáp');
    expect(letter!.text).toContain('Xem lại bước ánh xạ mã.');
    // A title can not become a link of its own in a mail program.
    expect(letter!.text).not.toContain('lương.vn');
    expect(letter!.text).toContain(`/hoi-dap/${id}#`);
  });

  it('names whom a text mentions, and calls what is said in a discussion a reply', async () => {
    const id = await ask(world, asker, { kind: 'discussion', title: 'Họp giao ban trực tuyến' });
    await answer(answerer, id, `Mời ${mention(third)} nêu ý kiến.`);
    await mail(11);
    const [letter] = lettersTo(asker);
    expect(letter!.subject).toBe('Có phản hồi mới: Họp giao ban trực tuyến');
    expect(letter!.text).toContain('đã phản hồi trong thảo luận “Họp giao ban trực tuyến”: Mời @Lê Thị Ba nêu ý kiến.');
  });

  it('sends nothing of what was read, nor to a watcher, nor to a disabled account', async () => {
    const id = await ask(world, asker);
    await third.call(threads.watch, { id, level: 'watch' });
    await answer(answerer, id);
    await answer(third, await ask(world, answerer));
    await drain();
    await asker.call(notifications.markRead, {});
    await world.sqlAsOwner('update account set disabled_at = now() where person_id = $1', [answerer.id]);
    await mail(11);
    expect([lettersTo(asker), lettersTo(third), lettersTo(answerer)]).toEqual([[], [], []]);
  });

  it('gathers up to ten lines in one letter, in the language of the account', async () => {
    await world.sqlAsOwner(`update account set locale = 'en' where person_id = $1`, [asker.id]);
    const id = await ask(world, asker);
    for (let count = 0; count < 12; count++) await answer(answerer, id, `Trả lời số ${count} ạ.`);
    await mail(11);
    const letters = lettersTo(asker);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.subject).toMatch(/^New answer: /);
    expect(letters[0]!.text).toContain('12 unread notifications');
    expect(letters[0]!.text.match(/•/g)).toHaveLength(10);
    expect(letters[0]!.text).toContain('2 more are in the inbox');
  });

  it('sends nothing that is out of sight by the time it would go, and the rest', async () => {
    const group = await world.space({ kind: 'group', members: [asker, answerer] });
    await answer(answerer, await ask(world, asker, { spaceId: group, title: 'Chuyện trong nhóm kín' }));
    const open = await ask(world, asker, { title: 'Chuyện của mọi thành viên' });
    await answer(answerer, open);
    await drain();
    await world.sqlAsOwner('delete from space_member where space_id = $1 and person_id = $2', [group, asker.id]);
    await mail(11);
    const letters = lettersTo(asker);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain('Chuyện của mọi thành viên');
    expect(JSON.stringify(letters)).not.toContain('nhóm kín');
  });

  it('stops at five letters a day, besides those that name the person', async () => {
    const id = await ask(world, asker);
    for (let count = 0; count < 6; count++) {
      await answer(answerer, id, `Thêm ý thứ ${count}.`);
      await mail(11 * (count + 1));
    }
    expect(lettersTo(asker)).toHaveLength(5);
    await answer(answerer, id, `${mention(asker)} xem ý này.`);
    await mail(90);
    const letters = lettersTo(asker);
    expect(letters).toHaveLength(6);
    expect(letters[5]!.subject).toMatch(/^Có người nhắc đến ông\/bà: /);
    expect(letters[5]!.text).not.toContain('Thêm ý thứ 5');
  });

  it('tries again after the lease when the mail server failed, and then marks it', async () => {
    await answer(answerer, await ask(world, asker));
    await drain();
    const [address] = await world.sqlAsOwner<{ address: string }>('select address from email where person_id = $1', [
      asker.id,
    ]);
    // No letter can leave to nowhere, and no server has refused one for good.
    await world.sqlAsOwner(`update email set address = '' where person_id = $1`, [asker.id]);
    await mail(11);
    await world.sqlAsOwner('update email set address = $2 where person_id = $1', [asker.id, address!.address]);
    expect(lettersTo(asker)).toEqual([]);
    await mail(12);
    expect(lettersTo(asker)).toEqual([]);
    await mail(17);
    await mail(30);
    expect(lettersTo(asker)).toHaveLength(1);
    const [row] = await world.sqlAsOwner<{ mailed: boolean }>(
      'select mailed_at is not null as mailed from notification where person_id = $1',
      [asker.id],
    );
    expect(row).toEqual({ mailed: true });
  });
});
