import type { Joining } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { groups } from '../../lib/routes.js';
import { MEMBERSHIP } from './use-settle.js';

/** Says no: to a request with a reason that is told, to an invitation with or without one. */
export function DeclineDialog({ joining, close }: { joining: Joining; close: () => void }) {
  const { t } = useLingui();
  const asked = joining.kind === 'asked';
  const { form, submit, send } = useContractForm(groups.decline, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ id: joining.id, reason }),
    invalidates: MEMBERSHIP,
    onDone: close,
  });
  return (
    <DialogForm
      title={asked ? t`Chưa nhận ${joining.person.name ?? ''}` : t`Không vào nhóm ${joining.group}`}
      close={close}
      submit={submit}
      send={send}
      act={asked ? <Trans>Chưa nhận</Trans> : <Trans>Không vào</Trans>}
    >
      <TextInput
        label={asked ? t`Lý do` : t`Lý do (không bắt buộc)`}
        description={
          asked ? t`Người đề nghị đọc được, và có thể đề nghị lại.` : t`Điều hành viên của nhóm có thể mời lại.`
        }
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  );
}
