import type { Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { Icon } from '../../ui/icons.js';
import { tellProblem } from './tell-problem.js';
import { changeThread } from './thread-change.js';

/** "Đơn vị tôi cũng gặp · 5 đơn vị": counts organisations, so the number itself comes from the server. */
export function MeTooButton({ thread }: { thread: Thread }) {
  const client = useQueryClient();
  const shown = (metoo: boolean) => ({
    optimistic: () => changeThread(client, thread.id, () => ({ metoo })),
    onDone: (counted: { meToo: number; metoo: boolean }) => void changeThread(client, thread.id, () => counted),
    onProblem: tellProblem,
  });
  const add = useSend(threads.addMeToo, shown(true));
  const remove = useSend(threads.removeMeToo, shown(false));
  if (!thread.can.meToo && !thread.metoo) return null;
  const toggle = () => (thread.metoo ? remove : add).mutate({ id: thread.id });
  return (
    <Button size="xs" aria-pressed={thread.metoo} leftSection={thread.metoo && <Icon name="check" />} onClick={toggle}>
      <Trans>Đơn vị tôi cũng gặp</Trans>
      {thread.meToo > 0 && (
        <>
          {' · '}
          <Plural value={thread.meToo} other="# đơn vị" />
        </>
      )}
    </Button>
  );
}
