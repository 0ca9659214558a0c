import type { ClientBase } from 'pg';
import { insertRows } from '../registries/insert-rows.js';
import type { SpaceOf } from './load-threads.js';
import type { Cast, Post } from './posts.js';
import { watchersOf } from './reactions.js';

const DAY_MS = 86_400_000;
/** Older news has left the inbox; what is younger than this many days is still unread. */
const KEPT_DAYS = 90;
const UNREAD_DAYS = 12;

interface News {
  kind: 'answer' | 'comment' | 'mention' | 'accepted' | 'closed';
  personId: number;
  post: Post;
  at: string;
}

/** What would have been told of one post: to who watched then, to the author commented on, to who is named. */
function newsOf(post: Post, posts: readonly Post[], cast: Cast): News[] {
  const { people, days } = cast;
  const news = (kind: News['kind'], personId: number, at = post.at): News => ({ kind, personId, post, at });
  const question = posts.find(({ id }) => id === post.threadId)!;
  const before = posts.filter(({ threadId, at }) => threadId !== post.threadId || at < post.at);
  const mentioned = post.mentions.map((key) => people.get(key)!.id);
  const told = new Set([...mentioned, post.author.id]);
  const answered = post.kind === 'answer' ? [...watchersOf(question, before, cast)] : [];
  const parent = post.kind === 'comment' ? posts.find(({ id }) => id === post.parentId) : undefined;
  const { closed } = post.thread;
  return [
    ...mentioned.map((personId) => news('mention', personId)),
    ...answered.filter((personId) => !told.has(personId)).map((personId) => news('answer', personId)),
    ...(parent && !told.has(parent.author.id) ? [news('comment', parent.author.id)] : []),
    ...(post.accepted && post.accepted.by !== post.author.person.key
      ? [news('accepted', post.author.id, days.at(post.accepted.when))]
      : []),
    ...(closed && post.kind === 'question' ? [news('closed', post.author.id, days.at(closed.when))] : []),
  ];
}

/** Fills the inboxes with what happened lately. Nothing of it is due by mail. */
export async function loadInbox(
  client: ClientBase,
  posts: readonly Post[],
  spaceOf: SpaceOf,
  cast: Cast,
): Promise<void> {
  const age = (at: string) => (cast.days.now.getTime() - Date.parse(at)) / DAY_MS;
  const news = posts
    .flatMap((post) => newsOf(post, posts, cast))
    .filter(({ at }) => age(at) < KEPT_DAYS)
    .toSorted((left, right) => left.at.localeCompare(right.at));
  const rows = news.map(({ kind, personId, post, at }) => ({
    person_id: personId,
    space_id: spaceOf(post),
    kind,
    thread_id: post.threadId,
    post_id: post.id,
    at,
    read_at: age(at) < UNREAD_DAYS ? null : new Date(Date.parse(at) + DAY_MS / 2).toISOString(),
  }));
  await insertRows(client, 'notification', rows);
}

/** A question begun and not yet asked, so that the member's list of drafts shows what it is for. */
const DRAFT = {
  title: 'Danh mục tài sản công nghệ thông tin sau sắp xếp: ghi theo đơn vị cũ hay đơn vị mới?',
  text: 'Sở đang gộp danh mục của hai nơi, tổng 1.463 đầu thiết bị, trong đó 219 đầu thiết bị có trong sổ mà không tìm thấy trên thực tế. Bên Tài chính hỏi ghi nguồn gốc theo tên đơn vị nào.\n\nCần hỏi thêm:',
};

/** Writes the draft of the person behind the member's sign-in link. */
export async function loadDraft(client: ClientBase, { people, days }: Cast): Promise<void> {
  const member = [...people.values()].find(({ person }) => person.signIn === 'member');
  if (!member) return;
  const savedAt = new Date(days.now.getTime() - 19 * 3_600_000).toISOString();
  await insertRows(client, 'draft', [{ person_id: member.id, key: 'ask', ...DRAFT, saved_at: savedAt }]);
}
