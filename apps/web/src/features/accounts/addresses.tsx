import type { accounts as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { FormProblem, ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useSend } from '../../lib/query.js';
import { accounts } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';

type Address = Result<typeof contract.emails>['items'][number];

function ConfirmForm({ id }: { id: number }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(accounts.confirmEmail, {
    initialValues: { code: '' },
    input: ({ code }) => ({ id, code }),
    invalidates: [accounts.emails],
  });
  return (
    <form className="btns" onSubmit={submit} noValidate>
      <TextInput
        aria-label={t`Mã sáu chữ số`}
        placeholder={t`Mã sáu chữ số`}
        inputMode="numeric"
        autoComplete="one-time-code"
        {...form.getInputProps('code')}
      />
      <Button type="submit" loading={send.isPending}>
        <Trans>Xác nhận</Trans>
      </Button>
      <FormProblem error={send.error} />
    </form>
  );
}

function AddressRow({ address, last }: { address: Address; last: boolean }) {
  const remove = useSend(accounts.removeEmail, { invalidates: [accounts.emails] });
  const makeMain = useSend(accounts.makeMainEmail, { invalidates: [accounts.emails] });
  return (
    <Row
      act={
        !last && (
          <Button
            size="xs"
            color="clay"
            variant="outline"
            onClick={() => remove.mutate({ id: address.id })}
            loading={remove.isPending}
          >
            <Trans>Xóa</Trans>
            <span className="vh">: {address.email}</span>
          </Button>
        )
      }
    >
      <span className="ttl">{address.email}</span>
      {address.confirmed ? (
        <StateWord tone="ok" icon="checkRing">
          {address.primary ? <Trans>Đã xác nhận, nhận thư của mạng lưới</Trans> : <Trans>Đã xác nhận</Trans>}
        </StateWord>
      ) : (
        <>
          <StateWord tone="due" icon="half">
            <Trans>Chờ xác nhận</Trans>
          </StateWord>
          <ConfirmForm id={address.id} />
        </>
      )}
      {address.confirmed && !address.primary && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => makeMain.mutate({ id: address.id })}
          loading={makeMain.isPending}
        >
          <Trans>Nhận thư tại đây</Trans>
          <span className="vh">: {address.email}</span>
        </Button>
      )}
      {(remove.error ?? makeMain.error) && <ProblemLine error={(remove.error ?? makeMain.error)!} />}
    </Row>
  );
}

/** The member's addresses: a second one lets him sign in when he changes office. */
export function Addresses({ items }: { items: readonly Address[] }) {
  const { t } = useLingui();
  const confirmed = items.filter((address) => address.confirmed).length;
  const { form, submit, send } = useContractForm(accounts.addEmail, {
    initialValues: { email: '' },
    input: (values) => values,
    invalidates: [accounts.emails],
    onDone: () => form.reset(),
  });
  return (
    <>
      <Rows label={t`Địa chỉ thư`}>
        {items.map((address) => (
          <AddressRow key={address.id} address={address} last={address.confirmed && confirmed === 1} />
        ))}
      </Rows>
      <form className="fields" style={{ marginTop: '1rem' }} onSubmit={submit} noValidate>
        <TextInput
          label={t`Thêm địa chỉ`}
          description={t`Địa chỉ riêng giúp đăng nhập được khi chuyển công tác.`}
          type="email"
          autoComplete="email"
          {...form.getInputProps('email')}
        />
        <FormProblem error={send.error} />
        <div className="btns">
          <Button type="submit" loading={send.isPending}>
            <Trans>Gửi mã xác nhận</Trans>
          </Button>
        </div>
      </form>
    </>
  );
}
