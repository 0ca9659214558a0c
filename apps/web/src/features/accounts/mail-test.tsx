import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ProblemLine } from '../../components/problem-view.js';
import { useSend } from '../../lib/query.js';
import { instance } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { NoMail } from './no-mail.js';

/** A mail to oneself, and what the mail server said: without it, nobody can be invited. */
export function MailTest() {
  const test = useSend(instance.mailTest);
  if (!useMe().instance.mail) return <NoMail />;
  return (
    <div className="stack">
      <p className="small soft">
        <Trans>Lời mời và mã đăng nhập đi qua thư. Gửi thử một thư tới địa chỉ của tài khoản này.</Trans>
      </p>
      {test.data && (
        <Banner tone={test.data.sent ? 'ok' : 'bad'} live>
          <b>{test.data.sent ? <Trans>Máy chủ thư đã nhận.</Trans> : <Trans>Máy chủ thư không nhận.</Trans>}</b>{' '}
          {test.data.answer}
        </Banner>
      )}
      {test.error && <ProblemLine error={test.error} />}
      <Button onClick={() => test.mutate({})} loading={test.isPending}>
        <Trans>Gửi thư thử</Trans>
      </Button>
    </div>
  );
}
