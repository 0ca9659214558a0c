import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { moderation } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';

type Person = Pick<Result<typeof contract.read>, 'id' | 'name'>;

function SuspendDialog({
  person: { id, name },
  ending,
  close,
}: {
  person: Person;
  ending: boolean;
  close: () => void;
}) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(ending ? moderation.unsuspend : moderation.suspend, {
    initialValues: { until: '', reason: '' },
    input: ({ until, reason }) =>
      (ending ? { id, reason } : { id, until: dayOf(until) ?? '', reason }) as {
        id: number;
        until: string;
        reason: string;
      },
    invalidates: [moderation.suspension],
    onDone: () => {
      close();
      void notify({ message: ending ? t`Đã cho ${name} đăng nhập lại.` : t`Đã tạm ngừng ${name}.` });
    },
  });
  return (
    <DialogForm
      title={ending ? t`Kết thúc tạm ngừng` : t`Tạm ngừng ${name}`}
      close={close}
      submit={submit}
      send={send}
      act={ending ? <Trans>Kết thúc tạm ngừng</Trans> : <Trans>Tạm ngừng</Trans>}
      grave={!ending}
    >
      {!ending && (
        <TextInput
          label={t`Đến ngày`}
          description={t`Ví dụ 05/01/2027. Từ ngày này người đó tự đăng nhập lại được; mọi phiên đăng nhập kết thúc ngay.`}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('until')}
        />
      )}
      <TextInput
        label={t`Lý do`}
        description={t`Được ghi vào nhật ký quản trị.`}
        autoComplete="off"
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  );
}

/** For moderators: keeping a person out until a day. */
export function Suspension({ person }: { person: Person }) {
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...query(moderation.suspension, { id: person.id }), staleTime: 0 });
  if (!data) return null;
  const until = data.until && format.date(data.until);
  return (
    <Section title={<Trans>Điều hành</Trans>}>
      {until && (
        <p>
          <Trans>Đang tạm ngừng đến {until}.</Trans>
        </p>
      )}
      <Button onClick={() => setOpen(true)}>
        {until ? <Trans>Kết thúc tạm ngừng</Trans> : <Trans>Tạm ngừng</Trans>}
      </Button>
      {open && <SuspendDialog person={person} ending={Boolean(until)} close={() => setOpen(false)} />}
    </Section>
  );
}
