import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useSend } from '../../lib/query.js';
import { moderation, posts, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { tellProblem } from './tell-problem.js';

/** What stands where an author took his text back and replies remain; he may put it back. */
export function Tombstone({ id, mine }: { id: number; mine: boolean }) {
  const { t } = useLingui();
  const restore = useSend(posts.restore, {
    invalidates: [threads.read, threads.list, moderation.withheldPosts],
    onDone: () => void notify({ message: t`Đã khôi phục.` }),
    onProblem: tellProblem,
  });
  return (
    <p className="soft">
      <Trans>Nội dung đã được người viết xóa.</Trans>{' '}
      {mine && (
        <Button size="xs" variant="subtle" loading={restore.isPending} onClick={() => restore.mutate({ id })}>
          <Trans>Khôi phục</Trans>
        </Button>
      )}
    </p>
  );
}
