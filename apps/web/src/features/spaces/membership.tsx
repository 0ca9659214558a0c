import type { SpacePage } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { later } from '../../components/later.js';
import { ProblemLine } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { useSend } from '../../lib/query.js';
import { spaces } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';
import { MEMBERSHIP } from './use-settle.js';

const SettingsDialog = later(async () => (await import('./settings-dialog.js')).SettingsDialog);

function Confirm({ space, deed, close }: { space: SpacePage; deed: 'leave' | 'close'; close: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const personId = useMe().person?.id ?? 0;
  const leave = useSend(spaces.removeMember, {
    invalidates: MEMBERSHIP,
    onDone: () => {
      void navigate({ to: paths.groups });
      void notify({ message: t`Đã rời nhóm.` });
    },
  });
  const shut = useSend(spaces.close, { invalidates: MEMBERSHIP, onDone: close });
  const leaving = deed === 'leave';
  return (
    <Dialog title={leaving ? t`Rời nhóm ${space.name}` : t`Đóng nhóm ${space.name}`} close={close}>
      <div className="dialog">
        <p>
          {leaving ? (
            <Trans>Không đọc được bài trong nhóm nữa, kể cả bài đã viết. Muốn vào lại thì đề nghị hoặc được mời.</Trans>
          ) : (
            <Trans>
              Thành viên vẫn đọc được, không ai viết thêm. Đề nghị và lời mời đang chờ cũng kết thúc. Có thể mở lại.
            </Trans>
          )}
        </p>
        <ProblemLine error={leave.error ?? shut.error} />
        <div className="btns">
          <Button
            color="clay"
            variant="outline"
            loading={leave.isPending || shut.isPending}
            onClick={() => (leaving ? leave.mutate({ id: space.id, personId }) : shut.mutate({ id: space.id }))}
          >
            {leaving ? <Trans>Rời nhóm</Trans> : <Trans>Đóng nhóm</Trans>}
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Bỏ qua</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** What one may do with the space as a whole: its settings, leaving, closing and opening again. */
export function Membership({ space }: { space: SpacePage }) {
  const [open, setOpen] = useState<'settings' | 'leave' | 'close'>();
  const reopen = useSend(spaces.reopen, { invalidates: MEMBERSHIP });
  const { can, id } = space;
  if (!can.change && !can.leave && !can.close && !can.reopen) return null;
  const shut = () => setOpen(undefined);
  return (
    <Section title={space.kind === 'group' ? <Trans>Nhóm này</Trans> : <Trans>Không gian này</Trans>}>
      <ProblemLine error={reopen.error} />
      <div className="btns">
        {can.change && (
          <Button size="xs" onClick={() => setOpen('settings')}>
            <Trans>Cài đặt</Trans>
          </Button>
        )}
        {can.reopen && (
          <Button size="xs" loading={reopen.isPending} onClick={() => reopen.mutate({ id })}>
            <Trans>Mở lại nhóm</Trans>
          </Button>
        )}
        {can.close && (
          <Button size="xs" onClick={() => setOpen('close')}>
            <Trans>Đóng nhóm</Trans>
          </Button>
        )}
        {can.leave && (
          <Button size="xs" variant="subtle" onClick={() => setOpen('leave')}>
            <Trans>Rời nhóm</Trans>
          </Button>
        )}
      </div>
      {open === 'settings' && <SettingsDialog space={space} close={shut} />}
      {(open === 'leave' || open === 'close') && <Confirm space={space} deed={open} close={shut} />}
    </Section>
  );
}
