import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../components/dialog.js';
import { ProblemLine } from '../../components/problem-view.js';
import { query, useSend } from '../../lib/query.js';
import { accounts, sessions } from '../../lib/routes.js';
import { useMe, useSignedIn } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import { CodeForm } from './code-form.js';
import { PasswordForm } from './password-form.js';

/** Signs the same person in again, over the page: what is filled in there stays, to be sent once more. */
export function SignInAgain({ close }: { close: () => void }) {
  const { t } = useLingui();
  const { mail } = useMe().instance;
  const emails = useQuery(query(accounts.emails, {}));
  const email = emails.data?.items.find(({ primary }) => primary)?.email;
  const ask = useSend(sessions.requestCode);
  const takeOver = useSignedIn();
  const onDone = async (...[me]: Parameters<typeof takeOver>) => {
    await takeOver(me);
    close();
    void notify({ message: t`Đã đăng nhập lại. Gửi lại việc vừa làm.` });
  };
  const error = emails.error ?? ask.error;
  return (
    <Dialog title={t`Đăng nhập lại`} close={close}>
      <div className="stack">
        <p>
          <Trans>Việc này cần một lần đăng nhập gần đây. Nội dung đã điền vẫn còn trên trang.</Trans>
        </p>
        {error && <ProblemLine error={error} />}
        {email && !mail && <PasswordForm email={email} onDone={(me) => void onDone(me)} />}
        {email && mail && ask.data && (
          <CodeForm
            sent={{ email, minutes: ask.data.minutes }}
            onDone={(me) => void onDone(me)}
            onAgain={() => undefined}
          />
        )}
        {email && mail && !ask.data && (
          <div className="btns">
            <Button variant="filled" onClick={() => ask.mutate({ email })} loading={ask.isPending}>
              <Trans>Gửi mã tới {email}</Trans>
            </Button>
            <Button variant="subtle" onClick={close}>
              <Trans>Để sau</Trans>
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
