import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { ProblemLine, ProblemView, Waiting } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { isProblem } from '../../lib/api.js';
import { query, useSend } from '../../lib/query.js';
import { invitations } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button-link.js';
import { JoinForm } from './join-form.js';

/** An expired invitation: a new mail to the stored address, which is never shown. */
function Expired({ token }: { token: string }) {
  const { t } = useLingui();
  const resend = useSend(invitations.resendInvitation);
  return (
    <Page title={t`Lời mời đã hết hạn`}>
      <div className="stack measure">
        {resend.isSuccess ? (
          <Banner tone="ok" live>
            <Trans>Nếu lời mời còn được phép gửi lại, thư mới đang tới địa chỉ đã nhận thư trước.</Trans>
          </Banner>
        ) : (
          <>
            <p>
              <Trans>Lời mời dùng được trong 30 ngày. Thư mới được gửi tới đúng địa chỉ đã nhận thư trước.</Trans>
            </p>
            <Button variant="filled" onClick={() => resend.mutate({ token })} loading={resend.isPending}>
              <Trans>Gửi lại lời mời</Trans>
            </Button>
          </>
        )}
        {resend.error && <ProblemLine error={resend.error} />}
      </div>
    </Page>
  );
}

function Used() {
  const { t } = useLingui();
  return (
    <Page title={t`Lời mời không còn dùng được`}>
      <div className="stack measure">
        <p>
          <Trans>
            Lời mời đã được dùng hoặc đã thu lại. Ai đã tham gia thì đăng nhập; nếu chưa, liên hệ người mời.
          </Trans>
        </p>
        <ButtonLink variant="filled" to={paths.signIn}>
          <Trans>Đăng nhập</Trans>
        </ButtonLink>
      </div>
    </Page>
  );
}

/** What the link of an invitation opens. The token stands behind # and so never reaches a log. */
export function InvitationPage() {
  const { t } = useLingui();
  const token = useRouterState({ select: ({ location }) => location.hash });
  const read = useQuery({
    ...query(invitations.readInvitation, { token }),
    enabled: token !== '',
    staleTime: Infinity,
  });
  if (token === '') {
    return (
      <Page title={t`Lời mời`}>
        <p className="measure">
          <Trans>Mở lời mời bằng đường dẫn trong thư. Nếu thư ngắt dòng, chép cả đường dẫn vào thanh địa chỉ.</Trans>
        </p>
      </Page>
    );
  }
  if (isProblem(read.error, 'invitation-expired')) return <Expired token={token} />;
  if (isProblem(read.error, 'invitation-used')) return <Used />;
  if (isProblem(read.error, 'not-found') || isProblem(read.error, 'invalid-input')) {
    return (
      <Page title={t`Không có lời mời này`}>
        <p className="measure">
          <Trans>Đường dẫn thiếu hoặc sai. Chép lại cả đường dẫn trong thư, hoặc liên hệ người mời.</Trans>
        </p>
      </Page>
    );
  }
  if (read.error) return <ProblemView error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Waiting on={read} />;
  return <JoinForm token={token} invitation={read.data} />;
}
