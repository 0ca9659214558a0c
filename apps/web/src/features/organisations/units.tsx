import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { OrganisationLink } from '../../components/organisation-link.js';
import { ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { organisations } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';

type Organisation = Result<typeof contract.read>;
/** So many stand on the page at first. */
const SHOWN = 30;

function AddUnit({ organisation, close }: { organisation: Organisation; close: () => void }) {
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
    <Dialog title={t`Thêm phòng, ban, đơn vị trực thuộc`} close={close}>
      <form className="dialog" onSubmit={submit} noValidate>
        <p className="soft">
          <Trans>Thuộc {organisation.name}. Tên hoặc tên viết tắt đã có thì không thêm lần nữa.</Trans>
        </p>
        <TextInput label={t`Tên đầy đủ`} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <div className="dialog-pair">
          <TextInput
            label={t`Tên tiếng Anh`}
            description={t`Có thể để trống.`}
            autoComplete="off"
            {...form.getInputProps('nameEn')}
          />
          <TextInput
            label={t`Tên viết tắt`}
            description={t`Có thể để trống.`}
            autoComplete="off"
            {...form.getInputProps('abbreviation')}
          />
        </div>
        <ProblemLine error={send.error?.fields.length === 0 ? send.error : null} />
        <div className="btns">
          <Button type="submit" variant="filled" loading={send.isPending}>
            <Trans>Thêm đơn vị</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Bỏ qua</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What stands below an organisation, and adding to it for who may. */
export function Units({ organisation }: { organisation: Organisation }) {
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const { units, can } = organisation;
  if (units.length === 0 && !can.addUnit) return null;
  const rest = all ? 0 : units.length - SHOWN;
  return (
    <Section
      title={<Trans>Đơn vị trực thuộc</Trans>}
      hint={units.length > 0 && <Plural value={units.length} other="# đơn vị" />}
      aside={
        can.addUnit && (
          <Button size="xs" onClick={() => setAdding(true)}>
            <Trans>Thêm đơn vị</Trans>
          </Button>
        )
      }
    >
      {units.length === 0 && (
        <p className="soft">
          <Trans>Chưa ghi phòng, ban nào. Đầu mối đơn vị và điều phối viên thêm ở đây.</Trans>
        </p>
      )}
      <ul className="units">
        {units.slice(0, all ? undefined : SHOWN).map((unit) => (
          <li key={unit.id}>
            <OrganisationLink organisation={unit} />{' '}
            {unit.abbreviation && <span className="soft">{unit.abbreviation}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div className="more">
          <Button onClick={() => setAll(true)}>
            <Plural value={rest} other="Xem thêm # đơn vị" />
          </Button>
        </div>
      )}
      {adding && <AddUnit organisation={organisation} close={() => setAdding(false)} />}
    </Section>
  );
}
