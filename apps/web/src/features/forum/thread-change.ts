import type { Answer, Thread } from '@hat-nhan/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { change } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';

type Voted = Pick<Answer, 'helpful' | 'voted'>;

/** Shows another state of a thread at once; returns the way back. */
export const changeThread = (
  client: QueryClient,
  id: number,
  edit: (thread: Thread) => Partial<Thread>,
): (() => void) =>
  change(client, threads.read, { id }, (page) => ({ ...page, thread: { ...page.thread, ...edit(page.thread) } }));

/** Shows another state of an answer at once; returns the way back. */
export const changeAnswer = (
  client: QueryClient,
  threadId: number,
  answerId: number,
  edit: (answer: Answer) => Partial<Answer>,
): (() => void) =>
  change(client, threads.read, { id: threadId }, (page) => ({
    ...page,
    answers: {
      ...page.answers,
      items: page.answers.items.map((answer) => (answer.id === answerId ? { ...answer, ...edit(answer) } : answer)),
    },
  }));

/** Shows a vote on the question (its post has the number of the thread) or on an answer. */
export const changeVote = (client: QueryClient, threadId: number, postId: number, edit: (post: Voted) => Voted) =>
  postId === threadId ? changeThread(client, threadId, edit) : changeAnswer(client, threadId, postId, edit);
