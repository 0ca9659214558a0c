import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMe } from '../../lib/session.js';

/** To the asker, while nobody has answered: what he could still add, by name. */
export function MissingFacts({ thread, add }: { thread: Thread; add: () => void }) {
  const { t } = useLingui();
  const me = useMe().person;
  const { context, author, can, answers, kind } = thread;
  const missing = [
    !context.system && t`hệ thống`,
    !context.legalBasis && t`căn cứ đang dùng`,
    !context.tried && t`việc đã thử`,
    !context.needBy && t`ngày cần trước`,
  ].filter((fact) => fact !== false);
  const waits = kind === 'question' && answers === 0 && can.edit && me?.id === author.personId;
  if (!waits || missing.length === 0) return null;
  const facts = missing.join(', ');
  return (
    <p className="small soft missing">
      <Trans>Để được trả lời nhanh hơn, có thể thêm: {facts}.</Trans>{' '}
      <Button size="xs" variant="subtle" onClick={add}>
        <Trans>Bổ sung</Trans>
      </Button>
    </p>
  );
}
