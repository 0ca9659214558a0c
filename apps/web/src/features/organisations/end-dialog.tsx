import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DayField } from '../../components/day-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { useNameOf } from '../../components/organisation-link.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { organisations, registry } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

interface EndDialogProps {
  organisation: Result<typeof contract.read>;
  close: () => void;
}

/** Ends an organisation that nobody is left in, or takes that back. */
export function EndDialog({ organisation, close }: EndDialogProps) {
  const { t } = useLingui();
  const { id, version, can } = organisation;
  const name = useNameOf()(organisation);
  const back = can.restore;
  const { form, submit, send } = useContractForm(back ? registry.restore : registry.dissolve, {
    initialValues: { date: '', reason: '' },
    input: ({ date, reason }) => (back ? { id, reason } : { id, reason, date: dayOf(date) ?? '' }),
    ifMatch: version,
    invalidates: [organisations.read, organisations.list],
    onDone: () => {
      close();
      void notify({ message: back ? t`${name} hoạt động trở lại.` : t`Đã ghi ngày cuối của ${name}.` });
    },
  });
  return (
    <DialogForm
      title={back ? t`Hủy giải thể ${name}` : t`Giải thể ${name}`}
      close={close}
      submit={submit}
      send={send}
      act={back ? <Trans>Hủy giải thể</Trans> : <Trans>Giải thể</Trans>}
      grave={!back}
    >
      {!back && <DayField label={t`Ngày cuối hoạt động`} data-autofocus {...form.getInputProps('date')} />}
      <TextInput
        label={t`Lý do`}
        description={t`Được ghi vào nhật ký quản trị.`}
        autoComplete="off"
        {...form.getInputProps('reason')}
      />
      {!back && (
        <p className="small soft">
          <Trans>Trang của đơn vị và bài đã viết vẫn đọc được. Người đương nhiệm cần chuyển đi trước.</Trans>
        </p>
      )}
    </DialogForm>
  );
}
