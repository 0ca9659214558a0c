import type { moderation as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useFormat } from '../lib/format.js';
import { useSend } from '../lib/query.js';
import { moderation, posts, threads } from '../lib/routes.js';
import { notify } from '../ui/notify.js';
import { Row } from '../ui/rows.js';
import { ProblemLine } from './problem-view.js';
import { useFlagReasons, type FlagReason } from './flag-reasons.js';
import { Time } from './time.js';

type Withheld = Result<typeof contract.withheldPosts>['items'][number];

const kinds = {
  question: <Trans>Câu hỏi</Trans>,
  discussion: <Trans>Thảo luận</Trans>,
  answer: <Trans>Câu trả lời</Trans>,
  comment: <Trans>Góp ý</Trans>,
};

/** A post that was hidden or deleted, and can come back until a day. */
export function WithheldRow({ withheld }: { withheld: Withheld }) {
  const { t } = useLingui();
  const format = useFormat();
  const reasons: Record<string, string> = useFlagReasons() satisfies Record<FlagReason, string>;
  const restore = useSend(posts.restore, {
    invalidates: [moderation.withheldPosts, threads.read, threads.list],
    onDone: () => void notify({ message: t`Đã khôi phục.` }),
  });
  const { id, kind, what, title, excerpt, reason, at, until, can } = withheld;
  const last = format.date(until);
  return (
    <Row
      kind={kinds[what]}
      act={
        can.restore && (
          <Button size="xs" loading={restore.isPending} onClick={() => restore.mutate({ id })}>
            <Trans>Khôi phục</Trans>
          </Button>
        )
      }
    >
      <span className="ttl">{title}</span>
      {excerpt && <p className="small soft measure">{excerpt}</p>}
      <div className="meta">
        <span>
          {kind === 'hidden' ? <Trans>Đã ẩn</Trans> : <Trans>Đã xóa</Trans>} <Time at={at} />
        </span>
        {reason && (
          <span>
            <Trans>Lý do: {reasons[reason] ?? reason}</Trans>
          </span>
        )}
        <span>
          <Trans>khôi phục được đến {last}</Trans>
        </span>
      </div>
      {restore.error && <ProblemLine error={restore.error} />}
    </Row>
  );
}
