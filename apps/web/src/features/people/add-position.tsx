import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, Radio, TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { OrganisationPicker } from '../../components/organisation-picker.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { people } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

type Kind = Result<typeof contract.read>['positions'][number]['kind'];

/** As they are written in the state; the page proposes them in Vietnamese in both languages, since they are data. */
const TITLES = ['Trưởng phòng', 'Phó Trưởng phòng', 'Giám đốc', 'Phó Giám đốc', 'Chuyên viên', 'Chuyên gia'];

interface AddPositionProps {
  person: { id: number; name: string };
  own: boolean;
  close: () => void;
}

/** A new position as a dated fact; a new one in office ends the one before. */
export function AddPosition({ person, own, close }: AddPositionProps) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(people.addPosition, {
    initialValues: { title: '', unit: '', organisationId: '', kind: 'in_office', from: '', to: '' },
    input: ({ title, unit, organisationId, kind, from, to }) => ({
      id: person.id,
      title,
      unit,
      organisationId: Number(organisationId),
      kind: kind as Kind,
      from: dayOf(from) ?? '',
      to: kind === 'in_office' ? null : dayOf(to),
    }),
    invalidates: [people.read, people.list],
    onDone: () => {
      close();
      void notify({ message: t`Đã ghi chức vụ.` });
    },
  });
  const { kind } = form.values;
  return (
    <DialogForm
      title={own ? t`Chuyển công tác` : t`Thêm chức vụ của ${person.name}`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Ghi chức vụ</Trans>}
    >
      <Radio.Group label={t`Tình trạng`} {...form.getInputProps('kind')}>
        <div className="position-kinds">
          <Radio value="in_office" label={t`đương nhiệm`} />
          <Radio value="former" label={t`nguyên`} />
          <Radio value="retired" label={t`đã nghỉ hưu`} />
        </div>
      </Radio.Group>
      <Autocomplete label={t`Chức vụ`} data={TITLES} autoComplete="off" {...form.getInputProps('title')} />
      <OrganisationPicker
        label={t`Đơn vị`}
        description={t`Gõ vài chữ của tên, có dấu hay không dấu.`}
        value={form.values.organisationId || null}
        onChange={(id) => form.setFieldValue('organisationId', id ?? '')}
        error={form.errors['organisationId']}
      />
      <TextInput
        label={t`Phòng, ban`}
        description={t`Có thể để trống.`}
        autoComplete="off"
        {...form.getInputProps('unit')}
      />
      <div className="dialog-pair">
        <TextInput
          label={t`Từ ngày`}
          description={t`Ví dụ 05/01/2026`}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('from')}
        />
        {kind !== 'in_office' && (
          <TextInput
            label={t`Đến ngày`}
            description={t`Có thể để trống.`}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('to')}
          />
        )}
      </div>
      {kind === 'in_office' && (
        <p className="small soft">
          <Trans>Chức vụ đương nhiệm trước đó kết thúc vào ngày liền trước. Bài đã viết giữ chức vụ lúc viết.</Trans>
        </p>
      )}
      {own && (
        <p className="small soft">
          <Trans>Ở lại đơn vị cũ: việc đầu mối. Đi cùng: bài đã viết, việc theo dõi và địa chỉ thư đã xác nhận.</Trans>
        </p>
      )}
    </DialogForm>
  );
}
