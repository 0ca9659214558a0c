import type { home as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNameOf } from '../../components/organisation-link.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Row } from '../../ui/rows.js';

type CareOf = Result<typeof contract.home>['care'];

interface AskingProps {
  kind: ReactNode;
  to: string;
  about?: string;
  waiting: number;
  since: string | null;
}

/** So many ask, the first of them since then; the list is where they are answered. */
const Asking = ({ kind, to, about, waiting, since }: AskingProps) => (
  <Row
    kind={kind}
    act={
      <ButtonLink to={to} size="xs">
        <Trans>Xem đề nghị</Trans>
        {about && <span className="vh">: {about}</span>}
      </ButtonLink>
    }
  >
    <Link className="ttl" data-open to={to}>
      {about ? (
        <Plural value={waiting} other={`${about}: # đề nghị chờ quyết định`} />
      ) : (
        <Plural value={waiting} other="# đề nghị tham gia chờ xác nhận" />
      )}
    </Link>
    {since && (
      <div className="meta">
        <span>
          <Trans>
            Chờ lâu nhất từ <Time at={since} />
          </Trans>
        </span>
      </div>
    )}
  </Row>
);

/** Who asks to join the network, and the groups that one moderates: a line each, with the way to the list. */
export function Deciders({ joins, groups }: Pick<CareOf, 'joins' | 'groups'>) {
  const nameOf = useNameOf();
  return (
    <>
      {joins.waiting > 0 && <Asking kind={<Trans>Đề nghị tham gia</Trans>} to={paths.joinRequests} {...joins} />}
      {groups.map((group) => (
        <Asking
          key={group.id}
          kind={<Trans>Đề nghị vào nhóm</Trans>}
          to={paths.space(group.id, group.name)}
          about={nameOf(group)}
          waiting={group.waiting}
          since={group.since}
        />
      ))}
    </>
  );
}
