import type { Answer, Thread } from '@hat-nhan/contracts';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../../lib/api.js';
import { returning } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';

/** Milliseconds that a thread is looked at before it counts as read. */
const LOOKED_AT = 2_000;

const newestOf = (thread: Thread, answers: readonly Answer[]) =>
  Math.max(
    thread.id,
    ...thread.threadComments.map(({ id }) => id),
    ...answers.flatMap(({ id, comments }) => [id, ...comments.map((comment) => comment.id)]),
  );

/**
 * The answers that came since the reader was here last: counted from where he was when he opened the page, so that marks
 * stay while he reads. Remembers where he is now, in one small request after the page.
 */
export function useFresh(thread: Thread, answers: readonly Answer[]): ReadonlySet<number> {
  const me = useMe().person?.id;
  const [readTo] = useState(thread.readTo);
  const newest = newestOf(thread, answers);
  const known = Math.max(thread.readTo ?? 0, readTo ?? 0);
  useEffect(() => {
    if (me === undefined || newest <= known) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      // Lost on the way, it is sent on the next visit.
      timer = setTimeout(
        () => void call(returning.readTo, { id: thread.id, postId: newest }).catch(() => {}),
        LOOKED_AT,
      );
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [me, newest, known, thread.id]);
  return useMemo(
    () =>
      new Set(
        readTo === null
          ? []
          : answers.filter(({ id, author }) => id > readTo && author.personId !== me).map(({ id }) => id),
      ),
    [answers, readTo, me],
  );
}
