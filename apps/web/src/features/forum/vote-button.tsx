import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useFormat } from '../../lib/format.js';
import { useSend } from '../../lib/query.js';
import { posts } from '../../lib/routes.js';
import { Icon } from '../../ui/icons.js';
import { tellProblem } from './tell-problem.js';
import { changeVote } from './thread-change.js';

interface VoteButtonProps {
  threadId: number;
  post: { id: number; helpful: number; voted: boolean; can: { vote: boolean } };
}

/** "Hữu ích · 12": shown at once, taken back when the server refuses. Without the right to vote it is only the number. */
export function VoteButton({ threadId, post }: VoteButtonProps) {
  const client = useQueryClient();
  const format = useFormat();
  const shown = (voted: boolean) => ({
    optimistic: () =>
      changeVote(client, threadId, post.id, ({ helpful, voted: before }) => ({
        voted,
        helpful: helpful + Number(voted) - Number(before),
      })),
    onDone: (votes: { helpful: number; voted: boolean }) => void changeVote(client, threadId, post.id, () => votes),
    onProblem: tellProblem,
  });
  const vote = useSend(posts.vote, shown(true));
  const unvote = useSend(posts.unvote, shown(false));
  const count = format.number(post.helpful);
  if (!post.can.vote) {
    if (post.helpful === 0) return null;
    return (
      <span className="small soft">
        <Trans>Hữu ích · {count}</Trans>
      </span>
    );
  }
  const toggle = () => (post.voted ? unvote : vote).mutate({ id: post.id });
  return (
    <Button
      size="xs"
      aria-pressed={post.voted}
      leftSection={<Icon name={post.voted ? 'check' : 'up'} />}
      onClick={toggle}
    >
      <Trans>Hữu ích · {count}</Trans>
    </Button>
  );
}
