import { expect, it } from '@jest/globals';
import { moderation, posts, returning, threads, truth } from '@hat-nhan/contracts';
import { download, pdf, upload } from '../../test/files.js';
import { answer, ask } from '../../test/forum.js';
import { openForum, refused } from '../../test/forum-world.js';

const { world, asker, one: answerer, two: reader, moderator } = await openForum();

const DAY_MS = 86_400_000;
const reason = 'Có dữ liệu cá nhân của công dân';
/** Runs the nightly job so many milliseconds after `at`. */
async function night(at: Date, later: number): Promise<void> {
  world.clock.set(new Date(at.getTime() + later));
  await world.jobs.run('eraseDeleted');
  world.clock.set(null);
}
/** Makes it so long ago that a post was taken away, to the day, and says when that was. */
async function takenAway(id: number): Promise<Date> {
  const [row] = await world.sqlAsOwner<{ at: Date }>(
    `update withheld set at = date_trunc('second', now()) - interval '30 days' where id = $1 returning at`,
    [id],
  );
  return new Date(row!.at);
}
/** Every table that still holds a word, by the text of its rows; the log of what was done apart. */
async function holding(word: string): Promise<string[]> {
  const tables = await world.sqlAsOwner<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('audit', 'audit_seal') order by 1`,
  );
  const found = [];
  for (const { name } of tables) {
    const rows = await world.sqlAsOwner(`select 1 from "${name}" x where x::text like $1 limit 1`, [`%${word}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

it('empties a deleted question when its 30 days are over, and not a second before', async () => {
  const { id } = await asker.call(threads.ask, {
    title: 'Câu hỏi poloni sẽ được xóa hẳn sau này',
    text: 'Nội dung poloni sẽ mất hẳn sau 30 ngày.',
    topicIds: [await world.topic()],
    spaceId: (await world.baseSpaces()).members,
    context: { system: 'Hệ thống poloni', legalBasis: 'Văn bản poloni', tried: 'Đã thử poloni', needBy: null },
  });
  await asker.call(posts.remove, { id });
  await expect(reader.call(threads.read, { id })).rejects.toEqual(refused('not-found', 404));
  const at = await takenAway(id);
  await night(at, 30 * DAY_MS);
  expect(await holding('poloni')).toEqual(['item', 'post', 'thread', 'withheld']);
  world.clock.set(new Date(at.getTime() + 30 * DAY_MS));
  await asker.call(posts.restore, { id });
  world.clock.set(null);
  await asker.call(posts.remove, { id });
  await night(await takenAway(id), 30 * DAY_MS + 1000);
  expect(await holding('poloni')).toEqual([]);
  await expect(asker.call(posts.restore, { id })).rejects.toEqual(refused('not-found', 404));
});

it('empties what moderators hid with all that went along, whoever wrote it: answers, comments, files, what they said before', async () => {
  const id = await ask(world, asker, { title: 'Câu hỏi stronti sẽ bị ẩn', text: 'Nội dung stronti của người hỏi.' });
  const { key } = await upload(answerer, 'stronti.pdf', pdf());
  const made = await answerer.call(posts.reply, { id, text: 'Câu trả lời stronti của người khác.', files: [key] });
  await asker.call(posts.addComment, { id: made.id, text: 'Góp ý stronti.' });
  await reader.call(truth.say, { id: made.id, still: false, reason: 'Văn bản stronti đã thay đổi rồi.' });
  await world.sqlAsOwner(`update item set created_at = now() - interval '1 hour' where id = $1`, [made.id]);
  await answerer.call(posts.editPost, { id: made.id, text: 'Bản sau cũng stronti, mà khác.' }, { ifMatch: 1 });
  await reader.call(returning.save, { id: made.id });
  // Taken away by itself, earlier: it has nowhere to come back to.
  const own = await answer(answerer, id, 'Câu trả lời rubidi bị ẩn riêng.');
  await moderator.call(posts.hide, { id: own.id, reason });
  await moderator.call(posts.hide, { id, reason });
  const at = await takenAway(id);
  await night(at, 30 * DAY_MS);
  expect(await holding('stronti')).toEqual([
    'attachment',
    'item',
    'post',
    'revision',
    'still_true',
    'thread',
    'withheld',
  ]);
  await night(at, 30 * DAY_MS + 1000);
  expect(await holding('stronti')).toEqual(['attachment']);
  expect(await holding('rubidi')).toEqual([]);
  // The file stands under nothing now, and goes as every loose one.
  expect((await download(answerer, key)).status).toBe(200);
  expect(await world.sqlAsOwner('select post_id from attachment where key = $1', [key])).toEqual([{ post_id: null }]);
  await expect(moderator.call(posts.restore, { id })).rejects.toEqual(refused('not-found', 404));
  expect((await reader.call(returning.bookmarks, {})).items).toEqual([]);
  const { items } = await moderator.call(moderation.withheldPosts, { whose: 'moderated' });
  expect(items.filter((one) => one.id === id || one.id === own.id)).toEqual([]);
});

it('leaves the thread of a tombstone and the replies under it as they are', async () => {
  const { id } = await asker.call(threads.ask, {
    title: 'Tiêu đề ở lại trên các câu trả lời',
    text: 'Nội dung xesi mà người hỏi rút lại.',
    topicIds: [await world.topic()],
    spaceId: (await world.baseSpaces()).members,
    context: { system: 'Hệ thống xesi', legalBasis: '', tried: '', needBy: null },
  });
  await answer(answerer, id, 'Câu trả lời ở lại.');
  expect(await asker.call(posts.remove, { id })).toEqual({ tombstone: true });
  expect(JSON.stringify(await reader.call(threads.read, { id }))).not.toContain('xesi');
  await night(await takenAway(id), 30 * DAY_MS + 1000);
  expect(await holding('xesi')).toEqual([]);
  const { thread, answers } = await reader.call(threads.read, { id });
  expect(thread).toMatchObject({ title: 'Tiêu đề ở lại trên các câu trả lời', deleted: true, state: 'open' });
  expect(answers.items[0]!.html).toContain('Câu trả lời ở lại.');
});

it('takes more than one batch in a night', async () => {
  const id = await ask(world, asker);
  const first = await answerer.call(posts.addComment, { id, text: 'Góp ý bari số 0.' });
  await world.sqlAsOwner(
    `with made as (
      insert into item (space_id, kind, author_id, byline, created_at, active_at, state)
      select space_id, kind, author_id, byline, created_at, active_at, 'hidden' from item, generate_series(1, 520) where id = $1
      returning id, space_id
    ), posts as (
      insert into post (id, space_id, thread_id, parent_id, kind, text, html, withheld_by)
      select m.id, p.space_id, p.thread_id, p.parent_id, p.kind, p.text, p.html, m.id from made m, post p where p.id = $1
    ) insert into withheld (id, space_id, thread_id, kind, from_state, by_id, at)
      select m.id, m.space_id, $2, 'hidden', 'open', $3, now() - interval '31 days' from made m`,
    [first.id, id, moderator.id],
  );
  await answerer.call(posts.remove, { id: first.id });
  await night(await takenAway(first.id), 30 * DAY_MS + 1000);
  expect(await holding('bari')).toEqual([]);
});
