import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useHere } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { inAddress, paths } from '../../lib/address.js';
import { useMe } from '../../lib/session.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

/** Who works there, for members: the first of them, and the directory for the rest. */
export function OrganisationPeople({ organisation }: { organisation: Result<typeof contract.read> }) {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const member = useMe().person !== null;
  const here = useHere();
  const { id, members } = organisation;
  const people = organisation.people ?? 0;
  return (
    <Section title={<Trans>Người trong đơn vị</Trans>} hint={people > 0 && <Plural value={people} other="# người" />}>
      {!member && (
        <p className="soft">
          <Trans>
            Chỉ dành cho thành viên. <Link to={paths.signInFrom(here)}>Đăng nhập</Link>
          </Trans>
        </p>
      )}
      {member && people === 0 && (
        <p className="soft">
          <Trans>Chưa có thành viên nào đang công tác ở đây.</Trans>
        </p>
      )}
      {members.length > 0 && (
        <Rows label={t`Người trong đơn vị`}>
          {members.map(({ personId, name, title, unit }) => (
            <Row key={personId}>
              <Link className="ttl" data-open to={paths.person(personId, name)}>
                {name}
              </Link>
              <div className="small soft">{[titleIn(title), unit].filter(Boolean).join(', ')}</div>
            </Row>
          ))}
        </Rows>
      )}
      {people > members.length && (
        <p className="section-more">
          <Link to={paths.people} search={inAddress({ organisation: String(id) })}>
            <Plural value={people} other="Cả # người trong danh bạ" />
          </Link>
        </p>
      )}
    </Section>
  );
}
