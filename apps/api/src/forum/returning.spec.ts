import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { notifications, returning, spaces, threads, topics } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits, settle } from '../../test/forum.js';
import { inTransaction, statementsOf } from '../../test/statements.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let reader: Person;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await freshLimits(world);
  [asker, reader] = [await world.person({ name: 'Nguyễn Thị Hỏi' }), await world.person({ name: 'Phạm Văn Đọc' })];
});
afterEach(() => world.clock.set(null));
afterAll(() => world.close());

const saved = async (who: Person) => (await who.call(returning.bookmarks, {})).items;
const told = async (who: Person) =>
  (await who.call(notifications.inbox, {})).items.map(({ kind, postId }) => ({ kind, postId }));
const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());

describe('what is saved', () => {
  it('is a question or an answer, listed newest first, and is taken out again', async () => {
    const id = await ask(world, asker, { title: 'Mẫu hồ sơ đề xuất cấp độ' });
    const { id: answerId } = await answer(asker, id, 'Tải **mẫu** ở phần tài liệu.');
    await reader.call(returning.save, { id });
    await reader.call(returning.save, { id: answerId });
    await reader.call(returning.save, { id: answerId });
    expect(await saved(reader)).toMatchObject([
      { postId: answerId, threadId: id, answer: true, excerpt: 'Tải mẫu ở phần tài liệu.', remindAt: null },
      { postId: id, threadId: id, answer: false, title: 'Mẫu hồ sơ đề xuất cấp độ' },
    ]);
    const page = await reader.call(threads.read, { id });
    expect([page.thread.saved, page.answers.items[0]!.saved]).toEqual([true, true]);
    expect((await asker.call(threads.read, { id })).thread.saved).toBe(false);
    await reader.call(returning.remove, { id });
    expect(await saved(reader)).toHaveLength(1);
    const { next } = await reader.call(returning.bookmarks, { limit: 1 });
    expect(next).toBeNull();
  });

  it('reminds at the time of Việt Nam that was chosen', async () => {
    const id = await ask(world, asker);
    const at = async (now: string, input: { remind: 'hour' | 'monday' | 'day'; day?: string }) => {
      world.clock.set(new Date(now));
      return instant((await reader.call(returning.save, { id, ...input })).remindAt);
    };
    // Sunday evening in Greenwich is Monday in Hà Nội.
    expect(await at('2026-11-22T20:00:00Z', { remind: 'monday' })).toBe('2026-11-30T01:00:00.000Z');
    expect(await at('2026-11-22T10:00:00Z', { remind: 'monday' })).toBe('2026-11-23T01:00:00.000Z');
    expect(await at('2026-11-22T10:00:00Z', { remind: 'hour' })).toBe('2026-11-22T11:00:00.000Z');
    expect(await at('2026-11-22T10:00:00Z', { remind: 'day', day: '2026-12-05' })).toBe('2026-12-05T01:00:00.000Z');
    for (const day of ['2026-11-22', '2030-01-01', undefined])
      await expect(at('2026-11-22T10:00:00Z', { remind: 'day', ...(day && { day }) })).rejects.toMatchObject({
        body: { errors: [{ pointer: '/day' }] },
      });
  });

  it('comes back once into the inbox, also a second time when that is wished', async () => {
    const id = await ask(world, asker);
    const start = Date.now();
    const remindAfter = async (hours: number) => {
      world.clock.set(new Date(start + hours * 3_600_000));
      await reader.call(returning.save, { id, remind: 'hour' });
      await world.jobs.run('remind');
      const before = (await told(reader)).length;
      world.clock.set(new Date(start + (hours + 1) * 3_600_000 + 60_000));
      await world.jobs.run('remind');
      await world.jobs.run('remind');
      await settle(world);
      return before;
    };
    expect(await remindAfter(0)).toBe(0);
    expect(await told(reader)).toEqual([{ kind: 'reminder', postId: id }]);
    await reader.call(notifications.markRead, {});
    await remindAfter(5);
    expect(await told(reader)).toEqual([{ kind: 'reminder', postId: id }]);
    expect((await reader.call(notifications.inbox, {})).unread).toBe(1);
    expect((await saved(reader))[0]!.remindAt).toBeNull();
    expect(await told(asker)).toEqual([]);
  });

  it('is out of sight with its post, and cannot be a comment or what one does not see', async () => {
    const spaceId = await world.space({ kind: 'group', members: [{ id: asker.id }, { id: reader.id }] });
    const id = await ask(world, asker, { spaceId });
    world.clock.set(new Date());
    await reader.call(returning.save, { id, remind: 'hour' });
    await world.sqlAsOwner('delete from space_member where person_id = $1', [reader.id]);
    expect(await saved(reader)).toEqual([]);
    world.clock.set(new Date(Date.now() + 2 * 3_600_000));
    await world.jobs.run('remind');
    await settle(world);
    expect(await told(reader)).toEqual([]);
    await expect(reader.call(returning.save, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(reader.call(returning.save, { id: 999_999_999 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the reading position', () => {
  it('goes forward only, not beyond the newest post, and is nobody else’s', async () => {
    const id = await ask(world, asker);
    const first = (await answer(asker, id)).id;
    const second = (await answer(asker, id)).id;
    const readTo = async (who: Person) => (await who.call(threads.read, { id })).thread.readTo;
    expect(await readTo(reader)).toBeNull();
    await reader.call(returning.readTo, { id, postId: first });
    expect(await readTo(reader)).toBe(first);
    await reader.call(returning.readTo, { id, postId: 2_000_000_000 });
    expect(await readTo(reader)).toBe(second);
    await reader.call(returning.readTo, { id, postId: first });
    expect(await readTo(reader)).toBe(second);
    expect(await readTo(asker)).toBeNull();
  });

  it('is one small write, never in the page, and refuses what is not seen', async () => {
    const id = await ask(world, asker);
    const sent = await statementsOf(() => reader.call(returning.readTo, { id, postId: id }));
    expect(inTransaction(sent, /into reading/)).toHaveLength(1);
    const page = await statementsOf(() => reader.call(threads.read, { id }));
    expect(page.filter(({ text }) => /reading/.test(text))).toHaveLength(1);
    expect(page.filter(({ text }) => /into reading/.test(text))).toEqual([]);
    const hidden = await ask(world, asker, {
      spaceId: await world.space({ kind: 'group', members: [{ id: asker.id }] }),
    });
    for (const which of [hidden, 999_999_999])
      await expect(reader.call(returning.readTo, { id: which, postId: which })).rejects.toMatchObject({
        code: 'not-found',
      });
  });
});

describe('watching a whole topic or space', () => {
  it('tells of new questions and answers; what is chosen for the thread itself comes first', async () => {
    const topic = await world.topic();
    await reader.call(returning.watchTopic, { id: topic, level: 'watch' });
    const id = await ask(world, asker, { topicIds: [topic] });
    await settle(world);
    expect(await told(reader)).toEqual([{ kind: 'asked', postId: id }]);
    const { id: postId } = await answer(await world.person(), id);
    await settle(world);
    expect((await told(reader))[0]).toEqual({ kind: 'answer', postId });
    await reader.call(threads.watch, { id, level: 'mute' });
    await answer(await world.person(), id);
    await settle(world);
    expect(await told(reader)).toHaveLength(2);
  });

  it('lists what is watched so, and shows what was chosen', async () => {
    const [topic, muted] = [await world.topic({ slug: 'theo-doi-ca-chu-de' }), await world.topic()];
    const spaceId = await world.space({ kind: 'group', members: [{ id: asker.id }, { id: reader.id }] });
    const inTopic = await ask(world, asker, { topicIds: [topic] });
    const inSpace = await ask(world, asker, { spaceId });
    const inBoth = await ask(world, asker, { spaceId, topicIds: [muted] });
    const left = await ask(world, asker, { topicIds: [topic] });
    await reader.call(returning.watchTopic, { id: topic, level: 'watch' });
    await reader.call(returning.watchTopic, { id: muted, level: 'mute' });
    await reader.call(returning.watchSpace, { id: spaceId, level: 'watch' });
    await reader.call(threads.watch, { id: left, level: 'normal' });
    const { items } = await reader.call(threads.list, { watched: true as never });
    expect(items.map(({ id }) => id)).toEqual([inSpace, inTopic]);
    expect(inBoth).toBeGreaterThan(inSpace);
    expect((await reader.call(topics.read, { slug: 'theo-doi-ca-chu-de' })).watch).toBe('watch');
    expect((await reader.call(spaces.read, { id: spaceId })).watch).toBe('watch');
    await reader.call(returning.watchTopic, { id: topic, level: 'normal' });
    await reader.call(returning.watchSpace, { id: spaceId, level: 'normal' });
    expect((await reader.call(threads.list, { watched: true as never })).items).toEqual([]);
  });

  it('refuses what is not seen', async () => {
    const spaceId = await world.space({ kind: 'group', members: [{ id: asker.id }] });
    for (const id of [spaceId, 999_999_999])
      await expect(reader.call(returning.watchSpace, { id, level: 'watch' })).rejects.toMatchObject({
        code: 'not-found',
      });
    await expect(reader.call(returning.watchTopic, { id: 999_999_999, level: 'watch' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
