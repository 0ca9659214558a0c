import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DayField } from '../../components/day-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { useNameOf } from '../../components/organisation-link.js';
import { OrganisationPicker } from '../../components/organisation-picker.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { organisations, registry } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { BasisField } from './registry-fields.js';

interface SuccessionDialogProps {
  organisation: Result<typeof contract.read>;
  close: () => void;
}

/** What followed an organisation, whole or in part: recorded, and nobody moved. */
export function SuccessionDialog({ organisation, close }: SuccessionDialogProps) {
  const { t } = useLingui();
  const { id, version } = organisation;
  const name = useNameOf()(organisation);
  const { form, submit, send } = useContractForm(registry.addSuccession, {
    initialValues: { toId: '', scope: '', date: '', basis: '' },
    input: ({ toId, date, ...values }) => ({ id, toId: Number(toId), date: dayOf(date) ?? '', ...values }),
    ifMatch: version,
    invalidates: [organisations.read],
    onDone: () => {
      close();
      void notify({ message: t`Đã ghi đơn vị kế thừa.` });
    },
  });
  return (
    <DialogForm
      title={t`Đơn vị kế thừa ${name}`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Ghi kế thừa</Trans>}
    >
      <OrganisationPicker
        label={t`Đơn vị kế thừa`}
        description={t`Gõ vài chữ của tên, có dấu hay không dấu.`}
        value={form.values.toId || null}
        onChange={(toId) => form.setFieldValue('toId', toId ?? '')}
        error={form.errors['toId']}
      />
      <TextInput
        label={t`Phần được chuyển`}
        description={t`Ví dụ: an toàn thông tin mạng. Để trống nếu kế thừa toàn bộ.`}
        autoComplete="off"
        {...form.getInputProps('scope')}
      />
      <DayField label={t`Từ ngày`} description={t`Có thể là ngày sắp tới.`} {...form.getInputProps('date')} />
      <BasisField {...form.getInputProps('basis')} />
      <p className="small soft">
        <Trans>Chỉ ghi vào danh mục. Để người và đơn vị trực thuộc chuyển theo, dùng “Sáp nhập vào đơn vị này”.</Trans>
      </p>
    </DialogForm>
  );
}
