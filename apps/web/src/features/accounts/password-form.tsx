import type { Me } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { sessions } from '../../lib/routes.js';
import { TrustDevice } from './trust-device.js';

/** Address and password, for those who set one. */
export function PasswordForm({ email, onDone }: { email: string; onDone: (me: Me) => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(sessions.passwordSignIn, {
    initialValues: { email, password: '', trustDevice: false },
    input: (values) => values,
    onDone,
    onProblem: () => form.setFieldValue('password', ''),
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput label={t`Địa chỉ thư`} type="email" autoComplete="username" {...form.getInputProps('email')} />
      <TextInput
        label={t`Mật khẩu`}
        type="password"
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <TrustDevice {...form.getInputProps('trustDevice', { type: 'checkbox' })} />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Đăng nhập</Trans>
        </Button>
      </div>
    </form>
  );
}
