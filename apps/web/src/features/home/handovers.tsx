import type { handovers as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNameOf } from '../../components/organisation-link.js';
import { ProblemLine } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { query, useSend } from '../../lib/query.js';
import { appointments, handovers, people } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

type Handover = Result<typeof contract.list>['items'][number];

function HandoverRow({ handover }: { handover: Handover }) {
  const nameOf = useNameOf();
  const { id, topic, organisation, from, person, at, can } = handover;
  const decide = useSend(handovers.decide, {
    invalidates: [handovers.list, appointments.read, appointments.list, people.read],
  });
  const [yes, no] = can.answer ? (['accepted', 'declined'] as const) : (['named', 'refused'] as const);
  const role = topic ? nameOf(topic) : organisation ? nameOf(organisation) : '';
  const by = from.name;
  const who = person.name;
  return (
    <Row kind={topic ? <Trans>Chuyên gia chủ đề</Trans> : <Trans>Đầu mối đơn vị</Trans>}>
      <span className="ttl">{role}</span>
      <div className="meta">
        <span>
          {can.answer ? (
            <Trans>{by} chuyển công tác và đề nghị nhận vai trò này</Trans>
          ) : (
            <Trans>
              {who} đồng ý nhận từ {by}
            </Trans>
          )}
        </span>
        <Time at={at} />
      </div>
      <div className="btns">
        <Button
          size="xs"
          loading={decide.isPending && decide.variables.to === yes}
          onClick={() => decide.mutate({ id, to: yes })}
        >
          {can.answer ? <Trans>Nhận vai trò</Trans> : <Trans>Ghi vai trò</Trans>}
          <span className="vh">: {role}</span>
        </Button>
        <Button
          size="xs"
          variant="subtle"
          loading={decide.isPending && decide.variables.to === no}
          onClick={() => decide.mutate({ id, to: no })}
        >
          {can.answer ? <Trans>Không nhận</Trans> : <Trans>Không ghi</Trans>}
          <span className="vh">: {role}</span>
        </Button>
      </div>
      <ProblemLine error={decide.error} />
    </Row>
  );
}

/** Roles that a colleague who left asks to take over, and for coordinators those that were agreed to; nothing where none waits. */
export function Handovers() {
  const { t } = useLingui();
  const items = useQuery(query(handovers.list, {})).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={<Trans>Bàn giao vai trò</Trans>}>
      <Rows label={t`Bàn giao vai trò`}>
        {items.map((handover) => (
          <HandoverRow key={handover.id} handover={handover} />
        ))}
      </Rows>
    </Section>
  );
}
