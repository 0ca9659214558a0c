import type { Me } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { useReturn } from '../../lib/address.js';
import { useMe, useSignedIn } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { CodeForm } from './code-form.js';
import { DemoRoles } from './demo-roles.js';
import { EmailForm } from './email-form.js';
import { NoMail } from './no-mail.js';
import { PasswordForm } from './password-form.js';

/** Sign-in: an address, then six digits from the mail, or a password where one was set. Returns to where one came from. */
export function SignInPage() {
  const { t } = useLingui();
  const { person, instance } = useMe();
  const [chosen, setWay] = useState<'code' | 'password'>('code');
  const way = instance.mail ? chosen : 'password';
  const [sent, setSent] = useState<{ email: string; minutes: number }>();
  const [email, setEmail] = useState('');
  const back = useReturn();
  const navigate = useNavigate();
  const takeOver = useSignedIn();
  const done = (me: Me) => void takeOver(me).then(() => navigate({ href: back }));
  if (person) {
    return (
      <Page title={t`Đăng nhập`}>
        <div className="stack measure">
          <p>
            <Trans>
              Máy này đang dùng tài khoản của <b>{person.name}</b>.
            </Trans>
          </p>
          <ButtonLink to={back} variant="filled">
            <Trans>Tiếp tục</Trans>
          </ButtonLink>
        </div>
        {instance.demo && <DemoRoles />}
      </Page>
    );
  }
  return (
    <Page title={t`Đăng nhập`}>
      {!instance.mail && <NoMail />}
      {way === 'password' ? (
        <PasswordForm email={email} onDone={done} />
      ) : sent ? (
        <CodeForm sent={sent} onDone={done} onAgain={setSent} onOther={() => setSent(undefined)} />
      ) : (
        <EmailForm email={email} onEmail={setEmail} onSent={setSent} />
      )}
      {!sent && instance.mail && (
        <p className="quiet" style={{ marginTop: '1.5rem' }}>
          <Button variant="subtle" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
            {way === 'code' ? <Trans>Đăng nhập bằng mật khẩu</Trans> : <Trans>Đăng nhập bằng mã gửi qua thư</Trans>}
          </Button>
        </p>
      )}
      {instance.demo && <DemoRoles />}
    </Page>
  );
}
