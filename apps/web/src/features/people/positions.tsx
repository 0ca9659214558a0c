import type { people as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { OrganisationLink } from '../../components/organisation-link.js';
import { useTitleIn } from '../../components/title-in.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

const AddPosition = later(async () => (await import('./add-position.js')).AddPosition);

type Person = Result<typeof contract.read>;
type Position = Person['positions'][number];

function Kind({ kind }: Pick<Position, 'kind'>) {
  if (kind === 'in_office') {
    return (
      <StateWord tone="on" icon="check">
        <Trans>đương nhiệm</Trans>
      </StateWord>
    );
  }
  if (kind === 'former') return null;
  return (
    <span className="soft">
      <Trans>đã nghỉ hưu</Trans>
    </span>
  );
}

function PositionTitle({ kind, title: given }: Pick<Position, 'kind' | 'title'>) {
  const title = useTitleIn()(given);
  return kind === 'former' ? <Trans>Nguyên {title}</Trans> : title;
}

function Span({ from, to, kind }: Pick<Position, 'from' | 'to' | 'kind'>) {
  const format = useFormat();
  const start = from && format.date(from);
  const end = to && format.date(to);
  if (start && end) return <>{`${start} – ${end}`}</>;
  if (start) return kind === 'in_office' ? <Trans>từ {start} đến nay</Trans> : <Trans>từ {start}</Trans>;
  if (end) return <Trans>đến {end}</Trans>;
  return <Trans>chưa rõ ngày</Trans>;
}

/** Positions as dated facts, the present one first. */
export function Positions({ person }: { person: Person }) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const own = useMe().person?.id === person.id;
  const inOffice = person.positions.some(({ kind, to }) => kind === 'in_office' && to === null);
  return (
    <Section
      title={<Trans context="danh mục">Chức vụ</Trans>}
      aside={
        person.can.addPosition && (
          <span className="btns">
            {own && inOffice && (
              <ButtonLink size="xs" to={paths.moving}>
                <Trans>Chuyển công tác</Trans>
              </ButtonLink>
            )}
            <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
              <Trans>Thêm chức vụ</Trans>
            </Button>
          </span>
        )
      }
    >
      {person.positions.length === 0 && (
        <p className="soft">
          <Trans>Chưa ghi chức vụ nào.</Trans>
        </p>
      )}
      <ol className="positions" aria-label={t`Chức vụ theo thời gian`}>
        {person.positions.map((position) => (
          <li key={position.id}>
            <span className="small soft">
              <Span {...position} />
            </span>
            <div>
              <b>
                <PositionTitle {...position} />
              </b>{' '}
              <Kind kind={position.kind} />
              <div className="small soft">
                {position.unit && `${position.unit}, `}
                <OrganisationLink organisation={position.organisation} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      {adding && <AddPosition person={person} close={() => setAdding(false)} />}
    </Section>
  );
}
