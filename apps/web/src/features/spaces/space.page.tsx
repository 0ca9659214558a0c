import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { ThreadList } from '../../components/thread-list.js';
import { Time } from '../../components/time.js';
import { WatchSpace } from '../../components/watch-all.js';
import { inAddress, paths, useId } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';
import { Face } from './face.js';
import { Members } from './members.js';
import { Membership } from './membership.js';
import { Readers, useSpaceName } from './readers.js';
import { useSaid } from './said.js';
import { SlowMode } from './slow-mode.js';
import { WaitingToJoin } from './waiting.js';
import './spaces.css';

/** One place with its readers (/khong-gian/$id): who reads it, what was asked there, its members by name. */
export function SpacePage() {
  const nameOf = useNameOf();
  const spaceName = useSpaceName();
  const said = useSaid();
  const answer = useQuery(query(spaces.read, { id: useId() }));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const space = answer.data;
  if (!space.inside) return <Face space={space} />;
  const about = said(space.description, space.descriptionEn);
  const purpose = said(space.purpose, space.purposeEn);
  return (
    <Page
      title={spaceName(space)}
      lede={purpose || about || (spaceName(space) !== nameOf(space) && nameOf(space))}
      crumb={
        space.kind === 'group' && (
          <Link to={paths.groups}>
            <Trans>Nhóm làm việc</Trans>
          </Link>
        )
      }
      facts={
        <>
          <Readers space={space} />
          <Members space={space} />
          <WatchSpace space={space} />
          <SlowMode space={space} />
          <Membership space={space} />
        </>
      }
    >
      {space.closedAt !== null && (
        <Banner tone="plain">
          <Trans>
            Nhóm đã đóng <Time at={space.closedAt} />. Bài vẫn đọc được, không ai viết thêm.
          </Trans>
        </Banner>
      )}
      {purpose && about && <p className="measure said">{about}</p>}
      <WaitingToJoin space={space} />
      <Section
        title={<Trans>Câu hỏi và thảo luận</Trans>}
        aside={
          <Link to={paths.threads} search={inAddress({ space: String(space.id) })}>
            <Trans>Lọc, sắp xếp</Trans>
          </Link>
        }
      >
        <ThreadList
          filters={{ space: space.id }}
          empty={
            <EmptyState
              title={<Trans>Chưa có câu hỏi nào ở đây</Trans>}
              action={
                space.can.write && (
                  <ButtonLink to={paths.ask}>
                    <Trans>Đặt câu hỏi</Trans>
                  </ButtonLink>
                )
              }
            >
              <Trans>Câu hỏi mà người đặt chọn cho nhóm người đọc này hiện ở đây.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}
