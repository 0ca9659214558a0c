import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { ChoiceField } from '../../components/choice-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { useCloseReasons, type CloseReason } from './close-reasons.js';

/** Asks for the reason before a question or discussion is closed. */
export function CloseDialog({ thread, close }: { thread: Thread; close: () => void }) {
  const { t } = useLingui();
  const reasons = useCloseReasons();
  const { form, submit, send } = useContractForm(threads.close, {
    initialValues: { reason: '', note: '' },
    input: ({ reason, note }) => ({ id: thread.id, reason: reason as CloseReason, note }),
    invalidates: [threads.read, threads.list],
    onDone: () => {
      close();
      void notify({ message: t`Đã đóng.` });
    },
  });
  return (
    <DialogForm
      title={thread.kind === 'question' ? t`Đóng câu hỏi` : t`Đóng thảo luận`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Đóng</Trans>}
    >
      <p className="soft">
        <Trans>Không nhận thêm câu trả lời; nội dung và góp ý vẫn đọc được, và có thể mở lại.</Trans>
      </p>
      <ChoiceField label={t`Lý do`} choices={reasons} {...form.getInputProps('reason')} />
      <Textarea label={t`Ghi thêm (không bắt buộc)`} autosize={false} rows={2} {...form.getInputProps('note')} />
    </DialogForm>
  );
}
