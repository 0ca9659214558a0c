import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { PlaceFields } from '../../components/place-fields.js';
import { DayField } from '../../components/day-field.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { people } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { TitleField } from './title-field.js';

type Kind = Result<typeof contract.read>['positions'][number]['kind'];

interface AddPositionProps {
  person: { id: number; name: string };
  close: () => void;
}

/** A new position as a dated fact; a new one in office ends the one before. */
export function AddPosition({ person, close }: AddPositionProps) {
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
      title={t`Thêm chức vụ của ${person.name}`}
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
      <TitleField {...form.getInputProps('title')} />
      <PlaceFields form={form} current={kind === 'in_office'} />
      <div className="dialog-pair">
        <DayField label={t`Từ ngày`} {...form.getInputProps('from')} />
        {kind !== 'in_office' && (
          <DayField label={t`Đến ngày`} description={t`Có thể để trống.`} {...form.getInputProps('to')} />
        )}
      </div>
      {kind === 'in_office' && (
        <p className="small soft">
          <Trans>Chức vụ đương nhiệm trước đó kết thúc vào ngày liền trước. Bài đã viết giữ chức vụ lúc viết.</Trans>
        </p>
      )}
    </DialogForm>
  );
}
