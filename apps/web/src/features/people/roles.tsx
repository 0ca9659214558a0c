import type { appointments as contract, PersonCard, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { RoleWord } from '../../components/role-word.js';
import { useSend } from '../../lib/query.js';
import { appointments, people, sessions } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';
import { useAppointments } from './account-words.js';

type Named = Result<typeof contract.read>;
type Role = PersonCard['roles'][number];

const DOES: Record<Role, ReactNode> = {
  moderator: <Trans>Xem lại bài được báo, ẩn bài, đóng câu hỏi, tạm ngừng thành viên.</Trans>,
  editor: <Trans>Chăm sóc câu hỏi chờ trả lời và nội dung dùng chung.</Trans>,
  coordinator: <Trans>Mời người, quản lý đơn vị, chuyên gia và đầu mối; đọc nhật ký.</Trans>,
  administrator: <Trans>Mọi việc quản trị, kể cả vai trò, tài khoản và hệ thống.</Trans>,
};
const ROLES = Object.keys(DOES) as Role[];

/** Asks before a role is given or taken: the other's sessions end by it. */
function RoleDialog({ named: { id, name }, role, taking, close }: RoleDialogProps) {
  const { t } = useLingui();
  const words = useAppointments()[role];
  const own = useMe().person?.id === id;
  const send = useSend(taking ? appointments.takeRole : appointments.giveRole, {
    invalidates: [appointments.read, appointments.list, people.read, ...(own ? [sessions.session] : [])],
    onDone: () => {
      close();
      void notify({ message: taking ? t`${name} thôi vai trò ${words}.` : t`${name} giữ vai trò ${words}.` });
    },
  });
  return (
    <DialogForm
      title={taking ? t`Thôi vai trò ${words}` : t`Giao vai trò ${words}`}
      close={close}
      submit={(event) => {
        event.preventDefault();
        send.mutate({ id, role });
      }}
      send={send}
      act={taking ? <Trans>Thôi vai trò</Trans> : <Trans>Giao vai trò</Trans>}
      grave={taking}
    >
      <p>
        <b>{name}</b>
      </p>
      <p className="soft">{DOES[role]}</p>
      {!own && (
        <p className="small soft">
          <Trans>Áp dụng ngay. Mọi phiên đăng nhập của người này kết thúc; đăng nhập lại là dùng được.</Trans>
        </p>
      )}
    </DialogForm>
  );
}

interface RoleDialogProps {
  named: Named;
  role: Role;
  taking: boolean;
  close: () => void;
}

/** The roles of the network, those that somebody holds and those that he could. */
export function Roles({ named }: { named: Named }) {
  const { t } = useLingui();
  const names = useAppointments();
  const [asked, setAsked] = useState<{ role: Role; taking: boolean }>();
  const { roles, can } = named;
  return (
    <Section title={<Trans>Vai trò</Trans>}>
      <Rows label={t`Vai trò`}>
        {ROLES.map((role) => {
          const holds = roles.includes(role);
          const words = names[role];
          return (
            <Row
              key={role}
              act={
                can.giveRole ? (
                  <Button
                    size="xs"
                    aria-label={holds ? t`Thôi vai trò ${words}` : t`Giao vai trò ${words}`}
                    onClick={() => setAsked({ role, taking: holds })}
                  >
                    {holds ? <Trans>Thôi vai trò</Trans> : <Trans>Giao vai trò</Trans>}
                  </Button>
                ) : undefined
              }
            >
              <b>
                <RoleWord role={role} />
              </b>{' '}
              {holds && (
                <StateWord tone="on" icon="check">
                  <Trans>đang giữ</Trans>
                </StateWord>
              )}
              <div className="meta">{DOES[role]}</div>
            </Row>
          );
        })}
      </Rows>
      {!can.giveRole && (
        <p className="small soft">
          <Trans>Vai trò do quản trị viên giao.</Trans>
        </p>
      )}
      {asked && <RoleDialog named={named} {...asked} close={() => setAsked(undefined)} />}
    </Section>
  );
}
