import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';

/** The topics with the number of questions and discussions in each. */
export function TopicCounts() {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const format = useFormat();
  const { data, isPending } = useQuery({ ...query(topics.list, {}), staleTime: 300_000 });
  return (
    <Section title={<Trans context="danh mục">Chủ đề</Trans>} hint={<Trans>số câu hỏi, thảo luận</Trans>}>
      {isPending && <Skeleton lines={8} label={t`Đang tải`} />}
      <ul className="home-topics">
        {data?.items.map((topic) => (
          <li key={topic.id}>
            <Link className="topic" to={paths.topic(topic.slug)}>
              {nameOf(topic)}
            </Link>
            <span className="figures soft">{format.number(topic.threads)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
