import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSend } from '../lib/query.js';
import { answerInvitations } from '../lib/routes.js';
import { Dialog } from './dialog.js';
import { REPLIED } from './invitation-replies.js';
import { PersonPicker } from './person-picker.js';
import { ProblemLine } from './problem-view.js';

/** Hands an invitation to answer on to somebody else, who is told. */
export function HandOnDialog({ threadId, close }: { threadId: number; close: () => void }) {
  const { t } = useLingui();
  const [person, setPerson] = useState<string | null>(null);
  const send = useSend(answerInvitations.reply, { invalidates: REPLIED, onDone: close });
  return (
    <Dialog title={t`Chuyển lời mời trả lời`} close={close}>
      <form
        className="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (person) send.mutate({ id: threadId, reply: 'handed_on', personId: Number(person) });
        }}
      >
        <PersonPicker label={t`Chuyển cho`} value={person} onChange={setPerson} />
        <p className="small soft">
          <Trans>Người được chuyển cần xem được câu hỏi này.</Trans>
        </p>
        <ProblemLine error={send.error} />
        <div className="btns">
          <Button type="submit" variant="filled" disabled={!person} loading={send.isPending}>
            <Trans>Chuyển</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Bỏ qua</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
