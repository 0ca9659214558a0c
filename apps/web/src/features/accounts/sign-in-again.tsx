import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { query, useSend } from '../../lib/query.js';
import { accounts, factors } from '../../lib/routes.js';
import { useSignedIn } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import { PasskeyButton } from './passkey-button.js';
import { PasswordForm } from './password-form.js';
import { StepUpCode, StepUpRecovery } from './step-up-code.js';

/** Proves over the page who is there: what is filled in stays, to be sent once more. */
export function SignInAgain({ close }: { close: () => void }) {
  const { t } = useLingui();
  const ways = useQuery({ ...query(factors.ways, {}), staleTime: 0 });
  const emails = useQuery(query(accounts.emails, {}));
  const email = emails.data?.items.find(({ primary }) => primary)?.email ?? '';
  const ask = useSend(factors.requestStepUpCode);
  const takeOver = useSignedIn();
  const [byPaper, setByPaper] = useState(false);
  const onDone = async (...[me]: Parameters<typeof takeOver>) => {
    await takeOver(me);
    close();
    void notify({ message: t`Đã xác nhận. Gửi lại việc vừa làm.` });
  };
  const done = (me: Parameters<typeof takeOver>[0]) => void onDone(me);
  if (!ways.data) {
    return (
      <Dialog title={t`Xác nhận lại`} close={close}>
        <Waiting on={ways} lines={3} />
      </Dialog>
    );
  }
  const { passkey, totp, recovery, mail } = ways.data;
  return (
    <Dialog title={t`Xác nhận lại`} close={close}>
      <div className="stack">
        <p>
          <Trans>Việc này cần một lần xác nhận gần đây. Nội dung đã điền vẫn còn trên trang.</Trans>
        </p>
        {passkey && <PasskeyButton to="step-up" onDone={done} filled={!totp} />}
        {totp && <StepUpCode from="totp" onDone={done} />}
        {recovery &&
          (byPaper ? (
            <StepUpRecovery onDone={done} />
          ) : (
            <Button variant="subtle" onClick={() => setByPaper(true)}>
              <Trans>Dùng mã dự phòng</Trans>
            </Button>
          ))}
        {ask.error && <ProblemLine error={ask.error} />}
        {mail && ask.data && <StepUpCode from="mail" onDone={done} />}
        {mail && !ask.data && (
          <Button variant="filled" onClick={() => ask.mutate({})} loading={ask.isPending}>
            <Trans>Gửi mã tới {email}</Trans>
          </Button>
        )}
        {!mail && !passkey && !totp && <PasswordForm email={email} onDone={done} />}
        <Button variant="subtle" onClick={close}>
          <Trans>Để sau</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
