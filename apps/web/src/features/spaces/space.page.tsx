import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { ThreadList } from '../../components/thread-list.js';
import { WatchSpace } from '../../components/watch-all.js';
import { inAddress, paths, useId } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';
import { Members } from './members.js';
import { Readers, useSpaceName } from './readers.js';
import { SlowMode } from './slow-mode.js';

/** One place with its readers (/khong-gian/$id): who reads it, what was asked there, its members by name. */
export function SpacePage() {
  const nameOf = useNameOf();
  const spaceName = useSpaceName();
  const answer = useQuery(query(spaces.read, { id: useId() }));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const space = answer.data;
  return (
    <Page
      title={spaceName(space)}
      lede={space.description || (spaceName(space) !== nameOf(space) && nameOf(space))}
      facts={
        <>
          <Readers space={space} />
          <Members space={space} />
          <WatchSpace space={space} />
          <SlowMode space={space} />
        </>
      }
    >
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
