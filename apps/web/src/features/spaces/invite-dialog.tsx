import type { SpacePage } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { PersonPicker } from '../../components/person-picker.js';
import { useContractForm } from '../../lib/contract-form.js';
import { groups } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { MEMBERSHIP } from './use-settle.js';

/** Invites somebody of the directory; he decides himself whether he comes. */
export function InviteDialog({ space, close }: { space: SpacePage; close: () => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(groups.invite, {
    initialValues: { personId: null as string | null, note: '' },
    input: ({ personId, note }) => ({ id: space.id, personId: Number(personId), note }),
    invalidates: MEMBERSHIP,
    onDone: () => {
      close();
      void notify({ message: t`Đã gửi lời mời.` });
    },
  });
  return (
    <DialogForm
      title={t`Mời vào nhóm`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Gửi lời mời</Trans>}
      disabled={form.values.personId === null}
    >
      <PersonPicker
        label={t`Người được mời`}
        value={form.values.personId}
        onChange={(personId) => form.setFieldValue('personId', personId)}
      />
      <TextInput
        label={t`Lời nhắn (không bắt buộc)`}
        description={t`Người được mời biết tên nhóm, mục đích và số thành viên; bài trong nhóm chỉ đọc được sau khi vào.`}
        autoComplete="off"
        {...form.getInputProps('note')}
      />
    </DialogForm>
  );
}
