import type { Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { PersonChip } from '../../components/person-chip.js';
import { useSend } from '../../lib/query.js';
import { returning, threads } from '../../lib/routes.js';
import { tellProblem } from './tell-problem.js';

/** Who asks without name, for those who are told; the asker can show his name. */
export function Asker({ thread }: { thread: Thread }) {
  const show = useSend(returning.showName, { invalidates: [threads.read, threads.list], onProblem: tellProblem });
  if (!thread.asker) return null;
  return (
    <div className="small soft">
      {thread.own ? (
        <Trans>Đang ẩn tên và đơn vị.</Trans>
      ) : (
        <Trans>
          Điều hành viên được biết: <PersonChip by={thread.asker} />
        </Trans>
      )}{' '}
      {thread.can.showName && (
        <Button size="xs" variant="subtle" loading={show.isPending} onClick={() => show.mutate({ id: thread.id })}>
          <Trans>Hiện tên và đơn vị</Trans>
        </Button>
      )}
    </div>
  );
}
