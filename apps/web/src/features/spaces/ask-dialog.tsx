import type { SpacePage } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { groups } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { MEMBERSHIP } from './use-settle.js';

/** Asks to join a group, with a sentence for its moderators. */
export function AskDialog({ space, close }: { space: SpacePage; close: () => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(groups.ask, {
    initialValues: { note: '' },
    input: ({ note }) => ({ id: space.id, note }),
    invalidates: MEMBERSHIP,
    onDone: () => {
      close();
      void notify({ message: t`Đã gửi đề nghị.` });
    },
  });
  return (
    <DialogForm title={t`Đề nghị vào nhóm`} close={close} submit={submit} send={send} act={<Trans>Gửi đề nghị</Trans>}>
      <p className="soft">
        <Trans>Điều hành viên của nhóm đọc và trả lời; kết quả được báo trong hộp thư.</Trans>
      </p>
      <Textarea
        label={t`Lời nhắn cho điều hành viên`}
        description={t`Một, hai câu: đang làm gì, muốn góp gì.`}
        autosize={false}
        rows={3}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </DialogForm>
  );
}
