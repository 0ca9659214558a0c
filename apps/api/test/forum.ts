import { posts, threads } from '@hat-nhan/contracts';
import { HORIZON } from '../src/platform/horizon.js';
import type { Caller, World } from './api.js';

let count = 0;

/** A question of somebody: in the members' space and a topic of its own unless told. */
export async function ask(
  world: World,
  asker: Caller,
  given: {
    spaceId?: number;
    topicIds?: number[];
    title?: string;
    text?: string;
    kind?: 'question' | 'discussion';
  } = {},
): Promise<number> {
  const spaceId = given.spaceId ?? (await world.baseSpaces()).members;
  const topicIds = given.topicIds ?? [await world.topic()];
  const title = given.title ?? `Kết nối dữ liệu dân cư bị từ chối lần thứ ${++count}`;
  const text = given.text ?? 'Gửi yêu cầu sang trục liên thông thì nhận mã lỗi 403.';
  const { id } = await asker.call(threads.ask, { kind: given.kind, title, text, topicIds, spaceId });
  return id;
}

/** An answer of somebody in a thread. */
export const answer = (answerer: Caller, threadId: number, text = 'Kiểm tra chứng thư số của máy chủ bảo mật.') =>
  answerer.call(posts.reply, { id: threadId, text });

/** Forgets how often everybody called: a test that writes much has its limits of a minute to itself. */
export const freshLimits = (world: World) => world.sqlAsOwner('delete from rate_limit');

/** Runs the listeners once no transaction of this database is older than the last event: only then is the log read that far. */
export async function settle(world: World): Promise<void> {
  const settled = `select coalesce(max(xid) < ${HORIZON}, true) as settled from event`;
  while (!(await world.sqlAsOwner<{ settled: boolean }>(settled))[0]!.settled)
    await new Promise((done) => setTimeout(done, 10));
  await world.jobs.drain();
}
