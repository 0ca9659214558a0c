import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSend } from '../lib/query.js';
import { answerInvitations } from '../lib/routes.js';
import { DialogForm } from './dialog-form.js';
import { REPLIED } from './invitation-replies.js';
import { PersonPicker } from './person-picker.js';

/** Hands an invitation to answer on to somebody else, who is told. */
export function HandOnDialog({ threadId, close }: { threadId: number; close: () => void }) {
  const { t } = useLingui();
  const [person, setPerson] = useState<string | null>(null);
  const send = useSend(answerInvitations.reply, { invalidates: REPLIED, onDone: close });
  return (
    <DialogForm
      title={t`Chuyển lời mời trả lời`}
      close={close}
      submit={(event) => {
        event.preventDefault();
        if (person) send.mutate({ id: threadId, reply: 'handed_on', personId: Number(person) });
      }}
      send={send}
      act={<Trans>Chuyển</Trans>}
      disabled={!person}
    >
      <PersonPicker label={t`Chuyển cho`} value={person} onChange={setPerson} />
      <p className="small soft">
        <Trans>Người được chuyển cần xem được câu hỏi này.</Trans>
      </p>
    </DialogForm>
  );
}
