import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { pages, useSend } from '../../lib/query.js';
import { notifications, sessions } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { NotificationRow } from './notification-row.js';
import './notifications.css';

/** What happened to what one wrote, follows or is named in (/hop-thu). */
export function InboxPage() {
  const { t } = useLingui();
  const list = useInfiniteQuery(pages(notifications.inbox, {}));
  const mark = useSend(notifications.markRead, { invalidates: [notifications.inbox, sessions.session] });
  if (list.error && !list.data) return <Waiting on={list} />;
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t`Hộp thư`}
      beside={
        unread > 0 && (
          <span className="btns">
            <Plural value={unread} other="# chưa đọc" />
            <Button
              size="xs"
              onClick={() => mark.mutate({})}
              loading={mark.isPending && mark.variables.ids === undefined}
            >
              <Trans>Đánh dấu tất cả đã đọc</Trans>
            </Button>
          </span>
        )
      }
    >
      {mark.error && <ProblemLine error={mark.error} />}
      <Listing
        list={list}
        label={t`Hộp thư`}
        row={(notification) => (
          <NotificationRow
            key={notification.id}
            notification={notification}
            read={() => mark.mutate({ ids: [notification.id] })}
          />
        )}
        empty={
          <EmptyState
            title={<Trans>Chưa có thông báo nào</Trans>}
            action={
              <ButtonLink to={paths.threads}>
                <Trans>Xem hỏi đáp</Trans>
              </ButtonLink>
            }
          >
            <Trans>
              Câu trả lời cho câu hỏi đã đặt, góp ý, lần được nhắc tên và câu trả lời được chọn hiện ở đây. Sau 10 phút
              chưa đọc, thư được gửi tới địa chỉ đã đăng ký.
            </Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
