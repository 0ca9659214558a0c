import type { ClientBase } from 'pg';
import { insertRows } from '../registries/insert-rows.js';
import { drafts } from './content/desks.js';
import type { Cast, Post } from './posts.js';

/** Writes what people have begun and not sent: a question under `ask`, an answer under the thread that it answers. */
export async function loadDrafts(client: ClientBase, posts: readonly Post[], { people, days }: Cast): Promise<void> {
  const idOf = (thread: string) => posts.find((post) => post.thread.key === thread)!.threadId;
  const rows = drafts.map(({ author, answers, title = '', text, hoursAgo }) => ({
    person_id: people.get(author)!.id,
    key: answers ? `answer-${idOf(answers)}` : 'ask',
    title,
    text,
    saved_at: new Date(days.now.getTime() - hoursAgo * 3_600_000).toISOString(),
  }));
  await insertRows(client, 'draft', rows);
}
