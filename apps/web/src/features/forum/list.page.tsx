import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { LoadMore } from '../../components/load-more.js';
import { Page } from '../../components/page.js';
import { ProblemLine } from '../../components/problem-view.js';
import { choiceFilter, idFilter, inAddress, paths, useFilters } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Rows } from '../../ui/rows.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Pinned } from './pinned.js';
import { ListFilters } from './list-filters.js';
import { ThreadRow } from '../../components/thread-row.js';
import './list.css';

type Unanswered = 'any' | 'overdue' | undefined;

/** The three views of the list; the filters of the address stay when one is chosen. */
function Views() {
  const { t } = useLingui();
  const [filters] = useFilters();
  const view = (to: string, unanswered: Unanswered, label: string) => (
    <Link
      key={label}
      to={to}
      search={inAddress({ ...filters, unanswered: unanswered === 'overdue' ? 'overdue' : undefined })}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {label}
    </Link>
  );
  return (
    <nav className="views" aria-label={t`Cách xem`}>
      {view(paths.threads, undefined, t`Tất cả`)}
      {view(paths.unanswered, 'any', t`Chưa trả lời`)}
      {view(paths.unanswered, 'overdue', t`Quá 3 ngày làm việc`)}
    </nav>
  );
}

function Nothing({ filtered, waiting }: { filtered: boolean; waiting: boolean }) {
  const mayAsk = useCan('ask');
  const ask = mayAsk && (
    <ButtonLink to={paths.ask}>
      <Trans>Đặt câu hỏi</Trans>
    </ButtonLink>
  );
  if (!filtered) {
    return (
      <EmptyState title={<Trans>Chưa có câu hỏi nào</Trans>} action={ask}>
        <Trans>Câu hỏi và thảo luận của các thành viên hiện ở đây, mới hoạt động đứng trước.</Trans>
      </EmptyState>
    );
  }
  if (waiting) {
    return (
      <EmptyState title={<Trans>Không còn câu hỏi nào chờ trả lời</Trans>} action={ask}>
        <Trans>Câu hỏi đang mở mà chưa ai trả lời hiện ở đây, mới hoạt động đứng trước.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={<Trans>Không có câu hỏi nào theo cách lọc này</Trans>}
      action={
        <>
          <ButtonLink to={paths.threads}>
            <Trans>Bỏ lọc</Trans>
          </ButtonLink>
          {ask}
        </>
      }
    >
      <Trans>Bớt điều kiện lọc, hoặc đặt câu hỏi mới.</Trans>
    </EmptyState>
  );
}

/** Questions and discussions (/hoi-dap), and those that wait for an answer (/hoi-dap/chua-tra-loi). */
export function ListPage() {
  const { t } = useLingui();
  const waiting = useRouterState({ select: ({ location }) => location.pathname === paths.unanswered });
  const [filters] = useFilters();
  const mayAsk = useCan('ask');
  const unanswered: Unanswered =
    choiceFilter(filters['unanswered'], ['any', 'overdue']) ?? (waiting ? 'any' : undefined);
  const wanted = {
    kind: choiceFilter(filters['kind'], ['question', 'discussion']),
    state: choiceFilter(filters['state'], ['open', 'resolved', 'closed', 'duplicate', 'archived']),
    topic: idFilter(filters['topic']),
    space: idFilter(filters['space']),
    organisation: idFilter(filters['organisation']),
    author: idFilter(filters['author']),
    sort: choiceFilter(filters['sort'], ['new']),
    unanswered,
  };
  const list = useInfiniteQuery({ ...pages(threads.list, wanted), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items);
  const { sort: _, unanswered: view, ...narrowing } = wanted;
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  return (
    <Page
      title={unanswered ? t`Chưa trả lời` : t`Hỏi đáp`}
      beside={
        mayAsk && (
          <Link to={paths.ask} search={inAddress({ kind: 'discussion' })}>
            <Trans>Mở thảo luận</Trans>
          </Link>
        )
      }
    >
      <Views />
      <ListFilters />
      <Pinned items={list.data?.pages[0]?.pinned ?? []} />
      {list.error && !items && <ProblemLine error={list.error} />}
      {list.isPending && !list.error && <Skeleton lines={9} label={t`Đang tải`} />}
      {items?.length === 0 && (
        <Nothing filtered={narrowed || view !== undefined} waiting={!narrowed && view !== undefined} />
      )}
      {items && items.length > 0 && (
        <div aria-busy={list.isPlaceholderData} className={list.isPlaceholderData ? 'stale' : undefined}>
          <Rows label={t`Câu hỏi và thảo luận`}>
            {items.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} />
            ))}
          </Rows>
        </div>
      )}
      <LoadMore list={list} />
    </Page>
  );
}
