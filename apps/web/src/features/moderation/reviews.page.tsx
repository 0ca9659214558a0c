import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { WithheldRow } from '../../components/withheld-row.js';
import { pages } from '../../lib/query.js';
import { moderation } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';
import { ReviewRow } from './review-row.js';

function Reviews({ show }: { show: 'waiting' | 'decided' }) {
  const { t } = useLingui();
  // Others decide too: the list is read anew whenever somebody comes to it.
  const list = useInfiniteQuery({ ...pages(moderation.reviews, { show }), staleTime: 0 });
  const waiting = show === 'waiting';
  return (
    <Listing
      list={list}
      label={waiting ? t`Bài được báo` : t`Đã quyết định`}
      row={(review) => <ReviewRow key={review.id} review={review} />}
      empty={
        <EmptyState
          title={waiting ? <Trans>Không có bài nào chờ xem lại</Trans> : <Trans>Chưa có quyết định nào</Trans>}
        >
          <Trans>Bài mà thành viên báo hiện ở đây, cùng lý do; một điều hành viên nhận và quyết định.</Trans>
        </EmptyState>
      }
    />
  );
}

function Hidden() {
  const { t } = useLingui();
  const list = useInfiniteQuery({ ...pages(moderation.withheldPosts, { whose: 'moderated' }), staleTime: 0 });
  return (
    <Listing
      list={list}
      label={t`Đã ẩn trong 30 ngày`}
      row={(withheld) => <WithheldRow key={withheld.id} withheld={withheld} />}
      empty={
        <EmptyState title={<Trans>Không có bài nào đang ẩn</Trans>}>
          <Trans>Bài bị ẩn khôi phục được trong 30 ngày, từ danh sách này.</Trans>
        </EmptyState>
      }
    />
  );
}

/** What moderators have to look at (/quan-tri/can-xem-lai): flagged posts, what is hidden, what was decided. */
export function ReviewsPage() {
  const { t } = useLingui();
  const moderates = useCan('review');
  return (
    <Page title={t`Cần xem lại`} lede={<Trans>Mỗi bài do một điều hành viên nhận và quyết định một lần.</Trans>}>
      {moderates ? (
        <>
          <Section title={<Trans>Bài được báo</Trans>}>
            <Reviews show="waiting" />
          </Section>
          <Section title={<Trans>Đã ẩn trong 30 ngày</Trans>}>
            <Hidden />
          </Section>
          <Section title={<Trans>Đã quyết định</Trans>}>
            <Reviews show="decided" />
          </Section>
        </>
      ) : (
        <EmptyState title={<Trans>Dành cho điều hành viên</Trans>}>
          <Trans>Vai trò hiện tại không xem lại bài. Thành viên báo bài từ nút “…” dưới bài đó.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}
