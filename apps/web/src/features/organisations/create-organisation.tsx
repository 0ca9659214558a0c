import type { OrganisationKind } from '@hat-nhan/contracts';
import { regions } from '@hat-nhan/contracts/regions';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DayField } from '../../components/day-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { OrganisationPicker } from '../../components/organisation-picker.js';
import { useRegionName } from '../../components/region-name.js';
import { dayOf } from '../../components/typed-day.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { organisations, registry } from '../../lib/routes.js';
import { useOrganisationKinds } from './organisation-kinds.js';
import { NameFields } from './registry-fields.js';

type Kind = Exclude<OrganisationKind, 'unit'>;

/** An organisation that the registry does not know yet; units are added on the page of the one above them. */
export function CreateOrganisation({ close }: { close: () => void }) {
  const { t } = useLingui();
  const kinds = useOrganisationKinds();
  const navigate = useNavigate();
  const nameOf = useRegionName();
  const known = Object.keys(regions);
  const { form, submit, send } = useContractForm(registry.create, {
    initialValues: {
      name: '',
      nameEn: '',
      abbreviation: '',
      kind: 'ministry',
      region: '',
      parentId: '',
      validFrom: '',
    },
    input: ({ kind, parentId, validFrom, ...values }) => ({
      ...values,
      kind: kind as Kind,
      parentId: parentId === '' ? null : Number(parentId),
      validFrom: dayOf(validFrom),
    }),
    invalidates: [organisations.list],
    onDone: ({ id }, { name }) => void navigate({ to: paths.organisation(id, name) }),
  });
  const choices = Object.entries(kinds).filter(([kind]) => kind !== 'unit');
  return (
    <DialogForm title={t`Thêm đơn vị`} close={close} submit={submit} send={send} act={<Trans>Thêm đơn vị</Trans>}>
      <NameFields form={form} />
      <NativeSelect
        label={t`Loại`}
        data={choices.map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('kind')}
      />
      <OrganisationPicker
        label={t`Thuộc đơn vị`}
        description={t`Để trống nếu không thuộc đơn vị nào.`}
        clearable
        value={form.values.parentId || null}
        onChange={(id) => form.setFieldValue('parentId', id ?? '')}
        error={form.errors['parentId']}
      />
      <div className="dialog-pair">
        <NativeSelect
          label={t`Địa bàn`}
          description={t`Có thể để trống.`}
          data={[
            { value: '', label: t`Không ghi` },
            ...known.map((region) => ({ value: region, label: nameOf(region) })),
          ]}
          {...form.getInputProps('region')}
        />
        <DayField label={t`Hoạt động từ ngày`} {...form.getInputProps('validFrom')} />
      </div>
    </DialogForm>
  );
}
