import type { Me } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { factors } from '../../lib/routes.js';

/** Signing in without the mailbox: any confirmed address and a code from paper. */
export function RecoveryForm({ email, onDone }: { email: string; onDone: (me: Me) => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(factors.recoverySignIn, {
    initialValues: { email, recovery: '' },
    input: (values) => values,
    onDone,
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput label={t`Địa chỉ thư`} type="email" autoComplete="username" {...form.getInputProps('email')} />
      <TextInput
        label={t`Mã dự phòng`}
        description={t`Mỗi mã dùng một lần.`}
        autoComplete="off"
        autoCapitalize="none"
        {...form.getInputProps('recovery')}
      />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Đăng nhập</Trans>
        </Button>
      </div>
    </form>
  );
}
