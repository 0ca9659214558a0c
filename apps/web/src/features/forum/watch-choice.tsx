import type { Thread } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
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
  const levels: [Thread['watch'], string][] = [
    ['watch', t`Theo dõi`],
    ['normal', t`Bình thường`],
    ['mute', t`Tắt`],
  ];
  return (
    <div className="watch" role="group" aria-label={t`Thông báo về nội dung này`}>
      {levels.map(([level, word]) => (
        <Button
          key={level}
          size="xs"
          aria-pressed={thread.watch === level}
          onClick={() => send.mutate({ id: thread.id, level })}
        >
          {word}
        </Button>
      ))}
    </div>
  );
}
