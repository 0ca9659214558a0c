import type { Joining } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { PersonChip } from '../../components/person-chip.js';
import { ProblemLine } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { Row, Rows } from '../../ui/rows.js';
import { useSettle } from './use-settle.js';
import './spaces.css';

const DeclineDialog = later(async () => (await import('./decline-dialog.js')).DeclineDialog);

function Kind({ joining: { kind, can } }: { joining: Joining }) {
  if (kind === 'asked') return can.withdraw ? <Trans>Đã gửi đề nghị</Trans> : <Trans>Đề nghị vào nhóm</Trans>;
  return can.withdraw ? <Trans>Đã gửi lời mời</Trans> : <Trans>Lời mời vào nhóm</Trans>;
}

interface JoiningRowsProps {
  items: readonly Joining[];
  /** Names the group of each, where it does not follow from the page. */
  withGroup?: boolean;
}

/** Requests and invitations that wait, with what one may say to them. */
export function JoiningRows({ items, withGroup = false }: JoiningRowsProps) {
  const { t } = useLingui();
  const { accept, withdraw, error } = useSettle();
  const [declining, setDeclining] = useState<Joining>();
  return (
    <>
      <ProblemLine error={error} />
      <Rows label={t`Chờ trả lời`}>
        {items.map((joining) => {
          const { id, kind, group, spaceId, note, person, by, at, can } = joining;
          const name = kind === 'asked' ? (person.name ?? '') : group;
          return (
            <Row key={id} kind={<Kind joining={joining} />}>
              {withGroup && (
                <Link className="ttl" data-open to={paths.space(spaceId, group)}>
                  {group}
                </Link>
              )}
              {note && <p className="small measure">“{note}”</p>}
              <div className="meta">
                <PersonChip by={can.withdraw && kind === 'invited' ? person : by} />
                <Time at={at} />
              </div>
              <div className="btns joining">
                {can.accept && (
                  <Button
                    size="xs"
                    aria-label={kind === 'asked' ? t`Nhận ${name} vào nhóm` : t`Vào nhóm ${name}`}
                    loading={accept.isPending && accept.variables.id === id}
                    onClick={() => accept.mutate({ id })}
                  >
                    {kind === 'asked' ? <Trans>Nhận vào nhóm</Trans> : <Trans>Vào nhóm</Trans>}
                  </Button>
                )}
                {can.decline && (
                  <Button size="xs" onClick={() => setDeclining(joining)}>
                    {kind === 'asked' ? <Trans>Chưa nhận</Trans> : <Trans>Không vào</Trans>}
                    <span className="vh">: {name}</span>
                  </Button>
                )}
                {can.withdraw && (
                  <Button
                    size="xs"
                    loading={withdraw.isPending && withdraw.variables.id === id}
                    onClick={() => withdraw.mutate({ id })}
                  >
                    {kind === 'asked' ? <Trans>Rút đề nghị</Trans> : <Trans>Thu lại lời mời</Trans>}
                    <span className="vh">: {kind === 'asked' ? group : person.name}</span>
                  </Button>
                )}
              </div>
            </Row>
          );
        })}
      </Rows>
      {declining && <DeclineDialog joining={declining} close={() => setDeclining(undefined)} />}
    </>
  );
}
