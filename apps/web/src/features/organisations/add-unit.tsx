import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { organisations } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { NameFields } from './registry-fields.js';

type Organisation = Result<typeof contract.read>;

/** Adds what stands below an organisation: a unit with its names. */
export function AddUnit({ organisation, close }: { organisation: Organisation; close: () => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(organisations.addUnit, {
    initialValues: { name: '', nameEn: '', abbreviation: '' },
    input: (values) => ({ id: organisation.id, ...values }),
    invalidates: [organisations.read, organisations.list],
    onDone: (_, { name }) => {
      close();
      void notify({ message: t`Đã thêm ${name}.` });
    },
  });
  return (
    <DialogForm
      title={t`Thêm phòng, ban, đơn vị trực thuộc`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Thêm đơn vị</Trans>}
    >
      <p className="soft">
        <Trans>Thuộc {organisation.name}. Tên hoặc tên viết tắt đã có thì không thêm lần nữa.</Trans>
      </p>
      <NameFields form={form} />
    </DialogForm>
  );
}
