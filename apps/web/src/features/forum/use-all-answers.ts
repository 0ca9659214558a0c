import { useEffect } from 'react';

interface Pages {
  data: { pages: { answers: { items: unknown[] } }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** Posts that a page holds without being asked: with all of them there, the browser's own find works. */
const WHOLE = 500;

/** Brings the rest of a long thread by itself, once its first page is shown. */
export function useAllAnswers(list: Pages): void {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const count = data?.pages.reduce((sum, page) => sum + page.answers.items.length, 0) ?? 0;
  useEffect(() => {
    if (!hasNextPage || isFetchingNextPage || isFetchNextPageError || count >= WHOLE) return;
    const timer = setTimeout(() => void fetchNextPage(), 200);
    return () => clearTimeout(timer);
  }, [count, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
}
