import { describe, expect, it } from '@jest/globals';
import { arranging, notifications, posts, search, threads } from '@hat-nhan/contracts';
import type { Caller } from '../../test/api.js';
import { answer, ask, settle } from '../../test/forum.js';
import { openForum, refused, wrong } from '../../test/forum-world.js';

const { world, spaces, asker, one: other, two: both, moderator } = await openForum();

const mark = (who: Caller, id: number, targetId: number) => who.call(arranging.markDuplicate, { id, targetId });
const read = async (who: Caller, id: number) => (await who.call(threads.read, { id })).thread;
const given = async (id: number) => {
  const { helpful, meToo, watchers, state } = await read(moderator, id);
  return { helpful, meToo, watchers, state };
};

/** Who gave what to which thread, as the rows say it. */
const rows = (id: number) =>
  world.sqlAsOwner(
    `select 'vote' as what, person_id as who from vote where post_id = $1 union all
     select 'me_too', person_id from me_too where thread_id = $1 union all
     select 'watch', person_id from watch where item_id = $1 and level = 'watch' order by 1, 2`,
    [id],
  );

describe('marking a duplicate', () => {
  it('moves votes, units and watchers without doubles, and gives them back when it was a mistake', async () => {
    const target = await ask(world, other);
    const id = await ask(world, asker);
    for (const who of [other, both]) await who.call(posts.vote, { id });
    for (const who of [other, both]) await who.call(threads.addMeToo, { id });
    for (const who of [other, both]) await who.call(threads.watch, { id, level: 'watch' });
    await moderator.call(threads.watch, { id, level: 'mute' });
    await both.call(posts.vote, { id: target });
    await both.call(threads.watch, { id: target, level: 'mute' });
    const before = [await rows(id), await rows(target)];
    expect(await given(target)).toMatchObject({ helpful: 1, meToo: 0, watchers: 1 });

    expect(await mark(moderator, id, target)).toEqual({ state: 'duplicate', targetId: target });
    // One's own question takes no vote of one's own, and who muted the one hears nothing of the other.
    expect(await given(target)).toEqual({ helpful: 1, meToo: 1, watchers: 2, state: 'open' });
    // What stays has its like there already, and waits for a way back.
    expect(await given(id)).toEqual({ helpful: 2, meToo: 1, watchers: 2, state: 'duplicate' });
    expect((await rows(target)).filter(({ what }) => what === 'watch').map(({ who }) => who)).toEqual(
      [asker.id, other.id].toSorted((a, b) => a - b),
    );
    // Said again it changes nothing.
    expect(await mark(moderator, id, target)).toEqual({ state: 'duplicate', targetId: target });

    await expect(asker.call(threads.reopen, { id })).rejects.toEqual(refused('forbidden', 403));
    expect(await moderator.call(threads.reopen, { id })).toEqual({ state: 'open' });
    expect([await rows(id), await rows(target)]).toEqual(before);
    expect(await given(id)).toEqual({ helpful: 2, meToo: 2, watchers: 3, state: 'open' });
    expect(await read(moderator, id)).toMatchObject({ duplicateOf: null });
    const log = await world.sqlAsOwner('select action, role, from_state, to_state from audit where item_id = $1', [id]);
    expect(log).toEqual([
      { action: 'thread.markDuplicate', role: 'moderator', from_state: 'open', to_state: 'duplicate' },
      { action: 'thread.reopen', role: 'moderator', from_state: 'duplicate', to_state: 'open' },
    ]);
  });

  it('shows each the other, the state in lists and search, and tells the asker', async () => {
    const word = 'wolframit';
    const target = await ask(world, other, { title: `Câu hỏi có trước về ${word}` });
    const id = await ask(world, asker, { title: `Câu hỏi trùng về ${word}` });
    await mark(moderator, id, target);
    await settle(world);
    expect(await read(asker, id)).toMatchObject({
      state: 'duplicate',
      duplicateOf: { id: target, title: `Câu hỏi có trước về ${word}` },
      can: { answer: false, comment: false, vote: false, reopen: false, duplicate: false },
    });
    expect((await read(asker, target)).related).toEqual([{ id, title: `Câu hỏi trùng về ${word}`, how: 'duplicate' }]);
    expect((await asker.call(threads.list, { state: 'duplicate' })).items.map((card) => card.id)).toContain(id);
    expect((await asker.call(threads.list, { unanswered: 'any' })).items.map((card) => card.id)).not.toContain(id);
    const found = (await asker.call(search.search, { q: word })).items.map((one) => [one.id, one.state]);
    expect(found).toEqual(expect.arrayContaining([[id, 'duplicate']]));
    // Events of different threads are told in any order.
    const told = (await asker.call(notifications.inbox, {})).items.find(({ threadId }) => threadId === id);
    expect(told).toMatchObject({ kind: 'duplicate', threadId: id });
    await expect(answer(other, id)).rejects.toEqual(refused('thread-closed', 409));
  });

  it('is for experts of its topic and moderators', async () => {
    const topicId = await world.topic();
    const expert = await world.person();
    await world.sqlAsOwner(
      `insert into topic_expert (topic_id, person_id, space_id, expert, can_answer) select $1, id, space_id, true, true from person where id = $2`,
      [topicId, expert.id],
    );
    const target = await ask(world, other);
    const id = await ask(world, asker, { topicIds: [topicId] });
    expect((await read(expert, id)).can).toMatchObject({ duplicate: true, move: false, split: false });
    expect((await read(asker, id)).can.duplicate).toBe(false);
    for (const who of [asker, both]) await expect(mark(who, id, target)).rejects.toEqual(refused('forbidden', 403));
    await expect(mark(expert, target, id)).rejects.toEqual(refused('forbidden', 403));
    await mark(expert, id, target);
    expect(await expert.call(threads.reopen, { id })).toEqual({ state: 'open' });
  });

  it('never makes a circle, and refuses itself', async () => {
    const [one, two, three] = [await ask(world, asker), await ask(world, asker), await ask(world, asker)];
    await expect(mark(moderator, one, one)).rejects.toEqual(wrong('/targetId'));
    await mark(moderator, one, two);
    await expect(mark(moderator, two, one)).rejects.toEqual(wrong('/targetId'));
    await expect(mark(moderator, three, one)).rejects.toEqual(wrong('/targetId'));
    await expect(mark(moderator, one, three)).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['reopen'] },
    });
    // What it is a duplicate of may become one itself: the way on is by both.
    await mark(moderator, two, three);
    await expect(mark(moderator, three, one)).rejects.toEqual(wrong('/targetId'));
  });

  it('takes no target that some of its readers do not see, and says nothing of a hidden one', async () => {
    const shared = await ask(world, asker, { spaceId: spaces.public });
    const members = await ask(world, asker, { spaceId: spaces.members });
    const state = await ask(world, asker, { spaceId: spaces.state });
    for (const [id, target] of [
      [shared, members],
      [members, state],
      [shared, state],
    ] as const)
      await expect(mark(moderator, id, target)).rejects.toEqual(wrong('/targetId'));
    const insider = await world.person();
    const group = await world.space({ kind: 'group', members: [insider] });
    const hidden = await ask(world, insider, { spaceId: group });
    const code = async (target: number) =>
      mark(moderator, members, target).catch(({ body }: { body: { code: string; detail: string } }) => [
        body.code,
        body.detail,
      ]);
    expect(await code(hidden)).toEqual(await code(999_999));
    await mark(moderator, state, members);
    // In the group the question points to what all of its members read.
    const local = await world.person({ roles: ['moderator'] });
    await world.sqlAsOwner(`insert into space_member (space_id, person_id, level) values ($1, $2, 'write')`, [
      group,
      local.id,
    ]);
    await mark(local, hidden, members);
    expect((await read(asker, members)).related.map((one) => one.id)).toEqual([state]);
    expect((await read(insider, members)).related.map((one) => one.id)).toEqual([state, hidden]);
  });

  it('is done by one of two moderators at once, also where each begins at the other end', async () => {
    const second = await world.person({ roles: ['moderator'] });
    for (let round = 0; round < 5; round++) {
      const [one, two, three] = [await ask(world, asker), await ask(world, other), await ask(world, other)];
      const outcomes = await Promise.allSettled([
        mark(moderator, one, two),
        mark(second, two, one),
        mark(second, one, three),
      ]);
      const codes = outcomes.map((one) =>
        one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code,
      );
      expect(codes.filter((code) => code === 'done').length).toBeGreaterThan(0);
      for (const code of codes) expect(['done', 'illegal-transition', 'invalid-input']).toContain(code);
      const pairs = await world.sqlAsOwner(
        `select a.id from thread a join thread b on b.id = a.duplicate_of where b.duplicate_of = a.id`,
      );
      expect(pairs).toEqual([]);
    }
  });

  it('gives back from wherever it stands: out of a hidden target, along a chain, from a thread that was merged', async () => {
    const helpful = async (...ids: number[]) => Promise.all(ids.map(async (id) => (await read(both, id)).helpful));
    const three = async () => [await ask(world, asker), await ask(world, asker), await ask(world, other)] as const;
    const gives = async (id: number) => {
      await both.call(posts.vote, { id });
      await both.call(threads.addMeToo, { id });
      await both.call(threads.watch, { id, level: 'watch' });
    };

    const [one, hidden] = await three();
    await gives(one);
    const before = await rows(one);
    await mark(moderator, one, hidden);
    await moderator.call(posts.hide, { id: hidden, reason: 'Quảng cáo' });
    await moderator.call(threads.reopen, { id: one });
    expect(await rows(one)).toEqual(before);
    expect(await given(one)).toMatchObject({ helpful: 1, meToo: 1, state: 'open' });
    await moderator.call(posts.restore, { id: hidden });
    expect(await given(hidden)).toMatchObject({ helpful: 0, meToo: 0, watchers: 1 });

    for (const order of ['near first', 'far first']) {
      const [a, b, c] = await three();
      await gives(a);
      const there = await rows(a);
      await mark(moderator, a, b);
      await mark(moderator, b, c);
      expect(await helpful(a, b, c)).toEqual([0, 0, 1]);
      if (order === 'near first') {
        await moderator.call(threads.reopen, { id: b });
        // What had come along through the one in the middle stays behind it.
        expect(await helpful(a, b, c)).toEqual([0, 1, 0]);
        await moderator.call(threads.reopen, { id: a });
      } else {
        await moderator.call(threads.reopen, { id: a });
        expect(await helpful(a, b, c)).toEqual([1, 0, 0]);
        await moderator.call(threads.reopen, { id: b });
      }
      expect(await helpful(a, b, c)).toEqual([1, 0, 0]);
      expect(await rows(a)).toEqual(there);
    }

    const [d, e, f] = await three();
    await gives(d);
    // In the thread that takes it up he had said so himself: what he gave the duplicate waits there.
    await both.call(threads.addMeToo, { id: f });
    await both.call(threads.watch, { id: f, level: 'watch' });
    const there = await rows(d);
    await mark(moderator, d, e);
    await moderator.call(arranging.merge, { id: e, targetId: f });
    await moderator.call(threads.reopen, { id: d });
    expect(await rows(d)).toEqual(there);
    const page = await both.call(threads.read, { id: f });
    expect([page.thread.meToo, page.answers.items.map((answer) => answer.helpful)]).toEqual([1, [0]]);
  });

  it('leaves the old page without a link where the target went out of sight', async () => {
    const target = await ask(world, other);
    const id = await ask(world, asker);
    await mark(moderator, id, target);
    await moderator.call(posts.hide, { id: target, reason: 'Quảng cáo' });
    expect(await read(asker, id)).toMatchObject({ state: 'duplicate', duplicateOf: null });
    expect(await moderator.call(threads.reopen, { id })).toEqual({ state: 'open' });
  });
});
