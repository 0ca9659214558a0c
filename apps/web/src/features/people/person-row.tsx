import type { PersonCard } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { DemoChip } from '../../components/demo-chip.js';
import { OrganisationLink } from '../../components/organisation-link.js';
import { PersonMark } from '../../components/person-chip.js';
import { RoleWord } from '../../components/role-word.js';
import { TopicLinks } from '../../components/topic-links.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { Row } from '../../ui/rows.js';
import './people.css';

/** What he is in the network, in words. */
export const PersonWords = ({ person: { roles, expertOf, enterprise } }: { person: PersonCard }) => (
  <>
    {expertOf.length > 0 && <PersonMark mark="expert" />}
    {enterprise && <PersonMark mark="enterprise" />}
    {roles.map((role) => (
      <span key={role} className="small soft">
        <RoleWord role={role} />
      </span>
    ))}
  </>
);

/** Expert topics first, then those on which he can answer, each once. */
export const topicsOf = ({ expertOf, canAnswer }: PersonCard) => [
  ...expertOf,
  ...canAnswer.filter(({ id }) => !expertOf.some((topic) => topic.id === id)),
];

/** One person of the directory. */
export function PersonRow({ person }: { person: PersonCard }) {
  const titleIn = useTitleIn();
  const { id, name, prefix, title, unit, organisation, demo } = person;
  const topics = topicsOf(person);
  return (
    <Row act={<PersonWords person={person} />}>
      <Link className="ttl" data-open to={paths.person(id, name)}>
        {prefix} {name}
      </Link>
      <div className="small soft">
        {[titleIn(title), unit].filter(Boolean).join(', ')}
        {organisation && (
          <>
            {(title || unit) && ', '}
            <OrganisationLink organisation={organisation} />
          </>
        )}
      </div>
      <div className="meta">
        {topics.length > 0 && (
          <span className="person-topics">
            <span className="muted">
              <Trans>Có thể trả lời:</Trans>
            </span>{' '}
            <TopicLinks topics={topics} />
          </span>
        )}
        {demo && <DemoChip />}
      </div>
    </Row>
  );
}
