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
    .filter(({ withheldBy }) => withheldBy === null)
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
