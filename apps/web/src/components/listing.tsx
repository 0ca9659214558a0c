import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Rows } from '../ui/rows.js';
import { Skeleton } from '../ui/skeleton.js';
import { LoadMore } from './load-more.js';
import { ProblemLine } from './problem-view.js';
import './lists.css';

/** What `useInfiniteQuery(pages(…))` returns, as far as it is shown. */
interface List<T> {
  data: { pages: { items: T[] }[] } | undefined;
  isPending: boolean;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: Error | null;
  fetchNextPage: () => unknown;
}

interface ListingProps<T> {
  list: List<T>;
  label: string;
  /** Shown in place of no rows. */
  empty: ReactNode;
  row: (item: T) => ReactNode;
}

/** A list that grows by pages, with all its states: waiting, failed, empty, more. */
export function Listing<T>({ list, label, empty, row }: ListingProps<T>) {
  const { t } = useLingui();
  const items = list.data?.pages.flatMap((page) => page.items);
  if (!items) {
    return list.isPending && !list.error ? (
      <Skeleton lines={9} label={t`Đang tải`} />
    ) : (
      <ProblemLine error={list.error} />
    );
  }
  if (items.length === 0) return empty;
  return (
    <div aria-busy={list.isPlaceholderData} className={list.isPlaceholderData ? 'old' : undefined}>
      <Rows label={label}>{items.map(row)}</Rows>
      <LoadMore list={list} />
    </div>
  );
}
