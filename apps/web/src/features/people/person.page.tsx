import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DemoChip } from '../../components/demo-chip.js';
import { later } from '../../components/later.js';
import { OrganisationLink } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths, useId } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { people } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';
import { PersonFacts } from './person-facts.js';
import { PersonWords } from './person-row.js';
import { Positions } from './positions.js';
import { Written } from './written.js';
import './people.css';

const Suspension = later(async () => (await import('./suspension.js')).Suspension);
const AccountSwitch = later(async () => (await import('./account-switch.js')).AccountSwitch);

/** One person (/danh-ba/$id): where he works, what he knows, what he wrote. */
export function PersonPage() {
  const titleIn = useTitleIn();
  const appoints = useCan('appoint');
  const answer = useQuery(query(people.read, { id: useId() }));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const person = answer.data;
  const { name, prefix, title, unit, organisation, bio } = person;
  return (
    <Page
      crumb={
        <Link to={paths.people}>
          <Trans>Danh bạ</Trans>
        </Link>
      }
      title={[prefix, name].filter(Boolean).join(' ')}
      beside={
        person.can.edit && (
          <Link to={paths.settings}>
            <Trans>Sửa trang cá nhân</Trans>
          </Link>
        )
      }
      lede={
        <>
          <p>
            {[titleIn(title), unit].filter(Boolean).join(', ')}
            {organisation && (
              <>
                {(title || unit) && ', '}
                <OrganisationLink organisation={organisation} />
              </>
            )}
          </p>
          <span className="person-words">
            <PersonWords person={person} />
            {person.demo && <DemoChip />}
          </span>
        </>
      }
      facts={<PersonFacts person={person} />}
    >
      {person.disabled && (
        <div className="person-note">
          <Banner tone="plain">
            <Trans>Tài khoản đã ngừng. Bài đã viết vẫn đọc được.</Trans>
          </Banner>
        </div>
      )}
      {bio && <p className="person-bio measure">{bio}</p>}
      <Positions person={person} />
      <Written person={person} />
      {person.can.suspend && <Suspension person={person} />}
      {appoints && (
        <Section title={<Trans>Vai trò và tài khoản</Trans>}>
          <ButtonLink to={paths.appointment(person.id, name)}>
            <Trans>Mở phần quản trị của người này</Trans>
          </ButtonLink>
        </Section>
      )}
      {person.can.disable && <AccountSwitch person={person} />}
    </Page>
  );
}
