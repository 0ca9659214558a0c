import type { Me } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Page } from '../../components/page.js';
import { paths, useReturn } from '../../lib/address.js';
import { useMe, useSignedIn } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import './accounts.css';
import { CodeForm } from './code-form.js';
import { DemoRoles } from './demo-roles.js';
import { EmailForm } from './email-form.js';
import { NoMail } from './no-mail.js';
import { PasskeyButton } from './passkey-button.js';
import { PasswordForm } from './password-form.js';
import { RecoveryForm } from './recovery-form.js';

type Way = 'code' | 'password' | 'recovery';

/** Sign-in: an address, then six digits from the mail, or a password where one was set. Returns to where one came from. */
export function SignInPage() {
  const { t } = useLingui();
  const { person, instance } = useMe();
  const [chosen, setWay] = useState<Way>('code');
  const way = instance.mail || chosen === 'recovery' ? chosen : 'password';
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
      {!sent && <PasskeyButton to="sign-in" onDone={done} />}
      {way === 'password' ? (
        <PasswordForm email={email} onDone={done} />
      ) : way === 'recovery' ? (
        <RecoveryForm email={email} onDone={done} />
      ) : sent ? (
        <CodeForm sent={sent} onDone={done} onAgain={setSent} onOther={() => setSent(undefined)} />
      ) : (
        <EmailForm email={email} onEmail={setEmail} onSent={setSent} />
      )}
      {!sent && <OtherWays way={way} mail={instance.mail} onWay={setWay} />}
      {!sent && (
        <p className="btns">
          <ButtonLink to={paths.join} variant="subtle">
            <Trans>Chưa có tài khoản: đề nghị tham gia</Trans>
          </ButtonLink>
          <ButtonLink to={paths.lostMailbox} variant="subtle">
            <Trans>Không còn cách nào: nhờ điều phối viên</Trans>
          </ButtonLink>
        </p>
      )}
      {instance.demo && <DemoRoles />}
    </Page>
  );
}

/** The ways that are not shown now. */
function OtherWays({ way, mail, onWay }: { way: Way; mail: boolean; onWay: (way: Way) => void }) {
  const words: [Way, ReactNode][] = [
    ['code', <Trans>Đăng nhập bằng mã gửi qua thư</Trans>],
    ['password', <Trans>Đăng nhập bằng mật khẩu</Trans>],
    ['recovery', <Trans>Hộp thư cũ không còn: dùng mã dự phòng</Trans>],
  ];
  return (
    <div className="stack other-ways">
      {words.map(
        ([other, text]) =>
          other !== way &&
          (mail || other !== 'code') && (
            <Button key={other} variant="subtle" onClick={() => onWay(other)}>
              {text}
            </Button>
          ),
      )}
    </div>
  );
}
