import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { ChoiceField } from '../../components/choice-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { ProblemLine } from '../../components/problem-view.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useFormat } from '../../lib/format.js';
import { useSend } from '../../lib/query.js';
import { calendar } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { CalendarDay } from './calendar.page.js';

const invalidates = [calendar.year];

/** What one day is: entered for the first time, or changed; taking an entry back leaves what the law says. */
export function DayDialog({ day, close }: { day: CalendarDay | null; close: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const entered = day?.basis === 'entered' ? day : null;
  const ifMatch = entered?.version ?? 0;
  const done = () => {
    close();
    void notify({ message: t`Đã lưu. Thời hạn được tính theo ngày này.` });
  };
  const { form, submit, send } = useContractForm(calendar.setDay, {
    initialValues: {
      day: day ? format.date(`${day.day}T00:00:00+07:00`) : '',
      kind: entered?.kind ?? (day ? 'work' : 'off'),
      name: entered?.name ?? '',
      nameEn: entered?.nameEn ?? '',
      source: entered?.source ?? '',
    },
    input: (values) => ({ ...values, day: dayOf(values.day) ?? '', kind: values.kind as CalendarDay['kind'] }),
    ifMatch,
    invalidates,
    onDone: done,
  });
  const remove = useSend(calendar.removeDay, { ifMatch, invalidates, onDone: done });
  return (
    <DialogForm
      title={entered ? t`Sửa ngày đã nhập` : t`Nhập một ngày`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Lưu</Trans>}
      other={
        entered && (
          <Button
            variant="outline"
            color="clay"
            loading={remove.isPending}
            onClick={() => remove.mutate({ day: entered.day })}
          >
            <Trans>Bỏ ngày này</Trans>
          </Button>
        )
      }
    >
      <TextInput
        label={t`Ngày`}
        placeholder="31/08/2026"
        autoComplete="off"
        inputMode="numeric"
        readOnly={day !== null}
        {...form.getInputProps('day')}
      />
      <ChoiceField label={t`Ngày này`} choices={{ off: t`Nghỉ`, work: t`Làm việc` }} {...form.getInputProps('kind')} />
      <TextInput
        label={t`Tên ngày`}
        placeholder={t`Nghỉ hoán đổi dịp Quốc khánh`}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextInput label={t`Tên tiếng Anh (không bắt buộc)`} autoComplete="off" {...form.getInputProps('nameEn')} />
      <TextInput
        label={t`Nguồn`}
        description={t`Số, ngày và cơ quan ra thông báo.`}
        autoComplete="off"
        {...form.getInputProps('source')}
      />
      <ProblemLine error={remove.error} />
    </DialogForm>
  );
}
