import type { Answer, Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { audienceWord } from '../../components/audience-word.js';
import { useSend } from '../../lib/query.js';
import { arranging, threads } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { notify } from '../../ui/notify.js';
import { Combined } from './combined.js';
import { tellProblem } from './tell-problem.js';

const READ_AGAIN = [threads.read, threads.list] as const;

/** What the asker is asked, with his two answers; and for moderators that it is so. */
function MoveRequest({ thread }: { thread: Thread }) {
  const { t } = useLingui();
  const { id, moveRequest, can } = thread;
  // Asked about something else meanwhile: what was read is not what would have been agreed to.
  const decide = useSend(arranging.decideMove, {
    invalidates: READ_AGAIN,
    onProblem: (problem) => {
      if (problem.code !== 'illegal-transition') return tellProblem(problem);
      void notify({ message: t`Đề nghị đã thay đổi nên chưa ghi nhận. Xem lại nội dung mới trên trang.` });
    },
  });
  const withdraw = useSend(arranging.withdrawMove, { invalidates: READ_AGAIN, onProblem: tellProblem });
  if (!moveRequest) return null;
  const place = audienceWord(moveRequest.audience);
  const { spaceId } = moveRequest.audience;
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
            <Button size="xs" loading={decide.isPending} onClick={() => decide.mutate({ id, agreed: true, spaceId })}>
              <Trans>Đồng ý chuyển</Trans>
            </Button>
            <Button size="xs" variant="subtle" onClick={() => decide.mutate({ id, agreed: false, spaceId })}>
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
