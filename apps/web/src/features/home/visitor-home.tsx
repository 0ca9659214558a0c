import type { home as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { ThreadRow } from '../../components/thread-row.js';
import { paths } from '../../lib/address.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { DemoDoors } from './demo-doors.js';
import { Figures } from './figures.js';
import { TopicCounts } from './topic-counts.js';

/** What a visitor finds: what this is, what he may read, how to come in. */
export function VisitorHome({ home }: { home: Result<typeof contract.home> }) {
  const { t } = useLingui();
  const { demo } = useMe().instance;
  return (
    <Page
      title={t`Mạng lưới chuyên gia Chính phủ điện tử`}
      tab={t`Trang chủ`}
      facts={
        <>
          <Figures home={home} />
          <TopicCounts />
        </>
      }
    >
      <div className="stack home-about">
        <p className="measure">
          <Trans>
            Hạt Nhân là nơi những người làm chính phủ điện tử ở các bộ, ngành và địa phương hỏi nhau về việc thật, trả
            lời nhau và giữ lại những gì đã kiểm nghiệm. Phần công khai ai cũng đọc được; thành viên tham gia theo lời
            mời của đơn vị hoặc ban điều phối.
          </Trans>
        </p>
        <div className="btns">
          <ButtonLink to={paths.signIn} variant="filled">
            <Trans>Đăng nhập</Trans>
          </ButtonLink>
          <ButtonLink to={paths.about}>
            <Trans>Giới thiệu</Trans>
          </ButtonLink>
        </div>
      </div>
      {demo && <DemoDoors />}
      <Section
        title={<Trans>Câu hỏi mới</Trans>}
        hint={<Trans>phần công khai</Trans>}
        aside={
          <Link to={paths.threads}>
            <Trans>Tất cả câu hỏi</Trans>
          </Link>
        }
      >
        {home.latest.length > 0 ? (
          <Rows label={t`Câu hỏi mới`}>
            {home.latest.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} newest />
            ))}
          </Rows>
        ) : (
          <EmptyState title={<Trans>Chưa có câu hỏi công khai nào</Trans>}>
            <Trans>Câu hỏi mà thành viên đăng công khai hiện ở đây.</Trans>
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}
