import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerInvitations,
  arranging,
  history,
  notifications,
  posts,
  returning,
  threads,
  truth,
} from '@hat-nhan/contracts';
import { answer, ask, settle } from '../../test/forum.js';
import { openForum, type Person } from '../../test/forum-world.js';

const { world, spaces, two: reader, one: other, moderator } = await openForum();
const asker = await world.person({ name: 'Nguyễn Kín Danh' });
const title = 'Phần được tách ra để bàn riêng';
const changed =
  'Viết lại hẳn câu trả lời này, dài hơn nhiều so với bản đầu tiên, vì cần nêu rõ từng bước cho người đọc sau.';

/** A question without name; the asker chose an answer of another, changed it, and says that it is still true. */
async function asked(subject: string) {
  const input = { title: `Hỏi mà không nêu tên về ${subject}`, text: 'Nội dung cần hỏi ở đây khá dài.' };
  const topicIds = [await world.topic()];
  const { id } = await asker.call(threads.ask, { ...input, topicIds, spaceId: spaces.members, unnamed: true });
  const { id: first } = await answer(other, id, 'Câu trả lời thứ nhất của một người khác.');
  const { id: chosen } = await answer(other, id, 'Câu trả lời của một người khác.');
  await other.call(history.setWiki, { id: chosen, wiki: true });
  const { version } = await asker.call(posts.source, { id: chosen });
  await asker.call(posts.editPost, { id: chosen, text: changed }, { ifMatch: version });
  await asker.call(truth.say, { id: chosen, still: true, reason: '' });
  await asker.call(threads.accept, { id: chosen });
  await settle(world);
  return { id, first, chosen };
}

/** Everything that a reader is told of a thread, its posts and what was done there. */
async function told(id: number, chosen: number, inbox: Person = other): Promise<string> {
  const page = await reader.call(threads.read, { id });
  const revisions = await reader.call(history.history, { id: chosen });
  const second = await reader.call(history.readRevision, { id: chosen, number: 2 });
  const sayings = await reader.call(truth.sayings, { id: chosen });
  const { items } = await inbox.call(notifications.inbox, {});
  return JSON.stringify([page, revisions, second, sayings, items.filter(({ threadId }) => threadId === id)]);
}
const people = async (id: number) => {
  const { thread, answers } = await reader.call(threads.read, { id });
  const shown = [thread, ...answers.items].flatMap((post) =>
    'comments' in post && Array.isArray(post.comments) ? [post, ...post.comments] : [post],
  );
  return { counted: thread.people, shown: new Set(shown.map(({ author }) => author.personId)).size };
};

describe('who asked without name', () => {
  describe('in what is split off', () => {
    let id: number;
    let chosen: number;
    let made: number;
    beforeAll(async () => {
      const given = await asked('việc được tách');
      ({ id, chosen } = given);
      const { id: own } = await answer(asker, id, 'Bổ sung thêm tình tiết của đơn vị.');
      const answerIds = [given.first, chosen, own];
      made = (await moderator.call(arranging.split, { id, kind: 'question', title, answerIds })).id;
    });

    it('has no name in the history, the inbox, or what readers said', async () => {
      expect(await told(made, chosen)).not.toContain(asker.name);
      const { items } = await other.call(notifications.inbox, {});
      expect(items.find(({ kind, postId }) => kind === 'accepted' && postId === chosen)?.by).toMatchObject({
        name: null,
        title: 'Một thành viên cấp tỉnh',
      });
    });

    it('writes on without it, and is counted as one; moderators are told who it is', async () => {
      await answer(asker, made, 'Trả lời tiếp ở mục mới.');
      await asker.call(posts.addComment, { id: chosen, text: 'Góp ý ở mục mới.' });
      await settle(world);
      expect(await told(made, chosen)).not.toContain(asker.name);
      expect(await people(made)).toEqual({ counted: 2, shown: 2 });
      expect((await moderator.call(threads.read, { id: made })).thread.withoutName).toMatchObject([
        { name: asker.name },
      ]);
      for (const who of [reader, other])
        expect((await who.call(threads.read, { id: made })).thread).toMatchObject({ withoutName: [], asker: null });
    });

    it('shows it there himself, under all that he did there, and nowhere else', async () => {
      await expect(reader.call(returning.showName, { id: made })).rejects.toMatchObject({ code: 'forbidden' });
      expect((await asker.call(threads.read, { id: made })).thread.can.showName).toBe(true);
      await asker.call(returning.showName, { id: made });
      const { answers } = await reader.call(threads.read, { id: made });
      expect(answers.items.map(({ author }) => author.name)).toEqual([other.name, asker.name, asker.name]);
      expect((await reader.call(history.history, { id: chosen })).items[0]!.by.name).toBe(asker.name);
      expect((await reader.call(truth.sayings, { id: chosen })).items[0]!.by.name).toBe(asker.name);
      const { items } = await other.call(notifications.inbox, {});
      expect(items.find(({ kind, postId }) => kind === 'accepted' && postId === chosen)?.by.name).toBe(asker.name);
      expect((await reader.call(threads.read, { id })).thread.author.name).toBeNull();
      await expect(asker.call(returning.showName, { id: made })).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  it('has none either where the split comes before the inboxes are filled, and nothing of his came along', async () => {
    const input = { title: 'Hỏi mà không nêu tên, chưa ai được báo', text: 'Nội dung cần hỏi ở đây khá dài.' };
    const topicIds = [await world.topic()];
    const { id } = await asker.call(threads.ask, { ...input, topicIds, spaceId: spaces.members, unnamed: true });
    const { id: chosen } = await answer(other, id);
    await asker.call(threads.accept, { id: chosen });
    const { id: made } = await moderator.call(arranging.split, { id, kind: 'question', title, answerIds: [chosen] });
    await settle(world);
    await answer(asker, made, 'Trả lời ở mục mới, nơi chưa từng viết.');
    const { items } = await other.call(notifications.inbox, {});
    const here = items.filter(({ threadId }) => threadId === made);
    expect(here.map(({ kind }) => kind)).toContain('accepted');
    expect(JSON.stringify([here, await reader.call(threads.read, { id: made })])).not.toContain(asker.name);
  });

  it('has none where his question was merged, beside what he wrote there by name', async () => {
    const { id, chosen } = await asked('việc được gộp');
    const target = await ask(world, reader);
    const named = await answer(asker, target, 'Câu trả lời có tên.');
    const before = await people(target);
    await moderator.call(arranging.merge, { id, targetId: target });
    // What he did before by name stays so; nothing tells that the two are one.
    const names = async () =>
      (await reader.call(threads.read, { id: target })).answers.items.map((post) => [post.id, post.author.name]);
    expect(await names()).toEqual(
      expect.arrayContaining([
        [named.id, asker.name],
        [id, null],
      ]),
    );
    expect((await reader.call(history.history, { id: chosen })).items.map(({ by }) => by.name)).toEqual([
      null,
      other.name,
    ]);
    const { items } = await other.call(notifications.inbox, {});
    expect(items.filter(({ postId }) => postId === chosen).map(({ by }) => by.name)).not.toContain(asker.name);
    expect([before, await people(target)]).toEqual([
      { counted: 2, shown: 2 },
      { counted: 4, shown: 4 },
    ]);
    const later = await answer(asker, target, 'Nói thêm sau khi gộp.');
    expect(later.author.name).toBeNull();
    expect(await people(target)).toEqual({ counted: 4, shown: 4 });
    // Nor does a choice of the asker of the other thread.
    await reader.call(threads.accept, { id: named.id });
    await reader.call(threads.accept, { id });
    const chosenNow = (await reader.call(threads.read, { id: target })).answers.items.flatMap(
      ({ accepted }) => accepted ?? [],
    );
    expect(chosenNow.map(({ own }) => own)).toEqual([false, false]);
  });

  it('is not told as the author of his own choice where he stands with and without his name', async () => {
    const target = await ask(world, asker);
    const { id } = await asked('việc của chính người hỏi');
    await moderator.call(arranging.merge, { id, targetId: target });
    await asker.call(threads.accept, { id });
    const [first] = (await reader.call(threads.read, { id: target })).answers.items;
    expect(first).toMatchObject({ id, author: { name: null }, accepted: { by: 'asker', own: false } });
  });

  it('answers no invitation by it in a thread to which his question was merged', async () => {
    const target = await ask(world, reader);
    await reader.call(answerInvitations.invite, { id: target, personIds: [asker.id] });
    const { id } = await asked('việc đã được mời');
    await moderator.call(arranging.merge, { id, targetId: target });
    await answer(asker, target, 'Nói thêm mà không nêu tên.');
    const { items } = await reader.call(answerInvitations.list, { id: target });
    expect(items.map(({ state }) => state)).toEqual(['open']);
  });
});
