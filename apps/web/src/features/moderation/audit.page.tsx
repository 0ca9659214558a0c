import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { idFilter, useFilters } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { moderation } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { AuditFilters } from './audit-filters.js';
import { EntryRow } from './audit-entry.js';
import './moderation.css';

const isDay = (text: string | undefined) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

function Log() {
  const { t } = useLingui();
  const [filters] = useFilters();
  const wanted = {
    action: filters['action'],
    actor: idFilter(filters['actor']),
    item: idFilter(filters['item']),
    from: isDay(filters['from']),
    to: isDay(filters['to']),
  };
  const list = useInfiniteQuery({ ...pages(moderation.auditLog, wanted), placeholderData: keepPreviousData });
  const query = new URLSearchParams(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <AuditFilters actorName={rows.find(({ actorId }) => actorId === wanted.actor)?.actor} />
      <p>
        <a href={`/api/audit.csv${query.size > 0 ? `?${query.toString()}` : ''}`} download>
          <Trans>Tải về CSV</Trans>
        </a>
      </p>
      <Listing
        list={list}
        label={t`Nhật ký quản trị`}
        row={(entry) => <EntryRow key={entry.id} entry={entry} />}
        empty={
          <EmptyState title={<Trans>Không có dòng nào theo cách lọc này</Trans>}>
            <Trans>Bớt điều kiện lọc để xem thêm.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}

/** The audit log (/quan-tri/nhat-ky): who did what, newest first. */
export function AuditPage() {
  const { t } = useLingui();
  const mayRead = useCan('readAudit');
  return (
    <Page
      title={t`Nhật ký quản trị`}
      lede={<Trans>Mỗi dòng được niêm phong nối với dòng trước; không ai sửa hoặc xóa được mà không lộ.</Trans>}
    >
      {mayRead ? (
        <Log />
      ) : (
        <EmptyState title={<Trans>Dành cho quản trị viên và điều phối viên</Trans>}>
          <Trans>Vai trò hiện tại không xem nhật ký.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}
