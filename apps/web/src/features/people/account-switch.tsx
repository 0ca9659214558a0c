import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { accounts, appointments, people } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';

interface SwitchDialogProps {
  person: Pick<Result<typeof contract.read>, 'id' | 'name' | 'disabled'>;
  close: () => void;
}

function SwitchDialog({ person: { id, name, disabled }, close }: SwitchDialogProps) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(disabled ? accounts.enable : accounts.disable, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ id, reason }),
    invalidates: [people.read, people.list, appointments.read, appointments.list],
    onDone: () => {
      close();
      void notify({ message: disabled ? t`Đã mở lại tài khoản của ${name}.` : t`Đã ngừng tài khoản của ${name}.` });
    },
  });
  return (
    <DialogForm
      title={disabled ? t`Mở lại tài khoản của ${name}` : t`Ngừng tài khoản của ${name}`}
      close={close}
      submit={submit}
      send={send}
      act={disabled ? <Trans>Mở lại tài khoản</Trans> : <Trans>Ngừng tài khoản</Trans>}
      grave={!disabled}
    >
      <p className="soft">
        {disabled ? (
          <Trans>Người này đăng nhập lại được ngay.</Trans>
        ) : (
          <Trans>Mọi phiên đăng nhập kết thúc ngay. Bài đã viết vẫn đọc được, và có thể mở lại tài khoản.</Trans>
        )}
      </p>
      <TextInput
        label={t`Lý do`}
        description={t`Được ghi vào nhật ký quản trị.`}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  );
}

/** For administrators: shutting a person out, and letting him in again. */
export function AccountSwitch({ person }: Pick<SwitchDialogProps, 'person'>) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={<Trans>Quản trị</Trans>}>
      {person.disabled ? (
        <Button onClick={() => setOpen(true)}>
          <Trans>Mở lại tài khoản</Trans>
        </Button>
      ) : (
        <Button variant="outline" color="clay" onClick={() => setOpen(true)}>
          <Trans>Ngừng tài khoản</Trans>
        </Button>
      )}
      {open && <SwitchDialog person={person} close={() => setOpen(false)} />}
    </Section>
  );
}
