import type { Me } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { factors } from '../../lib/routes.js';

interface StepUpCodeProps {
  from: 'totp' | 'mail';
  onDone: (me: Me) => void;
}

/** Six digits, of the app or of the letter. */
export function StepUpCode({ from, onDone }: StepUpCodeProps) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(from === 'totp' ? factors.stepUpByTotp : factors.stepUpByCode, {
    initialValues: { code: '' },
    input: (values) => values,
    onDone,
    onProblem: () => form.reset(),
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput
        label={from === 'totp' ? t`Mã trên ứng dụng` : t`Mã sáu chữ số`}
        inputMode="numeric"
        autoComplete="one-time-code"
        data-autofocus
        {...form.getInputProps('code')}
      />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Xác nhận</Trans>
        </Button>
      </div>
    </form>
  );
}

/** One of the codes on paper. */
export function StepUpRecovery({ onDone }: Pick<StepUpCodeProps, 'onDone'>) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(factors.stepUpByRecovery, {
    initialValues: { recovery: '' },
    input: (values) => values,
    onDone,
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput
        label={t`Mã dự phòng`}
        description={t`Mỗi mã dùng một lần.`}
        autoComplete="off"
        autoCapitalize="none"
        {...form.getInputProps('recovery')}
      />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" loading={send.isPending}>
          <Trans>Dùng mã dự phòng</Trans>
        </Button>
      </div>
    </form>
  );
}
