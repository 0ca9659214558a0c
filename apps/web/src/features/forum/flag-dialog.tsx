import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { ChoiceField } from '../../components/choice-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { useFlagReasons, type FlagReason } from '../../components/flag-reasons.js';
import { useContractForm } from '../../lib/contract-form.js';
import { moderation } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { MenuPost } from './post-menu.js';

/** "Báo điều hành viên": why a post should be looked at again. */
export function FlagDialog({ post, close }: { post: MenuPost; close: () => void }) {
  const { t } = useLingui();
  const reasons = useFlagReasons();
  const { form, submit, send } = useContractForm(moderation.flag, {
    initialValues: { reason: '', note: '' },
    input: ({ reason, note }) => ({ id: post.id, reason: reason as FlagReason, note }),
    onDone: () => {
      close();
      void notify({ message: t`Đã báo điều hành viên. Kết quả được gửi vào hộp thư.` });
    },
  });
  return (
    <DialogForm title={t`Báo điều hành viên`} close={close} submit={submit} send={send} act={<Trans>Gửi</Trans>}>
      <p className="soft">
        <Trans>Điều hành viên biết ai báo; người viết thì không.</Trans>
      </p>
      <ChoiceField label={t`Lý do`} choices={reasons} {...form.getInputProps('reason')} />
      <Textarea label={t`Ghi thêm (không bắt buộc)`} autosize={false} rows={2} {...form.getInputProps('note')} />
    </DialogForm>
  );
}
