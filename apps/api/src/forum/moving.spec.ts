import { describe, expect, it } from '@jest/globals';
import {
  answerInvitations,
  arranging,
  moderation,
  notifications,
  posts,
  returning,
  search,
  threads,
} from '@hat-nhan/contracts';
import type { Caller } from '../../test/api.js';
import { download, pdf, upload } from '../../test/files.js';
import { answer, ask, settle } from '../../test/forum.js';
import { openForum, refused, wrong } from '../../test/forum-world.js';

const { world, spaces, asker, one: answerer, moderator } = await openForum();
const enterprise = await world.person({ enterprise: true });

const reason = 'Nội dung chỉ nên trao đổi giữa cơ quan nhà nước';
const move = (who: Caller, id: number, spaceId: number) => who.call(arranging.move, { id, spaceId, reason });
const spaceOf = async (id: number) =>
  (await world.sqlAsOwner('select space_id from item where id = $1', [id]))[0]!['space_id'];
const kinds = async (who: Caller) => (await who.call(notifications.inbox, {})).items.map(({ kind }) => kind);

/** How many rows of a thread stand in which space, by table: every table that has a wall and a place in a thread. */
async function placesOf(threadId: number): Promise<Record<string, { spaces: number[]; rows: number }>> {
  const tables = await world.sqlAsOwner<{ name: string; by: string }>(
    `select c.relname as name, min(a.attname) filter (where a.attname in ('thread_id', 'post_id', 'item_id', 'review_id')) as by
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relrowsecurity and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'space_id')
       and (a.attname in ('thread_id', 'post_id', 'item_id', 'review_id') or c.relname in ('item', 'thread')) group by 1`,
  );
  const places: Record<string, { spaces: number[]; rows: number }> = {};
  for (const { name, by } of tables) {
    const own =
      by === 'review_id'
        ? 'review_id in (select id from review where thread_id = $1)'
        : `${by ?? 'id'} in (select id from post where thread_id = $1)`;
    const [found] = await world.sqlAsOwner<{ spaces: number[] | null; rows: number }>(
      `select array_agg(distinct space_id) as spaces, count(*)::int as rows from ${name} where ${own}`,
      [threadId],
    );
    places[name] = { spaces: found!.spaces ?? [], rows: found!.rows };
  }
  return places;
}

/** A thread with something of every kind that can hang on it, hidden posts too. */
async function fullThread(word: string): Promise<{ id: number; key: string; hidden: number }> {
  const { key } = await upload(answerer, 'phu-luc.pdf', pdf());
  const id = await ask(world, asker, { spaceId: spaces.members, title: `Câu hỏi đầy đủ về ${word}` });
  const { id: shown } = await answerer.call(posts.reply, { id, text: `Câu trả lời có ${word}.`, files: [key] });
  const { id: hidden } = await answer(enterprise, id, 'Mua dịch vụ của chúng tôi.');
  const { version } = await answerer.call(posts.source, { id: shown });
  const changed = `Viết lại hẳn câu trả lời về ${word}, dài hơn nhiều so với bản đầu tiên, vì cần nêu rõ từng bước một cho người đọc sau này.`;
  await answerer.call(posts.editPost, { id: shown, text: changed }, { ifMatch: version });
  await asker.call(posts.addComment, { id: shown, text: 'Cảm ơn, sẽ thử.' });
  await enterprise.call(posts.vote, { id: shown });
  await enterprise.call(threads.addMeToo, { id });
  await enterprise.call(threads.watch, { id, level: 'watch' });
  await enterprise.call(returning.save, { id });
  await enterprise.call(returning.readTo, { id, postId: hidden });
  await enterprise.call(moderation.flag, { id: shown, reason: 'other', note: '' });
  await asker.call(answerInvitations.invite, { id, personIds: [enterprise.id] });
  await settle(world);
  await moderator.call(posts.hide, { id: hidden, reason: 'Quảng cáo' });
  return { id, key, hidden };
}

describe('moving a thread', () => {
  it('takes everything that hangs on it along in one transaction, and nothing is left for who stays behind', async () => {
    const { id, key, hidden } = await fullThread('molipden');
    expect((await download(enterprise, key)).status).toBe(200);
    expect(await enterprise.call(posts.source, { id })).toMatchObject({ id });
    const before = await placesOf(id);
    expect(await move(moderator, id, spaces.state)).toEqual({ outcome: 'moved' });
    const after = await placesOf(id);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    for (const [table, { rows }] of Object.entries(before)) {
      if (rows === 0) continue;
      expect([table, after[table]]).toEqual([table, { spaces: [spaces.state], rows }]);
    }
    const filled = Object.entries(before).flatMap(([table, { rows }]) => (rows > 0 ? [table] : []));
    expect(filled).toEqual(
      expect.arrayContaining([
        'answer_invitation',
        'attachment',
        'bookmark',
        'flag',
        'item',
        'item_topic',
        'me_too',
        'notification',
        'post',
        'reading',
        'review',
        'revision',
        'search_row',
        'thread',
        'vote',
        'watch',
        'withheld',
      ]),
    );

    for (const call of [
      enterprise.call(threads.read, { id }),
      enterprise.call(arranging.place, { id }),
      enterprise.call(arranging.place, { id: hidden }),
      enterprise.call(threads.watch, { id, level: 'watch' as const }),
    ])
      await expect(call).rejects.toEqual(refused('not-found', 404));
    expect((await download(enterprise, key)).status).toBe(404);
    expect((await enterprise.call(search.search, { q: 'molipden' })).items).toEqual([]);
    expect((await enterprise.call(notifications.inbox, {})).items.filter(({ threadId }) => threadId === id)).toEqual(
      [],
    );
    expect((await enterprise.call(returning.bookmarks, {})).items.filter((one) => one.threadId === id)).toEqual([]);
    expect((await download(asker, key)).status).toBe(200);
    expect((await asker.call(search.search, { q: 'molipden' })).items.length).toBeGreaterThan(0);
    await settle(world);
    expect(await kinds(asker)).toContain('moved');
    // What was hidden comes back where its thread is now.
    await moderator.call(posts.restore, { id: hidden });
    expect((await asker.call(threads.read, { id })).answers.items).toHaveLength(2);
  });

  it('tells a live page only that it changed, and those who stay behind nothing of what follows', async () => {
    const id = await ask(world, asker);
    const { last } = await enterprise.call(notifications.changes, {});
    await move(moderator, id, spaces.state);
    await answer(answerer, id);
    await settle(world);
    const seen = async (who: Caller) =>
      (await who.call(notifications.changes, { after: last })).items
        .filter((one) => one.itemId === id)
        .map(({ kind }) => kind);
    expect(await seen(enterprise)).toEqual(['thread.left']);
    expect(await seen(answerer)).toEqual(expect.arrayContaining(['thread.moved', 'answer.created']));
  });

  it('is for who moderates both, and goes only where he writes', async () => {
    const leader = await world.person();
    const group = await world.space({
      kind: 'group',
      members: [{ id: leader.id, level: 'moderate' }, { id: asker.id }],
    });
    const second = await world.space({ kind: 'group', members: [{ id: leader.id, level: 'write' }, { id: asker.id }] });
    const third = await world.space({ kind: 'group', members: [{ id: leader.id, level: 'moderate' }] });
    const readOnly = await world.space({ kind: 'group', members: [{ id: moderator.id, level: 'read' }] });
    const id = await ask(world, asker, { spaceId: group });
    await expect(move(asker, id, spaces.members)).rejects.toEqual(refused('forbidden', 403));
    await expect(move(leader, id, second)).rejects.toEqual(refused('forbidden', 403));
    await expect(move(leader, id, spaces.members)).rejects.toEqual(refused('forbidden', 403));
    await expect(move(moderator, id, spaces.members)).rejects.toEqual(refused('not-found', 404));
    const open = await ask(world, asker);
    for (const spaceId of [group, readOnly, 999_999])
      await expect(move(moderator, open, spaceId)).rejects.toEqual(wrong('/spaceId'));
    expect(await move(leader, id, third)).toEqual({ outcome: 'moved' });
    expect(await world.sqlAsOwner('select action, detail, reason from audit where item_id = $1', [id])).toEqual([
      { action: 'thread.move', detail: { from: group, to: third }, reason },
    ]);
    await expect(asker.call(threads.read, { id })).rejects.toEqual(refused('not-found', 404));
  });
});

describe('a wider audience', () => {
  it('waits for the asker: told by inbox and mail, shown to him and to moderators, and then moved at once', async () => {
    const id = await ask(world, asker, { spaceId: spaces.state });
    await answer(answerer, id);
    expect(await move(moderator, id, spaces.public)).toEqual({ outcome: 'asked' });
    expect(await move(moderator, id, spaces.public)).toEqual({ outcome: 'asked' });
    await expect(move(moderator, id, spaces.members)).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['withdrawMove'] },
    });
    expect(await spaceOf(id)).toBe(spaces.state);
    const { thread } = await asker.call(threads.read, { id });
    expect(thread).toMatchObject({
      moveRequest: { audience: { spaceId: spaces.public }, reason },
      can: { decideMove: true, move: false },
    });
    expect((await moderator.call(threads.read, { id })).thread).toMatchObject({
      moveRequest: { reason },
      can: { decideMove: false, move: true },
    });
    expect((await answerer.call(threads.read, { id })).thread.moveRequest).toBeNull();
    await settle(world);
    expect(await kinds(asker)).toContain('move_asked');
    world.clock.set(new Date(Date.now() + 11 * 60_000));
    await world.jobs.run('mailUnread');
    world.clock.set(null);
    expect(
      world.mailbox.letters.some(
        ({ to, text }) =>
          to === `person-${asker.id}@test.example` && text.includes('đồng ý để nhiều người hơn đọc được'),
      ),
    ).toBe(true);

    for (const who of [answerer, moderator])
      await expect(who.call(arranging.decideMove, { id, agreed: true, spaceId: spaces.public })).rejects.toEqual(
        refused('forbidden', 403),
      );
    await asker.call(arranging.decideMove, { id, agreed: true, spaceId: spaces.public });
    expect((await placesOf(id))['post']).toEqual({ spaces: [spaces.public], rows: 2 });
    expect((await world.visitor.call(threads.read, { id })).thread.moveRequest).toBeNull();
    await expect(asker.call(arranging.decideMove, { id, agreed: true, spaceId: spaces.public })).rejects.toEqual(
      refused('illegal-transition', 409),
    );
    await settle(world);
    expect(await kinds(moderator)).toContain('moved');
    const log = await world.sqlAsOwner('select action, role from audit where item_id = $1 order by id', [id]);
    expect(log).toEqual([
      { action: 'thread.askMove', role: 'moderator' },
      { action: 'thread.move', role: 'asker' },
    ]);
  });

  it('is agreed to only where he read of it: another question asked meanwhile is not answered by the old page', async () => {
    const id = await ask(world, asker, { spaceId: spaces.state });
    const shown = async () => (await asker.call(threads.read, { id })).thread.moveRequest!.audience.spaceId;
    await move(moderator, id, spaces.members);
    const read = await shown();
    await moderator.call(arranging.withdrawMove, { id });
    await move(moderator, id, spaces.public);
    for (const agreed of [true, false])
      await expect(asker.call(arranging.decideMove, { id, agreed, spaceId: read })).rejects.toMatchObject({
        code: 'illegal-transition',
        body: { allowed: ['decideMove'] },
      });
    expect([await spaceOf(id), await shown()]).toEqual([spaces.state, spaces.public]);
    await asker.call(arranging.decideMove, { id, agreed: true, spaceId: await shown() });
    expect(await spaceOf(id)).toBe(spaces.public);
  });

  it('stays where it is when he does not agree, and when the question is taken back', async () => {
    const id = await ask(world, asker);
    await move(moderator, id, spaces.public);
    await asker.call(arranging.decideMove, { id, agreed: false, spaceId: spaces.public });
    expect(await spaceOf(id)).toBe(spaces.members);
    await settle(world);
    expect(await kinds(moderator)).toContain('move_refused');
    expect(await move(moderator, id, spaces.public)).toEqual({ outcome: 'asked' });
    await expect(asker.call(arranging.withdrawMove, { id })).rejects.toEqual(refused('forbidden', 403));
    await moderator.call(arranging.withdrawMove, { id });
    await expect(asker.call(arranging.decideMove, { id, agreed: true, spaceId: spaces.public })).rejects.toEqual(
      refused('illegal-transition', 409),
    );
    await expect(moderator.call(arranging.withdrawMove, { id })).rejects.toEqual(refused('illegal-transition', 409));
  });

  it('ends what was asked when the thread goes elsewhere first, and needs no question to oneself', async () => {
    const id = await ask(world, asker);
    await move(moderator, id, spaces.public);
    await move(moderator, id, spaces.state);
    await expect(asker.call(arranging.decideMove, { id, agreed: true, spaceId: spaces.public })).rejects.toEqual(
      refused('illegal-transition', 409),
    );
    const own = await ask(world, moderator, { spaceId: spaces.state });
    expect(await move(moderator, own, spaces.public)).toEqual({ outcome: 'moved' });
  });

  it('asks nobody who could not read there', async () => {
    const group = await world.space({ kind: 'group', members: [{ id: moderator.id, level: 'write' }] });
    const other = await world.space({ kind: 'group', members: [{ id: moderator.id, level: 'write' }, asker] });
    const id = await ask(world, asker, { spaceId: other });
    await world.sqlAsOwner('insert into space_member (space_id, person_id, level) values ($1, $2, $3)', [
      group,
      answerer.id,
      'read',
    ]);
    await expect(move(moderator, id, group)).rejects.toEqual(wrong('/spaceId'));
  });

  it('is decided once, also by two moderators and the asker at once', async () => {
    const second = await world.person({ roles: ['moderator'] });
    for (let round = 0; round < 4; round++) {
      const id = await ask(world, asker);
      await move(moderator, id, spaces.public);
      const outcomes = await Promise.allSettled([
        asker.call(arranging.decideMove, { id, agreed: true, spaceId: spaces.public }),
        move(moderator, id, spaces.state),
        second.call(arranging.withdrawMove, { id }),
        answer(answerer, id),
      ]);
      const codes = outcomes.map((one) =>
        one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code,
      );
      for (const code of codes) expect(['done', 'illegal-transition']).toContain(code);
      const { item, post } = await placesOf(id);
      expect(item!.spaces).toEqual([await spaceOf(id)]);
      expect(post!.spaces).toEqual(item!.spaces);
      expect(await world.sqlAsOwner(`select from move_request where thread_id = $1 and state = 'asked'`, [id])).toEqual(
        [],
      );
    }
  });
});
