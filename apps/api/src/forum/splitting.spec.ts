import { describe, expect, it } from '@jest/globals';
import { arranging, notifications, posts, returning, search, threads } from '@hat-nhan/contracts';
import type { Caller } from '../../test/api.js';
import { download, pdf, upload } from '../../test/files.js';
import { answer, ask, freshLimits, settle } from '../../test/forum.js';
import { openForum, refused, wrong } from '../../test/forum-world.js';

const { world, spaces, asker, one, two, moderator } = await openForum();

const page = (who: Caller, id: number) => who.call(threads.read, { id });
const title = 'Cấp chứng thư số cho cán bộ xã';
/** What is counted, beside what is there. */
async function counted(id: number) {
  const [row] = await world.sqlAsOwner<Record<string, unknown>>(
    `select t.answers, t.accepted, t.comments, t.people, t.watchers, t.helpful, (t.last->>'postId')::int as last, i.state, i.kind,
      (select count(*)::int from post p where p.thread_id = t.id and p.kind = 'answer' and p.withheld_by is null) as really,
      (select count(*)::int from search_row s where s.thread_id = t.id) as found
    from thread t join item i on i.id = t.id where t.id = $1`,
    [id],
  );
  return row;
}

describe('splitting', () => {
  it('takes answers with comments, votes and files into a new question that the earliest opens', async () => {
    const word = 'vonfram';
    const id = await ask(world, asker);
    const kept = await answer(one, id);
    const { key } = await upload(one, 'bang.pdf', pdf());
    const opening = await one.call(posts.reply, { id, text: `Việc khác: ${word} thì sao?`, files: [key] });
    const second = await answer(two, id, 'Về việc khác đó: nên làm trước.');
    const comment = await asker.call(posts.addComment, { id: second.id, text: 'Đúng vậy.' });
    const hidden = await asker.call(posts.addComment, { id: second.id, text: 'Góp ý sẽ bị ẩn.' });
    await two.call(posts.vote, { id: opening.id });
    await asker.call(threads.accept, { id: second.id });
    await two.call(threads.watch, { id, level: 'mute' });
    await two.call(returning.save, { id: opening.id });
    await moderator.call(posts.hide, { id: hidden.id, reason: 'Trùng lặp' });
    const input = { id, kind: 'question' as const, title, answerIds: [second.id, opening.id] };
    await expect(asker.call(arranging.split, input)).rejects.toEqual(refused('forbidden', 403));
    const made = await moderator.call(arranging.split, input, { key: 'tach-lan-1' });
    // Sent twice by a lost connection it is one split.
    expect(await moderator.call(arranging.split, input, { key: 'tach-lan-1' })).toEqual(made);
    expect(made).toEqual({ id: opening.id });

    const { thread, answers } = await page(one, made.id);
    expect(thread).toMatchObject({
      kind: 'question',
      title,
      state: 'open',
      own: true,
      helpful: 1,
      answers: 1,
      accepted: 0,
    });
    expect(thread.files).toHaveLength(1);
    expect((await download(two, key)).status).toBe(200);
    expect(answers.items.map((shown) => [shown.id, shown.accepted, shown.comments.map((line) => line.id)])).toEqual([
      [second.id, null, [comment.id]],
    ]);
    expect(await counted(made.id)).toMatchObject({
      answers: 1,
      really: 1,
      comments: 1,
      people: 3,
      watchers: 2,
      last: comment.id,
      found: 2,
    });
    expect(await counted(id)).toMatchObject({
      answers: 1,
      really: 1,
      accepted: 0,
      state: 'open',
      last: kept.id,
      found: 2,
    });
    expect(thread.related).toEqual([{ id, title: expect.any(String), how: 'splitFrom' }]);
    expect((await page(one, id)).thread.related).toEqual([{ id: made.id, title, how: 'split' }]);
    expect((await two.call(search.search, { q: word })).items[0]).toMatchObject({ id: made.id, kind: 'question' });
    expect(await two.call(arranging.place, { id: second.id })).toEqual({ threadId: made.id, title, merged: false });
    await settle(world);
    const told = (await one.call(notifications.inbox, {})).items.filter(({ kind }) => kind === 'split');
    expect(told).toMatchObject([{ threadId: made.id }]);
    // The asker of the new one chooses now, and what was hidden comes back there.
    expect(await one.call(threads.accept, { id: second.id })).toEqual({ state: 'resolved', accepted: 1 });
    expect(await moderator.call(posts.restore, { id: hidden.id })).toEqual({ threadId: made.id });
    expect(await counted(made.id)).toMatchObject({ comments: 2 });
  });

  it('never takes the question itself, a comment, what is gone, or what stands elsewhere', async () => {
    const id = await ask(world, asker);
    const elsewhere = await answer(one, await ask(world, asker));
    const mine = await answer(one, id);
    const gone = await answer(two, id);
    const comment = await asker.call(posts.addComment, { id: mine.id, text: 'Cảm ơn.' });
    await moderator.call(posts.hide, { id: gone.id, reason: 'Quảng cáo' });
    for (const answerIds of [[id], [mine.id, id], [comment.id], [gone.id], [elsewhere.id], [999_999]])
      await expect(moderator.call(arranging.split, { id, kind: 'question', title, answerIds })).rejects.toEqual(
        wrong('/answerIds'),
      );
    await expect(moderator.call(arranging.split, { id, kind: 'question', title, answerIds: [] })).rejects.toEqual(
      wrong('/answerIds'),
    );
    expect(await counted(id)).toMatchObject({ answers: 1, really: 1 });
  });

  it('takes each answer once, also with two moderators at once', async () => {
    const second = await world.person({ roles: ['moderator'] });
    for (let round = 0; round < 4; round++) {
      const id = await ask(world, asker);
      const [first, next] = [await answer(one, id), await answer(two, id)];
      const outcomes = await Promise.allSettled([
        moderator.call(arranging.split, { id, kind: 'question', title, answerIds: [first.id, next.id] }),
        second.call(arranging.split, { id, kind: 'discussion', title, answerIds: [next.id] }),
      ]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await counted(id))!['answers']).toBe((await counted(id))!['really']);
    }
  });

  it('keeps who asks without name without it', async () => {
    const { id } = await asker.call(threads.ask, {
      title: 'Câu hỏi không nêu tên người hỏi',
      text: 'Nội dung cần hỏi mà không nêu tên.',
      topicIds: [await world.topic()],
      spaceId: spaces.members,
      unnamed: true,
    });
    const own = await answer(asker, id);
    await moderator.call(arranging.split, { id, kind: 'question', title, answerIds: [own.id] });
    const { thread } = await page(two, own.id);
    expect(thread).toMatchObject({ unnamed: true, asker: null, author: { name: null, personId: null } });
  });
});

describe('merging', () => {
  it('makes the question an answer of the other, brings all along, and leads its address there', async () => {
    const word = 'antimon';
    const target = await ask(world, asker);
    const early = await answer(two, target);
    const id = await ask(world, one, {
      title: `Câu hỏi thứ hai về ${word}`,
      text: 'Nội dung của câu hỏi thứ hai, cùng một việc.',
    });
    const late = await answer(two, id);
    const comment = await two.call(posts.addComment, { id, text: 'Góp ý vào câu hỏi thứ hai.' });
    const gone = await answer(asker, id);
    await moderator.call(posts.hide, { id: gone.id, reason: 'Quảng cáo' });
    await one.call(threads.accept, { id: late.id });
    await two.call(posts.vote, { id });
    await two.call(threads.addMeToo, { id });
    await moderator.call(threads.watch, { id, level: 'watch' });
    const third = await ask(world, asker);
    await moderator.call(arranging.markDuplicate, { id: third, targetId: id });
    await expect(one.call(arranging.merge, { id, targetId: target })).rejects.toEqual(refused('forbidden', 403));
    expect(await moderator.call(arranging.merge, { id, targetId: target }, { key: 'gop-lan-1' })).toEqual({
      id: target,
    });
    expect(await moderator.call(arranging.merge, { id, targetId: target }, { key: 'gop-lan-1' })).toEqual({
      id: target,
    });

    const { thread, answers } = await page(asker, target);
    expect(thread).toMatchObject({ answers: 3, accepted: 0, state: 'open', meToo: 1 });
    expect(answers.items.map((shown) => shown.id).toSorted((a, b) => a - b)).toEqual([early.id, id, late.id]);
    const merged = answers.items.find((shown) => shown.id === id)!;
    expect(merged).toMatchObject({ title: `Câu hỏi thứ hai về ${word}`, helpful: 1, author: { personId: one.id } });
    expect(merged.comments.map((line) => line.id)).toEqual([comment.id]);
    expect(await counted(target)).toMatchObject({
      answers: 3,
      really: 3,
      comments: 1,
      people: 3,
      watchers: 4,
      found: 4,
    });
    expect(thread.related).toEqual([{ id: third, title: expect.any(String), how: 'duplicate' }]);
    await expect(page(asker, id)).rejects.toEqual(refused('not-found', 404));
    expect(await world.visitor.call(arranging.place, { id }).catch(({ code }: { code: string }) => code)).toBe(
      'not-found',
    );
    expect(await asker.call(arranging.place, { id })).toEqual({ threadId: target, title: thread.title, merged: true });
    expect(await asker.call(arranging.place, { id: late.id })).toMatchObject({ threadId: target, merged: false });
    expect((await asker.call(search.search, { q: word })).items[0]).toMatchObject({
      id,
      kind: 'answer',
      threadId: target,
    });
    await settle(world);
    const told = (await one.call(notifications.inbox, {})).items.filter(({ kind }) => kind === 'merged');
    expect(told).toMatchObject([{ threadId: target, postId: id }]);
    expect(await moderator.call(posts.restore, { id: gone.id })).toEqual({ threadId: target });
    expect(await counted(target)).toMatchObject({ answers: 4, really: 4 });
    // It is an answer as any other: its author changes it, the asker chooses it.
    const { version } = await one.call(posts.source, { id });
    await one.call(posts.editPost, { id, text: 'Nội dung đã sửa sau khi gộp.' }, { ifMatch: version });
    expect(await asker.call(threads.accept, { id })).toEqual({ state: 'resolved', accepted: 1 });
    expect((await page(asker, target)).answers.items[0]).toMatchObject({ id, title: `Câu hỏi thứ hai về ${word}` });
  });

  it('refuses itself, a hidden or absent one, a duplicate, and another audience', async () => {
    const id = await ask(world, asker);
    const merge = (targetId: number) => moderator.call(arranging.merge, { id, targetId });
    await expect(merge(id)).rejects.toEqual(wrong('/targetId'));
    const hidden = await ask(world, one);
    await moderator.call(posts.hide, { id: hidden, reason: 'Quảng cáo' });
    const insider = await world.person();
    const group = await world.space({ kind: 'group', members: [insider] });
    for (const absent of [hidden, await ask(world, insider, { spaceId: group }), 999_999])
      await expect(merge(absent)).rejects.toEqual(refused('not-found', 404));
    for (const spaceId of [spaces.public, spaces.state])
      await expect(merge(await ask(world, one, { spaceId }))).rejects.toEqual(wrong('/targetId'));
    const duplicate = await ask(world, one);
    await moderator.call(arranging.markDuplicate, { id: duplicate, targetId: id });
    await expect(merge(duplicate)).rejects.toEqual(wrong('/targetId'));
    await expect(moderator.call(arranging.merge, { id: duplicate, targetId: id })).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['reopen'] },
    });
  });

  it('is done by one of two moderators at once, whichever end each begins at, while somebody answers', async () => {
    const second = await world.person({ roles: ['moderator'] });
    for (let round = 0; round < 5; round++) {
      await freshLimits(world);
      const [left, right] = [await ask(world, asker), await ask(world, one)];
      await answer(two, left);
      await answer(two, right);
      const outcomes = await Promise.allSettled([
        moderator.call(arranging.merge, { id: left, targetId: right }),
        second.call(arranging.merge, { id: right, targetId: left }),
        answer(two, left),
        two.call(threads.watch, { id: right, level: 'watch' }),
      ]);
      expect(
        outcomes
          .slice(0, 2)
          .map(({ status }) => status)
          .toSorted(),
      ).toEqual(['fulfilled', 'rejected']);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected')
          expect(['not-found', 'illegal-transition']).toContain((outcome.reason as { code: string }).code);
      const remaining = await world.sqlAsOwner<{ id: number; answers: number; really: number }>(
        `select t.id, t.answers, (select count(*)::int from post p where p.thread_id = t.id and p.kind = 'answer') as really from thread t where t.id = any ($1)`,
        [[left, right]],
      );
      expect(remaining).toHaveLength(1);
      expect(remaining[0]!.answers).toBe(remaining[0]!.really);
      expect(remaining[0]!.answers).toBe(outcomes[2]!.status === 'fulfilled' ? 4 : 3);
    }
  });
});
