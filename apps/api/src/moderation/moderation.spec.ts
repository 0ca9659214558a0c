import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { moderation, notifications, posts, sessions, threads } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, mailedCode } from '../../test/browser.js';
import { answer, ask, freshLimits } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let author: Person;
let reader: Person;
let moderator: Person;
let other: Person;
beforeAll(async () => {
  world = await openWorld();
  author = await world.person();
  reader = await world.person();
  moderator = await world.person({ roles: ['moderator'] });
  other = await world.person({ roles: ['moderator'] });
});
afterAll(() => world.close());

const refused = (code: string, status: number) => expect.objectContaining({ code, status });
async function flagged(): Promise<{ id: number; postId: number; reviewId: number }> {
  await freshLimits(world);
  const id = await ask(world, author);
  const { id: postId } = await answer(author, id, 'Liên hệ công ty chúng tôi để được báo giá.');
  await reader.call(moderation.flag, { id: postId, reason: 'promotion', note: 'Chỉ là quảng cáo' });
  const { items } = await moderator.call(moderation.reviews, { limit: 100 });
  return { id, postId, reviewId: items.find((one) => one.postId === postId)!.id };
}

it('gathers flags of a post in one review, decides it once, and tells who flagged', async () => {
  const { id, postId, reviewId } = await flagged();
  await expect(reader.call(moderation.flag, { id: postId, reason: 'other' })).rejects.toEqual(
    refused('already-flagged', 409),
  );
  await expect(author.call(moderation.flag, { id: postId, reason: 'other' })).rejects.toEqual(
    refused('forbidden', 403),
  );
  const second = await world.person();
  await second.call(moderation.flag, { id: postId, reason: 'personal_data' });
  const waiting = await moderator.call(moderation.reviews, { limit: 100 });
  expect(waiting.items.filter((one) => one.postId === postId)).toMatchObject([
    {
      state: 'open',
      flags: [{ reason: 'promotion', note: 'Chỉ là quảng cáo', by: reader.name }, { reason: 'personal_data' }],
      can: { claim: true, decide: false },
    },
  ]);
  expect((await reader.call(moderation.reviews, {})).items).toEqual([]);
  await expect(reader.call(moderation.claim, { id: reviewId })).rejects.toEqual(refused('not-found', 404));
  await expect(moderator.call(moderation.decide, { id: reviewId, outcome: 'upheld' })).rejects.toEqual(
    refused('illegal-transition', 409),
  );

  const claims = await Promise.allSettled([
    moderator.call(moderation.claim, { id: reviewId }),
    other.call(moderation.claim, { id: reviewId }),
  ]);
  const won = claims[0]!.status === 'fulfilled' ? moderator : other;
  const lost = won === moderator ? other : moderator;
  expect(claims.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('already-claimed', 409) });
  await expect(lost.call(moderation.decide, { id: reviewId, outcome: 'rejected' })).rejects.toEqual(
    refused('already-claimed', 409),
  );
  const decisions = await Promise.allSettled([
    won.call(moderation.decide, { id: reviewId, outcome: 'upheld', note: 'Đúng là quảng cáo' }),
    won.call(moderation.decide, { id: reviewId, outcome: 'rejected' }),
  ]);
  expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [row] = await world.sqlAsOwner<{ state: string }>('select state from review where id = $1', [reviewId]);
  const hidden = (await world.sqlAsOwner('select 1 from withheld where id = $1', [postId])).length === 1;
  expect(hidden).toBe(row!.state === 'upheld');
  expect((await reader.call(threads.read, { id })).answers.items).toHaveLength(hidden ? 0 : 1);
  await world.jobs.drain();
  for (const flagger of [reader, second])
    expect((await flagger.call(notifications.inbox, {})).items.filter(({ kind }) => kind === 'flag')).toMatchObject([
      { outcome: row!.state, by: { name: null } },
    ]);
  const trail = await world.sqlAsOwner<{ action: string }>(
    `select action from audit where (detail->>'reviewId')::int = $1 order by id`,
    [reviewId],
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'post.flag',
    'post.flag',
    'review.claimed',
    `review.${row!.state}`,
  ]);
});

it('leaves the post where a flag is rejected, takes a deferred one up again, and opens a new review for a new flag', async () => {
  const { id, postId, reviewId } = await flagged();
  await moderator.call(moderation.claim, { id: reviewId });
  await moderator.call(moderation.decide, { id: reviewId, outcome: 'deferred' });
  await other.call(moderation.claim, { id: reviewId });
  await other.call(moderation.decide, { id: reviewId, outcome: 'rejected', note: 'Nội dung phù hợp' });
  expect((await reader.call(threads.read, { id })).answers.items).toHaveLength(1);
  await expect(moderator.call(moderation.claim, { id: reviewId })).rejects.toEqual(refused('already-claimed', 409));
  const decided = await moderator.call(moderation.reviews, { show: 'decided' });
  expect(decided.items[0]).toMatchObject({ id: reviewId, state: 'rejected', note: 'Nội dung phù hợp' });
  await reader.call(moderation.flag, { id: postId, reason: 'off_topic' });
  expect((await moderator.call(moderation.reviews, { limit: 100 })).items.map((one) => one.postId)).toContain(postId);
});

it('lets a claim that lies for a day be taken over, and nobody decide about his own post', async () => {
  const { reviewId } = await flagged();
  await moderator.call(moderation.claim, { id: reviewId });
  await expect(other.call(moderation.claim, { id: reviewId })).rejects.toEqual(refused('already-claimed', 409));
  await world.sqlAsOwner(`update review set claimed_at = now() - interval '25 hours' where id = $1`, [reviewId]);
  await other.call(moderation.claim, { id: reviewId });
  await freshLimits(world);
  const id = await ask(world, moderator);
  await reader.call(moderation.flag, { id, reason: 'state_secret' });
  const own = (await moderator.call(moderation.reviews, { limit: 100 })).items.find((one) => one.postId === id)!;
  expect(own.can).toEqual({ claim: false, decide: false });
  await expect(moderator.call(moderation.claim, { id: own.id })).rejects.toEqual(refused('forbidden', 403));
});

it('shows reviews to who moderates the space and to nobody else, and limits a flood of flags', async () => {
  await freshLimits(world);
  const group = await world.space({ kind: 'group', members: [author, reader, { id: other.id, level: 'moderate' }] });
  const id = await ask(world, author, { spaceId: group });
  await reader.call(moderation.flag, { id, reason: 'other' });
  await expect(moderator.call(moderation.flag, { id, reason: 'other' })).rejects.toEqual(refused('not-found', 404));
  expect((await moderator.call(moderation.reviews, { limit: 100 })).items.map((one) => one.postId)).not.toContain(id);
  expect((await other.call(moderation.reviews, { limit: 100 })).items.map((one) => one.postId)).toContain(id);
  expect((await reader.call(sessions.session, {})).can.review).toBe(false);
  expect((await other.call(sessions.session, {})).can.review).toBe(true);
  const flood = Array.from({ length: 8 }, () =>
    reader.call(moderation.flag, { id, reason: 'other' }).catch((error: unknown) => error),
  );
  expect(
    (await Promise.all(flood)).filter((one) => (one as { code?: string }).code === 'too-many-requests').length,
  ).toBeGreaterThan(1);
});

it('suspends a person until a day: sessions end at once, and he comes back by himself', async () => {
  await freshLimits(world);
  const address = 'tam.ngung@don-vi.example';
  const person = await world.person({ email: address });
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await expect(reader.call(moderation.suspend, { id: person.id, until, reason: 'Quảng cáo' })).rejects.toEqual(
    refused('forbidden', 403),
  );
  await expect(moderator.call(moderation.suspend, { id: other.id, until, reason: 'Nhân sự' })).rejects.toEqual(
    refused('forbidden', 403),
  );
  await expect(
    moderator.call(moderation.suspend, { id: person.id, until: '2020-01-01', reason: 'Quảng cáo' }),
  ).rejects.toEqual(refused('invalid-input', 400));
  await moderator.call(moderation.suspend, { id: person.id, until, reason: 'Quảng cáo nhiều lần' });
  await expect(person.call(posts.preview, { text: 'a' })).rejects.toEqual(refused('unauthenticated', 401));
  expect((await moderator.call(moderation.suspension, { id: person.id })).until).not.toBeNull();
  const ended = await world.sqlAsOwner(
    `select 1 from event where name = 'session.ended' and (payload->>'personId')::int = $1`,
    [person.id],
  );
  expect(ended).toHaveLength(1);
  // A right code does not let him in, until the day has come: then without anybody's doing.
  const browser = new Browser(world);
  const signIn = async () => {
    await freshLimits(world);
    await browser.call(sessions.requestCode, { email: address });
    return browser.call(sessions.confirmCode, {
      email: address,
      code: await mailedCode(world, address),
      trustDevice: false,
    });
  };
  await expect(signIn()).rejects.toMatchObject({ status: 401 });
  await world.sqlAsOwner(`update account set suspended_until = now() - interval '1 minute' where person_id = $1`, [
    person.id,
  ]);
  expect((await signIn()).person).toMatchObject({ id: person.id });
  await moderator.call(moderation.suspend, { id: person.id, until, reason: 'Quảng cáo nhiều lần' });
  await moderator.call(moderation.unsuspend, { id: person.id, reason: 'Đã giải thích' });
  await expect(moderator.call(moderation.unsuspend, { id: person.id, reason: 'Đã giải thích' })).rejects.toEqual(
    refused('illegal-transition', 409),
  );
  expect((await moderator.call(moderation.suspension, { id: person.id })).until).toBeNull();
});

it('shows the audit log to administrators and coordinators, as far as they see, with filters, pages and a safe export', async () => {
  await freshLimits(world);
  const administrator = await world.person({ roles: ['administrator'] });
  const group = await world.space({ kind: 'group', members: [author, { id: other.id, level: 'moderate' }] });
  const open = await ask(world, author);
  const closed = await ask(world, author, { spaceId: group });
  await moderator.call(posts.hide, { id: open, reason: '=HYPERLINK("x")' });
  await other.call(posts.hide, { id: closed, reason: 'Trong nhóm kín' });
  for (const who of [reader, moderator])
    await expect(who.call(moderation.auditLog, {})).rejects.toEqual(refused('forbidden', 403));
  const hides = await administrator.call(moderation.auditLog, { action: 'thread.hide' });
  expect(hides.items.map(({ itemId }) => itemId)).toEqual([open]);
  // All that happens to threads, and nothing whose name only begins alike.
  const all = await administrator.call(moderation.auditLog, { action: 'thread' });
  expect(all.items.map(({ action }) => action)).toContain('thread.hide');
  expect((await administrator.call(moderation.auditLog, { action: 'thread.hid' })).items).toEqual([]);
  expect(
    (await administrator.call(moderation.auditLog, { actor: other.id })).items.map(({ itemId }) => itemId),
  ).not.toContain(closed);
  const first = await administrator.call(moderation.auditLog, { limit: 2 });
  const next = await administrator.call(moderation.auditLog, { limit: 2, cursor: first.next! });
  expect(next.items[0]!.id).toBeLessThan(first.items[1]!.id);
  const file = await administrator.raw({ method: 'GET', url: '/api/audit.csv?action=thread.hide' });
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="audit.csv"',
  });
  expect(file.body).toContain(`"'=HYPERLINK(""x"")"`);
  expect(file.body).not.toContain('Trong nhóm kín');
  expect(file.body).toContain('Ẩn câu hỏi hoặc thảo luận');
  expect((await administrator.call(moderation.auditLog, { action: 'audit.export' })).items).toHaveLength(1);
});
