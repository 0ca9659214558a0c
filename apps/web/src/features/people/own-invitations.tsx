import type { invitations as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { invitations } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { useTitleIn } from '../../components/title-in.js';

type Invitation = Result<typeof contract.ownInvitations>['items'][number];

function InvitedRow({ invitation }: { invitation: Invitation }) {
  const titleIn = useTitleIn();
  const format = useFormat();
  const { name, title, organisation, invitedBy, createdAt, expiresAt } = invitation;
  const [sent, until] = [format.date(createdAt), format.date(expiresAt)];
  return (
    <Row>
      <span className="ttl">{name}</span>
      <div className="meta">
        <span>{[titleIn(title), organisation].filter(Boolean).join(', ')}</span>
        <span>
          {invitedBy ? (
            <Trans>
              {invitedBy} mời {sent}
            </Trans>
          ) : (
            <Trans>mời {sent}</Trans>
          )}
        </span>
        <span>
          <Trans>đến {until}</Trans>
        </span>
      </div>
    </Row>
  );
}

/** Whom a representative’s organisations wait for; nothing where nobody is invited. */
export function OwnInvitations() {
  const { t } = useLingui();
  const items = useQuery({ ...query(invitations.ownInvitations, {}), staleTime: 0 }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={<Trans>Lời mời còn hạn</Trans>}>
      <Rows label={t`Lời mời còn hạn`}>
        {items.map((invitation) => (
          <InvitedRow key={invitation.id} invitation={invitation} />
        ))}
      </Rows>
    </Section>
  );
}
