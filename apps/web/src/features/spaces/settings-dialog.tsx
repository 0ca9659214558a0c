import type { SpacePage } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { spaces } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { GroupFields, spaceInput, type SpaceValues } from './group-fields.js';
import { MEMBERSHIP } from './use-settle.js';

/** Changes what a space is called, what it says of itself, and who may know of it. */
export function SettingsDialog({ space, close }: { space: SpacePage; close: () => void }) {
  const { t } = useLingui();
  const { name, nameEn, purpose, purposeEn, description, descriptionEn } = space;
  const initialValues: SpaceValues = {
    kind: space.kind,
    name,
    nameEn,
    purpose,
    purposeEn,
    description,
    descriptionEn,
    listed: space.listed ? 'listed' : 'unlisted',
    joining: space.takesRequests ? 'asked' : 'invited',
  };
  const { form, submit, send } = useContractForm(spaces.change, {
    initialValues,
    input: (values) => ({ id: space.id, ...spaceInput(values) }),
    ifMatch: space.version,
    invalidates: MEMBERSHIP,
    onDone: () => {
      close();
      void notify({ message: t`Đã lưu.` });
    },
  });
  return (
    <DialogForm title={t`Cài đặt`} close={close} submit={submit} send={send} act={<Trans>Lưu</Trans>}>
      <GroupFields form={form} />
    </DialogForm>
  );
}
