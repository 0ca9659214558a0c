import type { organisations as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { OrganisationLink } from '../../components/organisation-link.js';
import { Section } from '../../ui/section.js';

const AddUnit = later(async () => (await import('./add-unit.js')).AddUnit);

type Organisation = Result<typeof contract.read>;
/** So many stand on the page at first. */
const SHOWN = 30;

/** What stands below an organisation, and adding to it for who may. */
export function Units({ organisation }: { organisation: Organisation }) {
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const { units, can } = organisation;
  if (units.length === 0 && !can.addUnit) return null;
  const rest = all ? 0 : units.length - SHOWN;
  return (
    <Section
      title={<Trans>Đơn vị trực thuộc</Trans>}
      hint={units.length > 0 && <Plural value={units.length} other="# đơn vị" />}
      aside={
        can.addUnit && (
          <Button size="xs" onClick={() => setAdding(true)}>
            <Trans>Thêm đơn vị</Trans>
          </Button>
        )
      }
    >
      {units.length === 0 && (
        <p className="soft">
          <Trans>Chưa ghi phòng, ban nào. Đầu mối đơn vị và điều phối viên thêm ở đây.</Trans>
        </p>
      )}
      <ul className="units">
        {units.slice(0, all ? undefined : SHOWN).map((unit) => (
          <li key={unit.id}>
            <OrganisationLink organisation={unit} />{' '}
            {unit.abbreviation && <span className="soft">{unit.abbreviation}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div className="more">
          <Button onClick={() => setAll(true)}>
            <Plural value={rest} other="Xem thêm # đơn vị" />
          </Button>
        </div>
      )}
      {adding && <AddUnit organisation={organisation} close={() => setAdding(false)} />}
    </Section>
  );
}
