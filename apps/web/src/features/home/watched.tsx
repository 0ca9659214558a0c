import type { home as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { AnswerCount } from '../../components/answer-count.js';
import { PersonChip } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

type Item = Result<typeof contract.home>['watched'][number];

/** What others wrote last in the threads that one watches. */
export function Watched({ items }: { items: Item[] }) {
  const { t } = useLingui();
  return (
    <Section title={<Trans>Mới ở nơi đang theo dõi</Trans>}>
      <Rows label={t`Mới ở nơi đang theo dõi`}>
        {items.map(({ threadId, kind, title, at, answers, accepted, by }) => (
          <Row
            key={threadId}
            act={
              accepted ? (
                <StateWord tone="ok" icon="checkRing">
                  <Trans>Đã chọn câu trả lời</Trans>
                </StateWord>
              ) : (
                <span className="small soft nw">
                  <AnswerCount thread={{ kind, answers, accepted: 0 }} />
                </span>
              )
            }
          >
            <Link className="ttl" data-open to={paths.thread(threadId, title)}>
              {title}
            </Link>
            <div className="meta">
              <PersonChip by={by} />
              <Time at={at} />
            </div>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
