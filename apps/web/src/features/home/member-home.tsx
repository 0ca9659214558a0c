import type { home as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { ThreadRow } from '../../components/thread-row.js';
import { useNow } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { Care, hasCare } from './care.js';
import { Duties } from './duties.js';
import { Figures } from './figures.js';
import { FirstSteps } from './first-steps.js';
import { Handovers } from './handovers.js';
import { OfficeQuestion } from './office-question.js';
import { TopicCounts } from './topic-counts.js';
import { WaitingReviews } from './waiting-reviews.js';
import { Watched } from './watched.js';

type Home = Result<typeof contract.home>;

/** Work first, then what is new where one watches, then the newest of all. */
export function MemberHome({ home }: { home: Home }) {
  const { t } = useLingui();
  const format = useFormat();
  const now = useNow();
  const { duties, care, watched, latest } = home;
  const cares = hasCare(care);
  const moderates = useCan('review');
  return (
    <Page
      title={t`Trang chủ`}
      beside={format.weekday(new Date(now).toISOString())}
      facts={
        <>
          <Figures home={home} />
          <TopicCounts />
        </>
      }
    >
      <OfficeQuestion />
      <Handovers />
      {moderates && <WaitingReviews />}
      {duties.length > 0 && <Duties duties={duties} />}
      {cares && <Care care={care} />}
      {watched.length > 0 && <Watched items={watched} />}
      {duties.length === 0 && !cares && <FirstSteps known={watched.length > 0} />}
      <Section
        title={<Trans>Câu hỏi mới</Trans>}
        aside={
          <Link to={paths.threads}>
            <Trans>Tất cả câu hỏi</Trans>
          </Link>
        }
      >
        {latest.length > 0 ? (
          <Rows label={t`Câu hỏi mới`}>
            {latest.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} newest />
            ))}
          </Rows>
        ) : (
          <EmptyState title={<Trans>Chưa có câu hỏi nào</Trans>}>
            <Trans>Câu hỏi và thảo luận của các thành viên hiện ở đây, mới nhất đứng trước.</Trans>
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}
