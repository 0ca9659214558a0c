import type { Call, spaces as contract } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { ChoiceField } from '../../components/choice-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { spaces } from '../../lib/routes.js';
import { GroupFields, spaceInput, type SpaceValues } from './group-fields.js';
import { MEMBERSHIP } from './use-settle.js';

type Kind = Call<typeof contract.create>['kind'];
const NEW: SpaceValues = {
  kind: 'group',
  name: '',
  nameEn: '',
  purpose: '',
  purposeEn: '',
  description: '',
  descriptionEn: '',
  listed: 'listed',
  joining: 'asked',
};

/** Opens a working group; coordinators and administrators also a space of another kind. */
export function OpenGroup({ other, close }: { other: boolean; close: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { form, submit, send } = useContractForm(spaces.create, {
    initialValues: NEW,
    input: (values) => ({ kind: values.kind as Kind, ...spaceInput(values) }),
    invalidates: MEMBERSHIP,
    onDone: ({ id }, { name }) => {
      close();
      void navigate({ to: paths.space(id, name) });
    },
  });
  const group = form.values.kind === 'group';
  return (
    <DialogForm
      title={group ? t`Mở nhóm làm việc` : t`Mở không gian`}
      close={close}
      submit={submit}
      send={send}
      act={group ? <Trans>Mở nhóm</Trans> : <Trans>Mở không gian</Trans>}
    >
      {other && (
        <ChoiceField
          label={t`Ai xem được`}
          choices={{
            group: t`Những người có tên trong danh sách`,
            state: t`Chỉ cơ quan nhà nước`,
            members: t`Mọi thành viên`,
            public: t`Công khai`,
          }}
          {...form.getInputProps('kind')}
        />
      )}
      <GroupFields form={form} />
    </DialogForm>
  );
}
