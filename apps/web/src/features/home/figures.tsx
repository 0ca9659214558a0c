import type { home as contract, Result } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { Section } from '../../ui/section.js';

type Counts = Pick<Result<typeof contract.home>, 'unanswered' | 'answeredThisMonth'>;

/** Two numbers, each with what it counts. */
export function Figures({ home }: { home: Counts }) {
  const format = useFormat();
  return (
    <Section title={<Trans>Hỏi đáp hiện nay</Trans>}>
      <dl className="home-figures">
        <div>
          <dt>
            <Link to={paths.unanswered}>
              <Trans>Chưa có câu trả lời</Trans>
            </Link>
          </dt>
          <dd>
            <span className="home-figure">{format.number(home.unanswered)}</span>
            <span className="small soft">
              <Trans>câu hỏi đang mở mà chưa ai trả lời</Trans>
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Được trả lời tháng này</Trans>
          </dt>
          <dd>
            <span className="home-figure">{format.number(home.answeredThisMonth)}</span>
            <span className="small soft">
              <Trans>câu hỏi có câu trả lời mới từ ngày 01 của tháng</Trans>
            </span>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
