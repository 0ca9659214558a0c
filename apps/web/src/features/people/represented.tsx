import type { appointments as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useNameOf } from '../../components/organisation-link.js';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { appointments, people } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';

/** The organisations that somebody speaks for: his own and those above it. */
export function Represented({ named: { id, represents, mayRepresent } }: { named: Result<typeof contract.read> }) {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const { form, submit, send } = useContractForm(appointments.setRepresented, {
    initialValues: { organisationIds: represents.map((one) => String(one.id)) },
    input: ({ organisationIds }) => ({ id, organisationIds: organisationIds.map(Number) }),
    invalidates: [appointments.read, appointments.list, people.read],
    onDone: () => void notify({ message: t`Đã lưu đầu mối đơn vị.` }),
  });
  return (
    <Section title={<Trans>Đầu mối đơn vị</Trans>} hint={<Trans>xác nhận, mời và thêm người của đơn vị</Trans>}>
      {mayRepresent.length === 0 ? (
        <p className="soft">
          <Trans>Cần có chức vụ đương nhiệm ở một đơn vị.</Trans>
        </p>
      ) : (
        <form className="fields" onSubmit={submit} noValidate>
          <Checkbox.Group label={t`Đơn vị`} {...form.getInputProps('organisationIds')}>
            <div className="picks">
              {mayRepresent.map((one) => (
                <Checkbox key={one.id} value={String(one.id)} label={nameOf(one)} />
              ))}
            </div>
          </Checkbox.Group>
          <FormProblem error={send.error} />
          <div className="btns">
            <Button type="submit" disabled={!form.isDirty()} loading={send.isPending}>
              <Trans>Lưu đầu mối</Trans>
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
