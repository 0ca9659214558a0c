import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PersonChip } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { truth } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

/** Answers of a topic that two organisations or more say are not true any more; nothing where there is none. */
export function Doubted({ slug }: { slug: string }) {
  const { t } = useLingui();
  const member = useMe().person !== null;
  const { data } = useQuery({ ...query(truth.doubted, { slug }), enabled: member });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={<Trans>Cần xem lại</Trans>} hint={<Trans>Câu trả lời được báo không còn đúng</Trans>}>
      <Rows label={t`Cần xem lại`}>
        {data.items.map(({ id, threadId, title, author, at, no, reasons }) => (
          <Row
            key={id}
            kind={
              <StateWord tone="due" icon="half">
                <Plural value={no} other="# đơn vị báo" />
              </StateWord>
            }
            act={
              <span className="small soft nw">
                <Trans>Trả lời</Trans> <Time at={at} />
              </span>
            }
          >
            <Link className="ttl" data-open to={paths.thread(threadId, title)} hash={`bai-${id}`}>
              {title}
            </Link>
            <div className="small soft">
              <PersonChip by={author} />
            </div>
            {reasons.map(({ organisation, reason, at: said }) => (
              <p key={`${organisation}-${said}`} className="small soft measure">
                {organisation ? `${organisation}: ` : ''}
                {reason}
              </p>
            ))}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
