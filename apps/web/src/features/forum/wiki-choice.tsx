import type { Answer } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useSend } from '../../lib/query.js';
import { history, threads } from '../../lib/routes.js';
import { tellProblem } from './tell-problem.js';

/** The author lets others change his answer, or keeps it to himself again. */
export function WikiChoice({ answer }: { answer: Answer }) {
  const send = useSend(history.setWiki, { invalidates: [threads.read], onProblem: tellProblem });
  if (!answer.can.wiki) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={send.isPending}
      onClick={() => send.mutate({ id: answer.id, wiki: !answer.wiki })}
    >
      {answer.wiki ? <Trans>Chỉ tác giả sửa</Trans> : <Trans>Cho nhiều người sửa</Trans>}
    </Button>
  );
}
