import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { arranging } from '../../lib/routes.js';

interface Pages {
  data: { pages: unknown[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

const ADDRESS = /^(?:bai|tra-loi)-([1-9]\d{0,9})$/;
const PAGES = 10;

/** Follows a post that is not in this thread any more to the one where it stands. */
function useFollow(threadId: number) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (postId: number) =>
    client.fetchQuery(query(arranging.place, { id: postId })).then(
      (place) => {
        if (place.threadId !== threadId)
          void navigate({ to: paths.thread(place.threadId, place.title), hash: `bai-${postId}`, replace: true });
      },
      () => undefined, // gone, or never there: the thread is shown from its start
    );
}

/** Goes to the answer or comment that the address names (#tra-loi-12, #bai-12), loading further answers until it is there. */
export function usePlaceInThread(
  threadId: number,
  { data, hasNextPage, isFetchingNextPage, fetchNextPage }: Pages,
): void {
  const follow = useFollow(threadId);
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const done = useRef('');
  const loaded = data?.pages.length ?? 0;
  useEffect(() => {
    const id = ADDRESS.exec(hash)?.[1];
    if (!id || loaded === 0 || done.current === hash) return;
    const place = document.getElementById(`tra-loi-${id}`) ?? document.getElementById(`bai-${id}`);
    if (place) {
      done.current = hash;
      place.scrollIntoView({ block: 'start' });
      place.focus({ preventScroll: true });
    } else if (hasNextPage && loaded < PAGES) {
      if (!isFetchingNextPage) void fetchNextPage();
    } else if (Number(id) !== threadId) {
      done.current = hash;
      void follow(Number(id));
    }
  }, [hash, threadId, follow, loaded, hasNextPage, isFetchingNextPage, fetchNextPage]);
}
