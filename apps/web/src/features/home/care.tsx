import type { home as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { Deciders } from './deciders.js';
import { DutyRow } from './duties.js';

type CareOf = Result<typeof contract.home>['care'];

function OrganisationRow({ organisation }: { organisation: CareOf['organisations'][number] }) {
  const nameOf = useNameOf();
  const format = useFormat();
  const { id, name, people, last } = organisation;
  return (
    <Row
      kind={<Trans>Đầu mối đơn vị</Trans>}
      act={
        <ButtonLink to={`${paths.people}?organisation=${id}`} size="xs">
          <Trans>Xem người của đơn vị</Trans>
        </ButtonLink>
      }
    >
      <Link className="ttl" data-open to={paths.organisation(id, name)}>
        {nameOf(organisation)}
      </Link>
      <div className="meta">
        <span>
          <Plural value={people} other="# người trong danh bạ" />
        </span>
        {last && (
          <span>
            <Trans>
              Tham gia gần nhất: <Link to={paths.person(last.id, last.name)}>{last.name}</Link>, {format.date(last.at)}
            </Trans>
          </span>
        )}
      </div>
    </Row>
  );
}

function InvitationsRow({ invitations: { open, expired } }: Pick<CareOf, 'invitations'>) {
  return (
    <Row
      kind={<Trans context="danh mục">Lời mời</Trans>}
      act={
        <ButtonLink to={paths.invitations} size="xs">
          {expired > 0 ? <Trans>Gửi lại lời mời</Trans> : <Trans>Xem lời mời</Trans>}
        </ButtonLink>
      }
    >
      <Link className="ttl" data-open to={paths.invitations}>
        {open > 0 && <Plural value={open} other="# lời mời chưa được nhận" />}
        {open > 0 && expired > 0 && ', '}
        {expired > 0 && <Plural value={expired} other="# lời mời hết hạn" />}
      </Link>
    </Row>
  );
}

/** Whether there is anything for who looks after others. */
export const hasCare = ({ organisations, overdue, invitations, joins, groups }: CareOf): boolean =>
  organisations.length + overdue.length + invitations.open + invitations.expired + joins.waiting + groups.length > 0;

/** "Việc trong tầm tay": what representatives, moderators, editors and those who invite can do now. */
export function Care({ care }: { care: CareOf }) {
  const { t } = useLingui();
  const { open, expired } = care.invitations;
  return (
    <Section title={<Trans>Việc trong tầm tay</Trans>} hint={<Trans>theo vai trò</Trans>}>
      <Rows label={t`Việc trong tầm tay`}>
        <Deciders joins={care.joins} groups={care.groups} />
        {care.organisations.map((organisation) => (
          <OrganisationRow key={organisation.id} organisation={organisation} />
        ))}
        {care.overdue.map((duty) => (
          <DutyRow key={duty.id} duty={duty} />
        ))}
        {open + expired > 0 && <InvitationsRow invitations={care.invitations} />}
      </Rows>
    </Section>
  );
}
