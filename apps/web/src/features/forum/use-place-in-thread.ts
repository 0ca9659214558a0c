import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

interface Pages {
  data: { pages: unknown[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

const ADDRESS = /^(?:bai|tra-loi)-([1-9]\d{0,9})$/;
const PAGES = 10;

/** Goes to the answer or comment that the address names (#tra-loi-12, #bai-12), loading further answers until it is there. */
export function usePlaceInThread({ data, hasNextPage, isFetchingNextPage, fetchNextPage }: Pages): void {
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
    } else if (hasNextPage && !isFetchingNextPage && loaded < PAGES) void fetchNextPage();
  }, [hash, loaded, hasNextPage, isFetchingNextPage, fetchNextPage]);
}
