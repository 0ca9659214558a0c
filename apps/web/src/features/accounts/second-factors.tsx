import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { RoleWord } from '../../components/role-word.js';
import { query, useSend } from '../../lib/query.js';
import { factors, sessions } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { Section } from '../../ui/section.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { Totp } from './totp.js';

/** What proves who one is, besides the mailbox. After a change it is offered to sign all other devices out. */
export function SecondFactors() {
  const { person } = useMe();
  const client = useQueryClient();
  const list = useQuery(query(factors.list, {}));
  const [changed, setChanged] = useState(false);
  const endOthers = useSend(sessions.endOtherSessions, {
    invalidates: [sessions.sessions],
    onDone: () => setChanged(false),
  });
  const onChanged = () => {
    setChanged(true);
    for (const { name } of [factors.list, sessions.session]) void client.invalidateQueries({ queryKey: [name] });
  };
  if (!list.data) {
    return (
      <Section title={<Trans>Xác nhận hai bước</Trans>}>
        <Waiting on={list} lines={3} />
      </Section>
    );
  }
  const { passkeys, totp, recoveryLeft, required } = list.data;
  const waiting = person?.waitingRoles ?? [];
  return (
    <>
      <Section
        title={<Trans>Xác nhận hai bước</Trans>}
        hint={required ? <Trans>vai trò đang giữ cần có</Trans> : <Trans>không bắt buộc</Trans>}
      >
        {waiting.length > 0 && !person?.secondFactor && (
          <Banner tone="due">
            <Trans>
              Thêm passkey hoặc bật mã trên ứng dụng để dùng vai trò{' '}
              {waiting.map((role, at) => (
                <span key={role}>
                  {at > 0 && ', '}
                  <RoleWord role={role} />
                </span>
              ))}
              .
            </Trans>
          </Banner>
        )}
        {changed && (
          <Banner tone="ok" live>
            <Trans>Đã lưu. Có máy lạ đang dùng tài khoản thì đăng xuất các máy khác.</Trans>{' '}
            <Button size="xs" onClick={() => endOthers.mutate({})} loading={endOthers.isPending}>
              <Trans>Đăng xuất các máy khác</Trans>
            </Button>
          </Banner>
        )}
        {endOthers.error && <ProblemLine error={endOthers.error} />}
        <p className="small soft">
          <Trans>Passkey là chữ ký của điện thoại hoặc máy tính, mở bằng vân tay, khuôn mặt hoặc mã PIN của máy.</Trans>
        </p>
        <Passkeys items={passkeys} onChanged={onChanged} />
      </Section>
      <Section title={<Trans>Mã trên ứng dụng</Trans>}>
        <Totp on={totp} onChanged={onChanged} />
      </Section>
      {person?.secondFactor && (
        <Section title={<Trans>Mã dự phòng</Trans>}>
          <RecoveryCodes left={recoveryLeft} onChanged={onChanged} />
        </Section>
      )}
    </>
  );
}
