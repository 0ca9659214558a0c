import { follows } from './content/desks.js';
import type { LoadedPerson } from './load-people.js';
import type { Cast, Post } from './posts.js';

/** The same number for the same words, everywhere and always. */
function spread(words: string): number {
  let hash = 7;
  for (let index = 0; index < words.length; index += 1) hash = (Math.imul(hash, 31) + words.charCodeAt(index)) >>> 0;
  return hash;
}

/** Everybody who reads the thread. */
const readersOf = ({ thread }: Post, { people, spaces }: Cast): LoadedPerson[] =>
  [...people.values()].filter(spaces.get(thread.audience)!.reads);

/** Who found a post helpful, and when: so many others as the content says, among those who can read it. */
export function votersOf(post: Post, cast: Cast): { personId: number; at: string }[] {
  if (post.helpful === 0) return [];
  const readers = readersOf(post, cast).filter(({ id }) => id !== post.author.id);
  const order = readers.toSorted(
    (left, right) => spread(`${post.source}${left.id}`) - spread(`${post.source}${right.id}`),
  );
  const voters = order.slice(0, post.helpful);
  const written = Date.parse(post.at);
  const since = cast.days.now.getTime() - written;
  // Most votes come in the first days, the last one long after.
  return voters.map(({ id }, at) => ({
    personId: id,
    at: new Date(written + since * ((at + 1) / (voters.length + 1)) ** 3).toISOString(),
  }));
}

/** One person in office for each unit that has the question too; the asker never. */
export function meTooOf(question: Post, cast: Cast): { personId: number; organisationId: number }[] {
  const taken = new Set([question.author.id]);
  const readers = readersOf(question, cast);
  return question.thread.meToo.flatMap((key) => {
    const unit = cast.units.get(key);
    const one = readers.find((person) => person.unit === unit && !taken.has(person.id));
    if (!unit || !one) return [];
    taken.add(one.id);
    return [{ personId: one.id, organisationId: unit.id }];
  });
}

/** How often a thread was opened: a long tail that grows with age, answers and use. */
export function viewsOf(question: Post, answers: readonly Post[], { days }: Cast): number {
  const age = (days.now.getTime() - Date.parse(question.at)) / 86_400_000;
  const { helpful, meToo } = question.thread;
  const sought = 5 + 9 * answers.length + 3 * helpful + 11 * meToo.length;
  return Math.round(sought * (0.4 + Math.min(3, age / 40))) + (spread(question.thread.title) % 29);
}

/** Who follows a thread without having written there. */
const followersOf = ({ thread }: Post, { people }: Cast): number[] =>
  [...people.values()].filter(({ person }) => follows[person.key]?.includes(thread.key)).map(({ id }) => id);

/** Who watches a thread: who asked, who answered, and who follows it. */
export function watchersOf(question: Post, posts: readonly Post[], cast: Cast): Set<number> {
  if (question.thread.duplicateOf) return new Set();
  const { key } = question.thread;
  // Who asked the same again watches it here.
  const wrote = posts.filter(
    ({ threadId, kind, thread }) =>
      (threadId === question.id && kind !== 'comment') || (thread.duplicateOf === key && kind === 'question'),
  );
  return new Set([...wrote.map(({ author }) => author.id), ...followersOf(question, cast)]);
}
