import type { moderation as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { Time } from '../../components/time.js';
import { idFilter, paths, useFilters } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { moderation } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row } from '../../ui/rows.js';
import './moderation.css';

type Entry = Result<typeof contract.auditLog>['items'][number];

function EntryRow({ entry }: { entry: Entry }) {
  const { actorId, actor, role, action, itemId, from, to, reason, at, sealed } = entry;
  return (
    <Row kind={<Time at={at} full />} act={sealed ? <Trans>Đã niêm phong</Trans> : <Trans>Chờ niêm phong</Trans>}>
      <code>{action}</code>
      <div className="meta">
        {actorId !== null && <Link to={paths.person(actorId, actor)}>{actor || actorId}</Link>}
        {role && <span>{role}</span>}
        {itemId !== null && <span>#{itemId}</span>}
        {(from ?? to) && (
          <span>
            {from} → {to}
          </span>
        )}
        {reason && <span>{reason}</span>}
      </div>
    </Row>
  );
}

const isDay = (text: string | undefined) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

function Log() {
  const { t } = useLingui();
  const [filters, set] = useFilters();
  const { action } = filters;
  const wanted = {
    action: action?.trim() || undefined,
    actor: idFilter(filters['actor']),
    item: idFilter(filters['item']),
    from: isDay(filters['from']),
    to: isDay(filters['to']),
  };
  const list = useInfiniteQuery({ ...pages(moderation.auditLog, wanted), placeholderData: keepPreviousData });
  const query = new URLSearchParams(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const field = (name: 'action' | 'actor' | 'item' | 'from' | 'to', label: string, type = 'text') => (
    <TextInput
      label={label}
      type={type}
      value={filters[name] ?? ''}
      autoComplete="off"
      onChange={(event) => set({ [name]: event.currentTarget.value }, { replace: true })}
    />
  );
  return (
    <>
      <div className="audit-filters">
        {field('action', t`Việc, ví dụ thread.hide`)}
        {field('actor', t`Số của người làm`)}
        {field('item', t`Số của bài, người, đơn vị`)}
        {field('from', t`Từ ngày`, 'date')}
        {field('to', t`Đến ngày`, 'date')}
      </div>
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
