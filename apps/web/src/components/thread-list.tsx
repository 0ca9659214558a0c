import type { Call, threads as contract } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pages } from '../lib/query.js';
import { threads } from '../lib/routes.js';
import { Listing } from './listing.js';
import { ThreadRow } from './thread-row.js';

interface ThreadListProps {
  filters: Call<typeof contract.list>;
  empty: ReactNode;
}

/** The questions and discussions of one topic, space or organisation, last activity first. */
export function ThreadList({ filters, empty }: ThreadListProps) {
  const { t } = useLingui();
  const list = useInfiniteQuery(pages(threads.list, filters));
  return (
    <Listing
      list={list}
      label={t`Câu hỏi và thảo luận`}
      empty={empty}
      row={(thread) => <ThreadRow key={thread.id} thread={thread} />}
    />
  );
}
