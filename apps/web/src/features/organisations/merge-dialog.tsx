import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DayField } from '../../components/day-field.js';
import { DialogForm } from '../../components/dialog-form.js';
import { useNameOf } from '../../components/organisation-link.js';
import { OrganisationPicker } from '../../components/organisation-picker.js';
import { dayOf } from '../../components/typed-day.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { organisations, people, registry } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { BasisField } from './registry-fields.js';

/** One that goes in, with what it brings. */
function Chosen({ id, remove }: { id: number; remove: () => void }) {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const { data } = useQuery(query(organisations.read, { id }));
  const name = data ? nameOf(data) : '…';
  const count = data?.people ?? 0;
  const units = data?.units.length ?? 0;
  return (
    <li>
      <span>
        {name} <span className="soft">{t`${count} người, ${units} đơn vị trực thuộc`}</span>
      </span>
      <Button size="xs" variant="subtle" aria-label={t`Bỏ chọn ${name}`} onClick={remove}>
        <Trans>Bỏ chọn</Trans>
      </Button>
    </li>
  );
}

interface MergeDialogProps {
  organisation: Result<typeof contract.read>;
  close: () => void;
}

/** Others go into this organisation, with all that belongs to them. */
export function MergeDialog({ organisation, close }: MergeDialogProps) {
  const { t } = useLingui();
  const { id, version } = organisation;
  const name = useNameOf()(organisation);
  const { form, submit, send } = useContractForm(registry.merge, {
    initialValues: { from: [] as string[], date: '', basis: '' },
    input: ({ from, date, basis }) => ({ id, from: from.map(Number), date: dayOf(date) ?? '', basis }),
    ifMatch: version,
    invalidates: [organisations.read, organisations.list, people.read, people.list],
    onDone: (moved) => {
      close();
      const { people: count, units, representatives, planned } = moved;
      void notify({
        message: planned
          ? t`Đã ghi trước: sáp nhập vào ngày đó.`
          : t`Đã sáp nhập: ${count} người và ${units} đơn vị trực thuộc chuyển theo, ${representatives} vai trò đầu mối kết thúc.`,
      });
    },
  });
  const { from } = form.values;
  const choose = (chosen: string | null) => {
    if (chosen !== null && !from.includes(chosen)) form.setFieldValue('from', [...from, chosen]);
  };
  return (
    <DialogForm
      title={t`Sáp nhập vào ${name}`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Sáp nhập</Trans>}
      grave
    >
      <OrganisationPicker
        key={from.length}
        label={t`Đơn vị được sáp nhập`}
        description={t`Gõ vài chữ của tên; chọn lần lượt từng đơn vị.`}
        value={null}
        onChange={choose}
        error={form.errors['from']}
      />
      {from.length > 0 && (
        <ul className="merging" aria-label={t`Đơn vị được sáp nhập`}>
          {from.map((one) => (
            <Chosen
              key={one}
              id={Number(one)}
              remove={() =>
                form.setFieldValue(
                  'from',
                  from.filter((other) => other !== one),
                )
              }
            />
          ))}
        </ul>
      )}
      <DayField
        label={t`Từ ngày`}
        description={t`Ngày sắp tới: ghi trước, tới ngày đó mới chuyển.`}
        {...form.getInputProps('date')}
      />
      <BasisField {...form.getInputProps('basis')} />
      <p className="small soft">
        <Trans>
          Chuyển theo: người đương nhiệm, đơn vị trực thuộc, lời mời và đề nghị đang chờ. Giữ nguyên: bài đã viết, chức
          vụ trước ngày này, người đọc của từng không gian. Kết thúc: vai trò đầu mối của đơn vị được sáp nhập.
        </Trans>
      </p>
    </DialogForm>
  );
}
