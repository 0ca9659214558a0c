import type { Group } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { Row } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';
import { useSaid } from './said.js';

function State({ group }: { group: Group }) {
  if (group.joining === 'asked')
    return (
      <StateWord tone="due" icon="half">
        <Trans>Chờ trả lời</Trans>
      </StateWord>
    );
  if (group.joining === 'invited')
    return (
      <StateWord tone="on" icon="open">
        <Trans>Được mời</Trans>
      </StateWord>
    );
  if (group.closedAt !== null)
    return (
      <StateWord tone="off" icon="lock">
        <Trans>Đã đóng</Trans>
      </StateWord>
    );
  if (group.requests > 0)
    return (
      <StateWord tone="due" icon="half">
        <Plural value={group.requests} other="# đề nghị chờ" />
      </StateWord>
    );
  return null;
}

/** One group in a list: its name, what it is for, how many people, when something was last written. */
export function GroupRow({ group }: { group: Group }) {
  const nameOf = useNameOf();
  const said = useSaid();
  const purpose = said(group.purpose, group.purposeEn);
  return (
    <Row act={<State group={group} />}>
      <Link className="ttl" data-open to={paths.space(group.id, group.name)}>
        {nameOf(group)}
      </Link>
      {purpose && <p className="small soft measure">{purpose}</p>}
      <div className="meta">
        <span>
          <Plural value={group.members} other="# thành viên" />
        </span>
        {group.inside && !group.listed && (
          <span>
            <Trans>Chỉ thành viên biết</Trans>
          </span>
        )}
        {!group.inside && !group.takesRequests && (
          <span>
            <Trans>Chỉ nhận người được mời</Trans>
          </span>
        )}
        {group.activeAt !== null && (
          <span>
            <Trans>
              hoạt động gần nhất <Time at={group.activeAt} />
            </Trans>
          </span>
        )}
      </div>
    </Row>
  );
}
