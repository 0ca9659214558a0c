import type { Answer } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useSend } from '../../lib/query.js';
import { threads, truth } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { tellProblem } from './tell-problem.js';

/** "Đánh dấu trả lời chuẩn" and its way back, for experts of the topic. */
export function CanonicalButton({ answer: { id, can } }: { answer: Answer }) {
  const { t } = useLingui();
  const tell = (message: string, run: () => void) =>
    void notify({ message, about: `canonical-${id}`, undo: { label: t`Hoàn tác`, run } });
  const change = { invalidates: [threads.read, threads.list], onProblem: tellProblem } as const;
  const unmark = useSend(truth.unmarkCanonical, {
    ...change,
    onDone: () => tell(t`Đã bỏ dấu trả lời chuẩn.`, () => mark.mutate({ id })),
  });
  const mark = useSend(truth.markCanonical, {
    ...change,
    onDone: () => tell(t`Đã đánh dấu trả lời chuẩn.`, () => unmark.mutate({ id })),
  });
  if (can.markCanonical)
    return (
      <Button size="xs" variant="subtle" loading={mark.isPending} onClick={() => mark.mutate({ id })}>
        <Trans>Đánh dấu trả lời chuẩn</Trans>
      </Button>
    );
  if (!can.unmarkCanonical) return null;
  return (
    <Button size="xs" variant="subtle" loading={unmark.isPending} onClick={() => unmark.mutate({ id })}>
      <Trans>Bỏ dấu trả lời chuẩn</Trans>
    </Button>
  );
}
