import type { Thread } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { WatchLevels } from '../../components/watch-levels.js';
import { useSend } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { tellProblem } from './tell-problem.js';
import { changeThread } from './thread-change.js';

/** Theo dõi · Bình thường · Tắt: shown at once. */
export function WatchChoice({ thread }: { thread: Thread }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const send = useSend(threads.watch, {
    optimistic: ({ level }) =>
      changeThread(client, thread.id, ({ watch, watchers }) => ({
        watch: level,
        watchers: watchers + Number(level === 'watch') - Number(watch === 'watch'),
      })),
    invalidates: [threads.read],
    onProblem: tellProblem,
  });
  return (
    <WatchLevels
      label={t`Thông báo về nội dung này`}
      level={thread.watch}
      choose={(level) => send.mutate({ id: thread.id, level })}
    />
  );
}
