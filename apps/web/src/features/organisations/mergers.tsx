import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { OrganisationLink, useNameOf } from '../../components/organisation-link.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useFormat } from '../../lib/format.js';
import { organisations, people, registry } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

type Merger = Result<typeof contract.read>['mergers'][number];

const STATES: Record<Merger['state'], ReactNode> = {
  planned: (
    <StateWord tone="on" icon="open">
      <Trans>Ghi trước</Trans>
    </StateWord>
  ),
  done: <Trans>Đã sáp nhập</Trans>,
  failed: (
    <StateWord tone="due" icon="warn">
      <Trans>Chưa thực hiện được</Trans>
    </StateWord>
  ),
};

/** Why it is called off, or undone; what that does. */
function TakeBackDialog({ merger: { id, state, from, into }, close }: { merger: Merger; close: () => void }) {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const [name, other] = [nameOf(from), nameOf(into)];
  const planned = state === 'planned';
  const { form, submit, send } = useContractForm(registry.takeBackMerger, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ id, reason }),
    invalidates: [organisations.read, organisations.list, people.read, people.list],
    onDone: () => {
      close();
      void notify({ message: planned ? t`Đã hủy sáp nhập ghi trước.` : t`Đã hoàn tác sáp nhập.` });
    },
  });
  return (
    <DialogForm
      title={planned ? t`Hủy sáp nhập ghi trước` : t`Hoàn tác sáp nhập`}
      close={close}
      submit={submit}
      send={send}
      act={planned ? <Trans>Hủy ghi trước</Trans> : <Trans>Hoàn tác</Trans>}
      grave
    >
      <p>
        <Trans>
          {name} vào {other}
        </Trans>
      </p>
      <TextInput label={t`Lý do`} autoComplete="off" {...form.getInputProps('reason')} />
      {!planned && (
        <p className="small soft">
          <Trans>
            Trở về chỗ cũ: người chưa chuyển đi nơi khác, đơn vị trực thuộc, không gian, vai trò đầu mối. Giữ nguyên:
            chức vụ ghi sau đó, bài đã viết, lời mời và đề nghị đang chờ ở đơn vị mới.
          </Trans>
        </p>
      )}
    </DialogForm>
  );
}

/** Mergers of this organisation, for who keeps the registry: those of a day to come, those done here, and what could not be done. */
export function Mergers({ mergers }: { mergers: readonly Merger[] }) {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const format = useFormat();
  const [open, setOpen] = useState<Merger>();
  if (mergers.length === 0) return null;
  return (
    <Section title={<Trans>Sáp nhập đã ghi</Trans>} hint={<Trans>người quản lý danh mục thấy</Trans>}>
      <Rows label={t`Sáp nhập đã ghi`}>
        {mergers.map((merger) => (
          <Row
            key={merger.id}
            kind={STATES[merger.state]}
            act={
              merger.can.takeBack && (
                <Button size="xs" onClick={() => setOpen(merger)}>
                  {merger.state === 'planned' ? <Trans>Hủy</Trans> : <Trans>Hoàn tác</Trans>}
                  <span className="vh">: {nameOf(merger.from)}</span>
                </Button>
              )
            }
          >
            <p>
              <Trans>
                <OrganisationLink organisation={merger.from} /> vào <OrganisationLink organisation={merger.into} />
              </Trans>
            </p>
            <div className="meta">
              <span>
                <Trans>từ {format.date(merger.date)}</Trans>
              </span>
              {merger.basis && <span>{merger.basis}</span>}
            </div>
          </Row>
        ))}
      </Rows>
      {open && <TakeBackDialog merger={open} close={() => setOpen(undefined)} />}
    </Section>
  );
}
