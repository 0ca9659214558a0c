import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { useSend } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { tellProblem } from './tell-problem.js';

const CloseDialog = later(async () => (await import('./close-dialog.js')).CloseDialog);
const READ_AGAIN = [threads.read, threads.list] as const;

/** Closing with a reason, putting away, and opening again, for who may. */
export function StateActions({ thread }: { thread: Thread }) {
  const { t } = useLingui();
  const [closing, setClosing] = useState(false);
  const reopen = useSend(threads.reopen, {
    invalidates: READ_AGAIN,
    onDone: () => void notify({ message: t`Đã mở lại.` }),
    onProblem: tellProblem,
  });
  const archive = useSend(threads.archive, {
    invalidates: READ_AGAIN,
    onDone: () =>
      void notify({
        message: t`Đã lưu trữ.`,
        about: `archive-${thread.id}`,
        undo: { label: t`Hoàn tác`, run: () => reopen.mutate({ id: thread.id }) },
      }),
    onProblem: tellProblem,
  });
  return (
    <>
      {thread.can.close && (
        <Button size="xs" variant="subtle" onClick={() => setClosing(true)}>
          {thread.kind === 'question' ? <Trans>Đóng câu hỏi</Trans> : <Trans>Đóng thảo luận</Trans>}
        </Button>
      )}
      {thread.can.archive && (
        <Button
          size="xs"
          variant="subtle"
          loading={archive.isPending}
          onClick={() => archive.mutate({ id: thread.id })}
        >
          <Trans>Lưu trữ</Trans>
        </Button>
      )}
      {thread.can.reopen && (
        <Button size="xs" variant="subtle" loading={reopen.isPending} onClick={() => reopen.mutate({ id: thread.id })}>
          <Trans>Mở lại</Trans>
        </Button>
      )}
      {closing && <CloseDialog thread={thread} close={() => setClosing(false)} />}
    </>
  );
}
