import type { Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { audienceWord } from '../../components/audience-word.js';
import { inAddress, paths, useFilters } from '../../lib/address.js';
import { useSend } from '../../lib/query.js';
import { arranging, threads } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { tellProblem } from './tell-problem.js';

const READ_AGAIN = [threads.read, threads.list] as const;

/** On the page of a duplicate, where it leads; and on the page where one arrived, from where. */
function Combined({ thread }: { thread: Thread }) {
  const [{ tu }] = useFilters();
  const from = thread.related.find(({ id, how }) => how === 'duplicate' && String(id) === tu);
  const into = thread.duplicateOf;
  if (thread.state === 'duplicate')
    return (
      <Banner tone="plain" icon="right">
        {into ? (
          <Trans>
            Câu hỏi này đã được gộp vào “<Link to={paths.thread(into.id, into.title)}>{into.title}</Link>”.
          </Trans>
        ) : (
          <Trans>Câu hỏi này đã được gộp vào một câu hỏi khác.</Trans>
        )}
      </Banner>
    );
  if (!from) return null;
  return (
    <Banner tone="plain" icon="right" live>
      <Trans>Câu hỏi “{from.title}” đã được gộp vào đây.</Trans>{' '}
      <Link to={paths.thread(from.id, from.title)} search={inAddress({ xem: 'cu' })}>
        <Trans>Xem câu hỏi cũ</Trans>
      </Link>
    </Banner>
  );
}

/** What the asker is asked, with his two answers; and for moderators that it is so. */
function MoveRequest({ thread }: { thread: Thread }) {
  const { id, moveRequest, can } = thread;
  const decide = useSend(arranging.decideMove, { invalidates: READ_AGAIN, onProblem: tellProblem });
  const withdraw = useSend(arranging.withdrawMove, { invalidates: READ_AGAIN, onProblem: tellProblem });
  if (!moveRequest) return null;
  const place = audienceWord(moveRequest.audience);
  return (
    <Banner tone="due">
      <p>
        {can.decideMove ? (
          <Trans>
            Điều hành viên đề nghị chuyển nơi đăng sang <b>{place}</b>, để nhiều người hơn đọc được. Việc này cần người
            hỏi đồng ý.
          </Trans>
        ) : (
          <Trans>
            Đang chờ người hỏi đồng ý chuyển nơi đăng sang <b>{place}</b>.
          </Trans>
        )}{' '}
        <Trans>Lý do:</Trans> {moveRequest.reason}
      </p>
      <div className="btns">
        {can.decideMove && (
          <>
            <Button size="xs" loading={decide.isPending} onClick={() => decide.mutate({ id, agreed: true })}>
              <Trans>Đồng ý chuyển</Trans>
            </Button>
            <Button size="xs" variant="subtle" onClick={() => decide.mutate({ id, agreed: false })}>
              <Trans>Giữ như hiện nay</Trans>
            </Button>
          </>
        )}
        {can.move && (
          <Button size="xs" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
            <Trans>Rút đề nghị</Trans>
          </Button>
        )}
      </div>
    </Banner>
  );
}

/** What happened to the place of a thread, and what is asked about it. */
export const ThreadNotices = ({ thread }: { thread: Thread }) => (
  <div className="thread-notices">
    <Combined thread={thread} />
    <MoveRequest thread={thread} />
  </div>
);
