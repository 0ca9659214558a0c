import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { ProblemLine } from './problem-view.js';

/** What `useInfiniteQuery(pages(…))` returns, as far as the next page is concerned. */
interface List {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: Error | null;
  fetchNextPage: () => unknown;
}

/** The end of a list: the next page, or why it did not come. */
export function LoadMore({ list }: { list: List }) {
  if (!list.hasNextPage) return null;
  return (
    <div className="more">
      <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
        <Trans>Xem thêm</Trans>
      </Button>
      {list.isFetchNextPageError && <ProblemLine error={list.error} />}
    </div>
  );
}
