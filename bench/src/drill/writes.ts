import { randomUUID } from 'node:crypto';
import { signedIn } from '../callers.js';
import type { Loaded } from '../product-loader.js';
import { pick } from '../random.js';
import type { Wish } from './call.js';

/** One write and how it is found again. */
export interface Write extends Wish {
  kind: 'ask' | 'answer' | 'comment' | 'vote';
  /** Stands in its text, of which there may be one in the database; of a vote it is `item:person`. */
  mark: string;
}

const KINDS = ['ask', 'answer', 'answer', 'comment', 'vote', 'vote'] as const;

/** Mixed writes of everybody to the threads of the corpus. */
export function writesOf({ places, topics }: Loaded, random: () => number): () => Write {
  const threads = [...topics.values()].filter(({ locked }) => !locked).map(({ mainPost }) => places.itemOf(mainPost));
  const people = [...places.people.keys()];
  const spaces = [...places.spaces.values()];
  return () => {
    const kind = pick(random, KINDS);
    const user = pick(random, people);
    const id = pick(random, threads);
    const mark = `dau-${randomUUID()}`;
    const headers = { ...signedIn(user, places).product, 'idempotency-key': mark };
    const text = `Đã thử theo hướng dẫn và kết nối được, dấu ${mark}.`;
    if (kind === 'vote')
      return {
        kind,
        mark: `${id}:${places.people.get(user)!}`,
        method: 'PUT',
        path: `/api/posts/${id}/vote`,
        headers: signedIn(user, places).product,
      };
    if (kind === 'answer')
      return { kind, mark, method: 'POST', path: `/api/threads/${id}/answers`, headers, body: { text } };
    if (kind === 'comment')
      return { kind, mark, method: 'POST', path: `/api/posts/${id}/comments`, headers, body: { text } };
    const body = {
      kind: 'question',
      title: `Câu hỏi thử lúc hệ thống ngừng ${mark}`,
      text,
      topicIds: [places.topics[0]!],
      spaceId: pick(random, spaces),
    };
    return { kind, mark, method: 'POST', path: '/api/threads', headers, body };
  };
}
