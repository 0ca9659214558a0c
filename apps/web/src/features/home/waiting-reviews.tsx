import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFlagReasons } from '../../components/flag-reasons.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { moderation } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

/** Moderators: the posts that wait longest to be looked at again, at most three; nothing where none waits. */
export function WaitingReviews() {
  const { t } = useLingui();
  const reasons = useFlagReasons();
  const list = useInfiniteQuery({ ...pages(moderation.reviews, { show: 'waiting', limit: 3 }), staleTime: 0 });
  const items = list.data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section
      title={<Trans>Bài được báo</Trans>}
      aside={
        <Link to={paths.reviews}>
          <Trans>Tất cả</Trans>
        </Link>
      }
    >
      <Rows label={t`Bài được báo`}>
        {items.map(({ id, title, flags, at }) => (
          <Row
            key={id}
            kind={<Trans>Cần xem lại</Trans>}
            act={
              <ButtonLink to={paths.reviews} size="xs">
                <Trans>Xem lại</Trans>
              </ButtonLink>
            }
          >
            <Link className="ttl" data-open to={paths.reviews}>
              {title}
            </Link>
            <div className="meta">
              {flags[0] && <span>{reasons[flags[0].reason]}</span>}
              <span>
                <Trans>Báo</Trans> <Time at={at} />
              </span>
            </div>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
