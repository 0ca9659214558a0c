import type { invitations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Listing } from '../../components/listing.js';
import { Page } from '../../components/page.js';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { useFormat } from '../../lib/format.js';
import { pages, useSend } from '../../lib/query.js';
import { invitations } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import type { IconName } from '../../ui/icons.js';
import { Row } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord, type Tone } from '../../ui/state-word.js';
import { InviteForm } from './invite-form.js';
import { NoMail } from './no-mail.js';

type Invitation = Result<typeof contract.invitations>['items'][number];

function InvitationState({ state }: { state: Invitation['state'] }) {
  const { t } = useLingui();
  const looks: Record<Invitation['state'], [Tone, IconName, string]> = {
    created: ['on', 'open', t`Chờ gửi`],
    sent: ['on', 'open', t`Còn hạn`],
    accepted: ['ok', 'checkRing', t`Đã dùng`],
    expired: ['due', 'half', t`Hết hạn`],
    revoked: ['off', 'cross', t`Đã thu lại`],
    replaced: ['off', 'right', t`Đã thay người`],
  };
  const [tone, icon, word] = looks[state];
  return (
    <StateWord tone={tone} icon={icon}>
      {word}
    </StateWord>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const format = useFormat();
  const revoke = useSend(invitations.revokeInvitation, { invalidates: [invitations.invitations] });
  const resend = useSend(invitations.resendExpired, { invalidates: [invitations.invitations] });
  const until = format.date(invitation.expiresAt);
  return (
    <Row
      act={
        <>
          <InvitationState state={invitation.state} />
          {invitation.can.revoke && (
            <Button size="xs" onClick={() => revoke.mutate({ id: invitation.id })} loading={revoke.isPending}>
              <Trans>Thu lại</Trans>
            </Button>
          )}
          {invitation.can.resend && (
            <Button size="xs" onClick={() => resend.mutate({ id: invitation.id })} loading={resend.isPending}>
              <Trans>Gửi lại</Trans>
            </Button>
          )}
        </>
      }
    >
      <span className="ttl">{invitation.name}</span>
      <div className="meta">
        <span>{invitation.email}</span>
        <span>{invitation.organisation}</span>
        <span>
          <Trans>đến {until}</Trans>
        </span>
      </div>
      {revoke.error && <ProblemLine error={revoke.error} />}
      {resend.error && <ProblemLine error={resend.error} />}
    </Row>
  );
}

/** Whom one invited, and inviting another. */
export function InvitationsPage() {
  const { t } = useLingui();
  const { mail } = useMe().instance;
  const list = useInfiniteQuery(pages(invitations.invitations, {}));
  if (!list.data) return <Waiting on={list} />;
  return (
    <Page
      title={t({ message: 'Lời mời', context: 'danh mục' })}
      lede={<Trans>Mỗi lời mời dành cho một địa chỉ thư, dùng một lần, trong 30 ngày.</Trans>}
    >
      <Section title={<Trans>Mời thành viên</Trans>}>{mail ? <InviteForm /> : <NoMail />}</Section>
      <Section title={<Trans>Lời mời đã gửi</Trans>}>
        <Listing
          list={list}
          label={t`Lời mời đã gửi`}
          row={(invitation) => <InvitationRow key={invitation.id} invitation={invitation} />}
          empty={
            <EmptyState title={<Trans>Chưa có lời mời nào</Trans>}>
              <Trans>Lời mời gửi đi hiện ở đây, cùng tình trạng của từng lời mời.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}
