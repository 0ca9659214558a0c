import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useSend } from '../../lib/query.js';
import { accounts, sessions } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

const changed = [accounts.emails, sessions.sessions];

/** A password for those who want one; without it, the code by mail signs in. Changing it ends all other sessions. */
export function Password({ set }: { set: boolean }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(accounts.setPassword, {
    initialValues: { password: '' },
    input: (values) => values,
    invalidates: changed,
    onDone: () => {
      form.reset();
      void notify({ message: t`Đã đặt mật khẩu. Các máy khác đã đăng xuất.` });
    },
  });
  const remove = useSend(accounts.setPassword, { invalidates: changed });
  const error = send.error ?? remove.error;
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <p className="small soft">
        {set ? <Trans>Đã đặt mật khẩu.</Trans> : <Trans>Chưa đặt mật khẩu: đăng nhập bằng mã gửi qua thư.</Trans>}
      </p>
      <TextInput
        label={set ? t`Mật khẩu mới` : t`Mật khẩu`}
        description={t`Ít nhất 15 ký tự; một câu dễ nhớ là tốt nhất.`}
        type="password"
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <FormProblem error={error} />
      <div className="btns">
        <Button type="submit" loading={send.isPending}>
          {set ? <Trans>Đổi mật khẩu</Trans> : <Trans>Đặt mật khẩu</Trans>}
        </Button>
        {set && (
          <Button
            variant="subtle"
            color="clay"
            onClick={() => remove.mutate({ password: null })}
            loading={remove.isPending}
          >
            <Trans>Bỏ mật khẩu</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
