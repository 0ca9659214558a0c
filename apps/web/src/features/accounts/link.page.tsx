import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { ProblemLine } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { useSend } from '../../lib/query.js';
import { sessions } from '../../lib/routes.js';
import { useSignedIn } from '../../lib/session.js';

/** A link that signs in once (/vao#…). Opening it does nothing; the button does. */
export function LinkPage() {
  const { t } = useLingui();
  const [token] = useState(() => location.hash.slice(1));
  const navigate = useNavigate();
  const takeOver = useSignedIn();
  const enter = useSend(sessions.linkSignIn, {
    onDone: (me) => void takeOver(me).then(() => navigate({ to: paths.settings })),
  });
  return (
    <Page title={t`Đăng nhập bằng đường dẫn`}>
      <div className="stack measure">
        <p>
          <Trans>Đường dẫn dùng một lần. Chỉ tiếp tục trên máy của mình.</Trans>
        </p>
        {enter.error && <ProblemLine error={enter.error} />}
        <div className="btns">
          <Button variant="filled" onClick={() => enter.mutate({ token })} loading={enter.isPending}>
            <Trans>Đăng nhập</Trans>
          </Button>
        </div>
      </div>
    </Page>
  );
}
