import type { instance as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Row, Rows } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';
import { Good } from './status-parts.js';

type Status = Result<typeof contract.status>;
type Queue = Status['queues'][number];

/** Work that has waited longer than this is stuck, or too much. */
const LATE_SECONDS = 300;

function QueueState({ queue: { failed, oldest } }: { queue: Status['queues'][number] }) {
  const minutes = Math.round(oldest / 60);
  if (failed > 0)
    return (
      <StateWord tone="bad" icon="warn">
        <Plural value={failed} other="# việc hỏng trong 24 giờ" />
      </StateWord>
    );
  if (oldest > LATE_SECONDS)
    return (
      <StateWord tone="due" icon="half">
        <Plural value={minutes} other="Chậm # phút" />
      </StateWord>
    );
  return <Good />;
}

const isBusy = ({ failed, waiting, oldest }: Queue) => failed > 0 || waiting > 0 || oldest > LATE_SECONDS;

/** The queues that have work or trouble; those at rest are one line, until somebody asks for them. */
export function Queues({ queues }: { queues: Queue[] }) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const shown = all ? queues : queues.filter(isBusy);
  const resting = queues.length - queues.filter(isBusy).length;
  return (
    <>
      {shown.length > 0 && (
        <Rows label={t`Việc đang chờ xử lý`}>
          {shown.map((queue) => (
            <Row key={queue.name} act={<QueueState queue={queue} />}>
              <code>{queue.name}</code>
              <div className="meta">
                <span>
                  <Plural value={queue.waiting} other="# việc đang chờ" />
                </span>
              </div>
            </Row>
          ))}
        </Rows>
      )}
      {!all && resting > 0 && (
        <p className="btns">
          <Good />
          <Plural value={resting} other="# hàng đợi không có việc chờ" />
          <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
            <Trans>Hiện tất cả</Trans>
          </Button>
        </p>
      )}
    </>
  );
}
