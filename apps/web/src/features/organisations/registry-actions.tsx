import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { later } from '../../components/later.js';
import { Section } from '../../ui/section.js';

type Organisation = Result<typeof contract.read>;
type Action = 'rename' | 'merge' | 'addSuccession' | 'dissolve' | 'restore';

const RenameDialog = later(async () => (await import('./rename-dialog.js')).RenameDialog);
const MergeDialog = later(async () => (await import('./merge-dialog.js')).MergeDialog);
const SuccessionDialog = later(async () => (await import('./succession-dialog.js')).SuccessionDialog);
const EndDialog = later(async () => (await import('./end-dialog.js')).EndDialog);

const WORDS: Record<Action, ReactNode> = {
  rename: <Trans>Đổi tên</Trans>,
  merge: <Trans>Sáp nhập vào đơn vị này</Trans>,
  addSuccession: <Trans>Ghi đơn vị kế thừa</Trans>,
  dissolve: <Trans>Giải thể</Trans>,
  restore: <Trans>Hủy giải thể</Trans>,
};
const ACTIONS = Object.keys(WORDS) as Action[];

/** What who keeps the registry may do with an organisation now. */
export function RegistryActions({ organisation }: { organisation: Organisation }) {
  const [open, setOpen] = useState<Action>();
  const close = () => setOpen(undefined);
  const allowed = ACTIONS.filter((action) => organisation.can[action]);
  if (allowed.length === 0) return null;
  return (
    <Section title={<Trans>Quản lý đơn vị</Trans>} hint={<Trans>tên cũ, ngày và căn cứ được giữ lại</Trans>}>
      <div className="btns">
        {allowed.map((action) => (
          <Button
            key={action}
            onClick={() => setOpen(action)}
            {...(action === 'dissolve' && { variant: 'outline', color: 'clay' })}
          >
            {WORDS[action]}
          </Button>
        ))}
      </div>
      {open === 'rename' && <RenameDialog organisation={organisation} close={close} />}
      {open === 'merge' && <MergeDialog organisation={organisation} close={close} />}
      {open === 'addSuccession' && <SuccessionDialog organisation={organisation} close={close} />}
      {(open === 'dissolve' || open === 'restore') && <EndDialog organisation={organisation} close={close} />}
    </Section>
  );
}
