import type { OrganisationCard } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { DemoChip } from '../../components/demo-chip.js';
import { OrganisationLink, useNameOf } from '../../components/organisation-link.js';
import { useRegionName } from '../../components/region-name.js';
import { paths } from '../../lib/address.js';
import { Row } from '../../ui/rows.js';
import { OrganisationState } from './organisation-state.js';
import { useOrganisationKinds } from './organisation-kinds.js';

/** One organisation of the list. */
export function OrganisationRow({ organisation }: { organisation: OrganisationCard }) {
  const kinds = useOrganisationKinds();
  const nameOf = useNameOf();
  const regionName = useRegionName();
  const { id, name, abbreviation, kind, region, parent, people, validFrom, validTo, demo } = organisation;
  return (
    <Row
      kind={kinds[kind]}
      act={
        people !== null &&
        people > 0 && (
          <span className="small soft nw">
            <Plural value={people} other="# người" />
          </span>
        )
      }
    >
      <Link className="ttl" data-open to={paths.organisation(id, name)}>
        {nameOf(organisation)}
      </Link>
      <div className="meta">
        {abbreviation && <span>{abbreviation}</span>}
        {parent && (
          <span>
            <Trans>
              Thuộc <OrganisationLink organisation={parent} />
            </Trans>
          </span>
        )}
        {region && <span>{regionName(region)}</span>}
        <OrganisationState validFrom={validFrom} validTo={validTo} />
        {demo && <DemoChip />}
      </div>
    </Row>
  );
}
