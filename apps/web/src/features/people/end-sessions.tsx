import type { appointments as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ProblemLine } from '../../components/problem-view.js';
import { useSend } from '../../lib/query.js';
import { appointments } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';

/** Signs somebody out everywhere: a lost device, a doubt. He may sign in again at once. */
export function EndSessions({ named: { id, name } }: { named: Result<typeof contract.read> }) {
  const { t } = useLingui();
  const send = useSend(appointments.endSessions, {
    invalidates: [appointments.read],
    onDone: () => void notify({ message: t`Đã kết thúc mọi phiên của ${name}.` }),
  });
  return (
    <Section title={<Trans>Phiên đăng nhập</Trans>}>
      <p className="soft">
        <Trans>Đăng xuất khỏi mọi thiết bị ngay; người này đăng nhập lại được.</Trans>
      </p>
      <ProblemLine error={send.error} />
      <div className="btns">
        <Button onClick={() => send.mutate({ id })} loading={send.isPending}>
          <Trans>Kết thúc mọi phiên</Trans>
        </Button>
      </div>
    </Section>
  );
}
