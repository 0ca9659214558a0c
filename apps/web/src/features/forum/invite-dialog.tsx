import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { PersonPicker } from '../../components/person-picker.js';
import { query, useSend } from '../../lib/query.js';
import { answerInvitations, spaces } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

interface InviteDialogProps {
  threadId: number;
  /** People who can still be asked by name. */
  left: number;
  close: () => void;
}

/** Asks one person by name, or the members of a group, to answer. */
export function InviteDialog({ threadId, left, close }: InviteDialogProps) {
  const { t } = useLingui();
  const [person, setPerson] = useState<string | null>(null);
  const [group, setGroup] = useState('');
  const groups = useQuery(query(spaces.list, {})).data?.items.filter(({ kind }) => kind === 'group') ?? [];
  const send = useSend(answerInvitations.invite, {
    invalidates: [answerInvitations.list],
    onDone: ({ invited }) => {
      close();
      void notify({ message: invited > 0 ? t`Đã gửi lời mời.` : t`Đã được mời từ trước.` });
    },
  });
  return (
    <DialogForm
      title={t`Mời trả lời`}
      close={close}
      send={send}
      act={<Trans>Gửi lời mời</Trans>}
      disabled={!person && !group}
      submit={(event) => {
        event.preventDefault();
        if (person || group)
          send.mutate({
            id: threadId,
            personIds: person ? [Number(person)] : [],
            ...(group && { spaceId: Number(group) }),
          });
      }}
    >
      <p className="small soft">
        {left > 0 ? (
          <Plural value={left} other="Còn mời được # người. Mỗi người nhận một thông báo." />
        ) : (
          <Trans>Đã mời đủ 5 người.</Trans>
        )}
      </p>
      {left > 0 && <PersonPicker label={t`Người được mời`} value={person} onChange={setPerson} />}
      {groups.length > 0 && (
        <NativeSelect
          label={t`Hoặc cả một nhóm`}
          value={group}
          onChange={(event) => setGroup(event.currentTarget.value)}
          data={[{ value: '', label: '–' }, ...groups.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      )}
      <p className="small soft">
        <Trans>Chỉ mời được người trả lời được câu hỏi này.</Trans>
      </p>
    </DialogForm>
  );
}
