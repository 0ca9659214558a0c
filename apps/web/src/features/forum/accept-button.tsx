import type { Answer } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { Icon } from '../../ui/icons.js';
import { notify } from '../../ui/notify.js';
import { tellProblem } from './tell-problem.js';
import { changeAnswer } from './thread-change.js';

interface AcceptButtonProps {
  threadId: number;
  answer: Answer;
  /** As whom the choice is shown until the server says so. */
  as: NonNullable<Answer['accepted']>['by'];
}

/** "Chọn câu trả lời này" and "Bỏ chọn", each with its way back. */
export function AcceptButton({ threadId, answer, as }: AcceptButtonProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { id, can } = answer;
  const tell = (message: string, run: () => void) =>
    void notify({ message, about: `choice-${threadId}`, undo: { label: t`Hoàn tác`, run } });
  const show = (accepted: Answer['accepted']) => () =>
    changeAnswer(client, threadId, id, (shown) => ({
      accepted,
      can: { ...shown.can, accept: accepted === null, unaccept: accepted !== null },
    }));
  const unaccept = useSend(threads.unaccept, {
    invalidates: [threads.read],
    optimistic: show(null),
    onDone: () => tell(t`Đã bỏ chọn câu trả lời.`, () => accept.mutate({ id })),
    onProblem: tellProblem,
  });
  const accept = useSend(threads.accept, {
    invalidates: [threads.read],
    optimistic: show({ at: new Date().toISOString(), by: as, own: false }),
    onDone: () => tell(t`Đã chọn câu trả lời.`, () => unaccept.mutate({ id })),
    onProblem: tellProblem,
  });
  if (can.accept) {
    return (
      <Button size="xs" leftSection={<Icon name="check" />} onClick={() => accept.mutate({ id })}>
        <Trans>Chọn câu trả lời này</Trans>
      </Button>
    );
  }
  if (!can.unaccept) return null;
  return (
    <Button size="xs" variant="subtle" onClick={() => unaccept.mutate({ id })}>
      <Trans>Bỏ chọn</Trans>
    </Button>
  );
}
