import type { Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { PersonChip } from '../../components/person-chip.js';
import { useSend } from '../../lib/query.js';
import { returning, threads } from '../../lib/routes.js';
import { tellProblem } from './tell-problem.js';

/** Who asks or writes without name, for those who are told; he himself can show his name. */
export function Asker({ thread }: { thread: Thread }) {
  const show = useSend(returning.showName, { invalidates: [threads.read, threads.list], onProblem: tellProblem });
  const { asker, withoutName, own, can } = thread;
  const known = asker && !own ? [asker, ...withoutName] : withoutName;
  const hides = can.showName || (own && asker !== null);
  if (!hides && known.length === 0) return null;
  return (
    <div className="small soft">
      {known.map((by) => (
        <div key={by.personId}>
          <Trans>
            Điều hành viên được biết: <PersonChip by={by} />
          </Trans>
        </div>
      ))}
      {hides && <Trans>Đang ẩn tên và đơn vị.</Trans>}{' '}
      {can.showName && (
        <Button size="xs" variant="subtle" loading={show.isPending} onClick={() => show.mutate({ id: thread.id })}>
          <Trans>Hiện tên và đơn vị</Trans>
        </Button>
      )}
    </div>
  );
}
