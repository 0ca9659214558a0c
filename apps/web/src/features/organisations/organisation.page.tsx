import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DemoChip } from '../../components/demo-chip.js';
import { OrganisationLink, useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { inAddress, paths, useId } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { organisations } from '../../lib/routes.js';
import { Section } from '../../ui/section.js';
import { OrganisationFacts } from './organisation-facts.js';
import { OrganisationState } from './organisation-state.js';
import { Mergers } from './mergers.js';
import { RegistryActions } from './registry-actions.js';
import { Succession } from './succession.js';
import { OrganisationPeople } from './organisation-people.js';
import { Units } from './units.js';
import './organisations.css';

/** One organisation (/don-vi/$id): what it is, what preceded and followed it, who works there. */
export function OrganisationPage() {
  const { i18n } = useLingui();
  const nameOf = useNameOf();
  const answer = useQuery(query(organisations.read, { id: useId() }));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const organisation = answer.data;
  const { parent, before, after, threads } = organisation;
  const other = i18n.locale === 'en' ? organisation.name : organisation.nameEn;
  return (
    <Page
      crumb={
        <span className="dot">
          <span>
            <Link to={paths.organisations}>
              <Trans context="danh mục">Đơn vị</Trans>
            </Link>
          </span>
          {parent && (
            <span>
              <OrganisationLink organisation={parent} />
            </span>
          )}
        </span>
      }
      title={nameOf(organisation)}
      lede={
        <span className="organisation-lede">
          {other && other !== nameOf(organisation) && <span lang={i18n.locale === 'en' ? 'vi' : 'en'}>{other}</span>}
          <OrganisationState validTo={organisation.validTo} />
          {organisation.demo && <DemoChip />}
        </span>
      }
      facts={<OrganisationFacts organisation={organisation} />}
    >
      {(before.length > 0 || after.length > 0) && <Succession organisation={organisation} />}
      <OrganisationPeople organisation={organisation} />
      <Section title={<Trans>Hỏi đáp của đơn vị</Trans>}>
        {threads > 0 ? (
          <p>
            <Link to={paths.threads} search={inAddress({ organisation: String(organisation.id) })}>
              <Plural value={threads} other="# câu hỏi, thảo luận của người trong đơn vị" />
            </Link>
          </p>
        ) : (
          <p className="soft">
            <Trans>Chưa có câu hỏi nào của người trong đơn vị.</Trans>
          </p>
        )}
      </Section>
      <Units organisation={organisation} />
      <RegistryActions organisation={organisation} />
      <Mergers mergers={organisation.mergers} />
    </Page>
  );
}
