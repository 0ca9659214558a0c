import type { joins as contract } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { PlaceFields } from '../../components/place-fields.js';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { joins, type PageRoute } from '../../lib/routes.js';

type Asking = typeof contract.askToJoin | typeof contract.inviteColleague;

/** Who is to join and where he works: for oneself, or for a colleague. */
export function JoinRequestForm({ colleague, onDone }: { colleague: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const route: PageRoute<Asking> = colleague ? joins.inviteColleague : joins.askToJoin;
  const { form, submit, send } = useContractForm(route, {
    initialValues: { name: '', email: '', title: '', organisationId: '', unit: '', note: '' },
    input: (values) => ({ ...values, organisationId: Number(values.organisationId) }),
    onDone,
  });
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TextInput label={t`Họ và tên`} autoComplete={colleague ? 'off' : 'name'} {...form.getInputProps('name')} />
      <TextInput
        label={t`Địa chỉ thư`}
        description={t`Địa chỉ thư công vụ giúp xác nhận nhanh hơn.`}
        type="email"
        autoComplete={colleague ? 'off' : 'email'}
        {...form.getInputProps('email')}
      />
      <TextInput label={t`Chức vụ`} autoComplete="off" {...form.getInputProps('title')} />
      <PlaceFields form={form} current />
      <TextInput
        label={t`Lời nhắn cho người xác nhận`}
        description={t`Có thể để trống.`}
        autoComplete="off"
        {...form.getInputProps('note')}
      />
      <FormProblem error={send.error} />
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending}>
          <Trans>Gửi đề nghị</Trans>
        </Button>
      </div>
    </form>
  );
}
