import type { Review } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { ChoiceField } from '../../components/choice-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { moderation, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

type Outcome = 'upheld' | 'rejected' | 'deferred';

/** The decision about a review, told to those who flagged; a hidden post's author is told the note. */
export function DecideDialog({ review, close }: { review: Review; close: () => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(moderation.decide, {
    initialValues: { outcome: '', note: '' },
    input: ({ outcome, note }) => ({ id: review.id, outcome: outcome as Outcome, note }),
    invalidates: [moderation.reviews, moderation.withheldPosts, threads.read, threads.list],
    onDone: () => {
      close();
      void notify({ message: t`Đã quyết định. Người báo được báo kết quả.` });
    },
  });
  const choices: Record<Outcome, string> = {
    upheld: t`Ẩn bài`,
    rejected: t`Giữ bài`,
    deferred: t`Để lại, xem sau`,
  };
  return (
    <DialogForm title={t`Quyết định`} close={close} submit={submit} send={send} act={<Trans>Lưu quyết định</Trans>}>
      <ChoiceField
        label={t({ message: 'Kết quả', context: 'quyết định' })}
        choices={choices}
        {...form.getInputProps('outcome')}
      />
      <TextInput
        label={t`Ghi thêm (không bắt buộc)`}
        description={t`Người báo đọc được; khi ẩn thì người viết cũng đọc được.`}
        autoComplete="off"
        {...form.getInputProps('note')}
      />
    </DialogForm>
  );
}
