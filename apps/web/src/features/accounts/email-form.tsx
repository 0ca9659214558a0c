import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { sessions } from '../../lib/routes.js';

interface EmailFormProps {
  email: string;
  onEmail: (email: string) => void;
  onSent: (sent: { email: string; minutes: number }) => void;
}

/** The address to which the code goes. The answer is the same whether it is known or not. */
export function EmailForm({ email, onEmail, onSent }: EmailFormProps) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(sessions.requestCode, {
    initialValues: { email },
    input: (values) => values,
    onDone: ({ minutes }, sent) => {
      onEmail(sent.email);
      onSent({ email: sent.email, minutes });
    },
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput
        label={t`Địa chỉ thư`}
        description={t`Địa chỉ đã nhận lời mời. Một mã sáu chữ số được gửi tới đó.`}
        type="email"
        autoComplete="username"
        autoFocus
        {...form.getInputProps('email')}
      />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Gửi mã</Trans>
        </Button>
      </div>
    </form>
  );
}
