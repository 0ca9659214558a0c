import type { Answer, Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { audienceWord } from '../../components/audience-word.js';
import { useSend } from '../../lib/query.js';
import { arranging, threads } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { Combined } from './combined.js';
import { tellProblem } from './tell-problem.js';

const READ_AGAIN = [threads.read, threads.list] as const;

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
export const ThreadNotices = ({ thread, answers }: { thread: Thread; answers: readonly Answer[] }) => (
  <div className="thread-notices">
    <Combined thread={thread} answers={answers} />
    <MoveRequest thread={thread} />
  </div>
);
