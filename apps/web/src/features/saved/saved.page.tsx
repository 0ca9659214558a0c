import type { Bookmark } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { pages } from '../../lib/query.js';
import { returning } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row } from '../../ui/rows.js';

const BookmarkDialog = later(async () => (await import('../../components/bookmark-dialog.js')).BookmarkDialog);

function SavedRow({ bookmark }: { bookmark: Bookmark }) {
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { postId, threadId, threadKind, title, excerpt, answer, at, remindAt } = bookmark;
  const when = remindAt ? format.moment(remindAt) : '';
  return (
    <Row
      kind={
        answer ? (
          <Trans>Câu trả lời</Trans>
        ) : threadKind === 'question' ? (
          <Trans>Câu hỏi</Trans>
        ) : (
          <Trans>Thảo luận</Trans>
        )
      }
      act={
        <Button size="xs" variant="subtle" onClick={() => setChanging(true)}>
          <Trans>Nhắc, bỏ lưu</Trans>
        </Button>
      }
    >
      <Link className="ttl" data-open to={paths.thread(threadId, title)} {...(answer && { hash: `tra-loi-${postId}` })}>
        {title}
      </Link>
      {excerpt && <p className="small soft measure">{excerpt}</p>}
      <div className="meta">
        <span>
          <Trans>Đã lưu</Trans> <Time at={at} />
        </span>
        {when && (
          <span>
            <Trans>Nhắc lúc {when}</Trans>
          </span>
        )}
      </div>
      {changing && <BookmarkDialog postId={postId} saved close={() => setChanging(false)} />}
    </Row>
  );
}

/** What one saved to come back to (/da-luu). */
export function SavedPage() {
  const { t } = useLingui();
  const list = useInfiniteQuery(pages(returning.bookmarks, {}));
  return (
    <Page title={t`Đã lưu`}>
      <Listing
        list={list}
        label={t`Đã lưu`}
        row={(bookmark) => <SavedRow key={bookmark.postId} bookmark={bookmark} />}
        empty={
          <EmptyState
            title={<Trans>Chưa lưu nội dung nào</Trans>}
            action={
              <ButtonLink to={paths.threads}>
                <Trans>Xem hỏi đáp</Trans>
              </ButtonLink>
            }
          >
            <Trans>Câu hỏi và câu trả lời được lưu lại hiện ở đây, cùng giờ nhắc nếu có.</Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
