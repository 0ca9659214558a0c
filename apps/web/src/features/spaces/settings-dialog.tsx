import type { SpacePage } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { DialogForm } from '../../components/dialog-form.js';
import { textsOf, TwoVersions, useVersions } from '../../components/two-versions.js';
import { useContractForm } from '../../lib/contract-form.js';
import { spaces } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { GroupFields, spaceInput, useSpaceFields, type SpaceValues } from './group-fields.js';
import { MEMBERSHIP } from './use-settle.js';

const TEXTS = ['name', 'nameEn', 'purpose', 'purposeEn', 'description', 'descriptionEn'] as const;
const choicesOf = ({ listed, takesRequests }: { listed?: boolean; takesRequests?: boolean }) => ({
  listed: listed ? 'listed' : 'unlisted',
  joining: takesRequests ? 'asked' : 'invited',
});
const valuesOf = (current: object): Partial<SpaceValues> | undefined => {
  const texts = textsOf(current, TEXTS);
  return texts && { ...texts, ...choicesOf(current) };
};

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
    ...choicesOf(space),
  };
  const fields = useSpaceFields();
  const versions = useVersions<SpaceValues>(space.version, valuesOf);
  const { form, submit, send } = useContractForm(spaces.change, {
    initialValues,
    input: (values) => ({ id: space.id, ...spaceInput(values) }),
    ifMatch: versions.ifMatch,
    onProblem: versions.onProblem,
    invalidates: MEMBERSHIP,
    onDone: () => {
      close();
      void notify({ message: t`Đã lưu.` });
    },
  });
  return (
    <DialogForm
      title={t`Cài đặt`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Lưu</Trans>}
      meanwhile={versions.theirs && <TwoVersions versions={versions} form={form} send={send} fields={fields} />}
    >
      <GroupFields form={form} />
    </DialogForm>
  );
}
