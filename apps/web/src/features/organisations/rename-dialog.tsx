import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { DayField } from '../../components/day-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { organisations, registry } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { BasisField, NameFields } from './registry-fields.js';

interface RenameDialogProps {
  organisation: Result<typeof contract.read>;
  close: () => void;
}

/** A new name from a day on, or a mistake in the present one put right. */
export function RenameDialog({ organisation, close }: RenameDialogProps) {
  const { t } = useLingui();
  const { id, name, nameEn, abbreviation, version } = organisation;
  const { form, submit, send } = useContractForm(registry.rename, {
    initialValues: { name, nameEn, abbreviation, kind: 'renamed', from: '', basis: '' },
    input: ({ kind, from, ...values }) => ({
      id,
      name: values.name,
      nameEn: values.nameEn,
      abbreviation: values.abbreviation,
      basis: values.basis,
      from: kind === 'renamed' ? (dayOf(from) ?? '') : null,
    }),
    ifMatch: version,
    invalidates: [organisations.read, organisations.list],
    onDone: (_, sent) => {
      close();
      void notify({ message: t`Đã đổi tên thành ${sent.name}.` });
    },
  });
  return (
    <DialogForm title={t`Đổi tên đơn vị`} close={close} submit={submit} send={send} act={<Trans>Ghi tên mới</Trans>}>
      <NameFields form={form} />
      <Radio.Group label={t`Lý do`} {...form.getInputProps('kind')}>
        <div className="dialog-pair">
          <Radio value="renamed" label={t`Đơn vị đổi tên từ một ngày`} />
          <Radio value="corrected" label={t`Sửa tên ghi sai`} />
        </div>
      </Radio.Group>
      {form.values.kind === 'renamed' ? (
        <>
          <DayField label={t`Mang tên mới từ ngày`} {...form.getInputProps('from')} />
          <BasisField {...form.getInputProps('basis')} />
          <p className="small soft">
            <Trans>Tên cũ vẫn tìm được. Bài đã viết giữ tên đơn vị lúc viết.</Trans>
          </p>
        </>
      ) : (
        <p className="small soft">
          <Trans>Tên ghi sai không được giữ lại.</Trans>
        </p>
      )}
    </DialogForm>
  );
}
