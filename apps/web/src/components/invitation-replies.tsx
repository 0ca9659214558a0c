import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../lib/format.js';
import { query, useSend } from '../lib/query.js';
import { answerInvitations, home } from '../lib/routes.js';
import { notify } from '../ui/notify.js';
import { later } from './later.js';
import { ProblemLine } from './problem-view.js';

const HandOnDialog = later(async () => (await import('./hand-on-dialog.js')).HandOnDialog);
export const REPLIED = [answerInvitations.mine, answerInvitations.list, home.home] as const;

/** The three one-tap replies to an invitation to answer, wherever it stands; nothing where none waits. */
export function InvitationReplies({ threadId }: { threadId: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const mine = useQuery(query(answerInvitations.mine, {}));
  const [handing, setHanding] = useState(false);
  const reply = useSend(answerInvitations.reply, {
    invalidates: REPLIED,
    onDone: ({ answerBy }) => {
      const day = answerBy ? format.date(answerBy) : '';
      void notify({ message: day ? t`Đã hẹn trả lời trước hết ngày ${day}.` : t`Đã báo lại.` });
    },
  });
  const waiting = mine.data?.items.find((one) => one.threadId === threadId);
  if (!waiting) return null;
  const day = waiting.answerBy && format.date(waiting.answerBy);
  return (
    <div className="invitation-replies">
      {day && (
        <p className="small soft">
          <Trans>Đã hẹn trả lời trước hết ngày {day}.</Trans>
        </p>
      )}
      <div className="btns">
        {!day && (
          <Button
            size="xs"
            loading={reply.isPending && reply.variables.reply === 'will_answer'}
            onClick={() => reply.mutate({ id: threadId, reply: 'will_answer' })}
          >
            <Trans>Tôi trả lời trong 2 ngày</Trans>
          </Button>
        )}
        <Button size="xs" onClick={() => setHanding(true)}>
          <Trans>Chuyển cho …</Trans>
        </Button>
        <Button
          size="xs"
          loading={reply.isPending && reply.variables.reply === 'not_my_field'}
          onClick={() => reply.mutate({ id: threadId, reply: 'not_my_field' })}
        >
          <Trans>Không phải lĩnh vực của tôi</Trans>
        </Button>
      </div>
      <ProblemLine error={reply.error} />
      {handing && <HandOnDialog threadId={threadId} close={() => setHanding(false)} />}
    </div>
  );
}
