import type { Change } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { PersonChip } from '../../components/person-chip.js';
import { ProblemLine } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { query } from '../../lib/query.js';
import { history } from '../../lib/routes.js';
import { Scrolls } from '../../ui/scrolls.js';
import { Skeleton } from '../../ui/skeleton.js';
import './coming-back.css';

/** Words that came and went: marked by colour, by a line and, for screen readers, by their element. */
const Changes = ({ changes }: { changes: readonly Change[] }) =>
  changes.map(({ kind, text }, at) => {
    if (kind === 'same') return <span key={at}>{text}</span>;
    return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
  });

function Compared({ postId, number }: { postId: number; number: number }) {
  const { t } = useLingui();
  const revision = useQuery(query(history.readRevision, { id: postId, number }));
  if (revision.error) return <ProblemLine error={revision.error} />;
  if (!revision.data) return <Skeleton lines={5} label={t`Đang tải`} />;
  const { title, text } = revision.data;
  return (
    <Scrolls className="revision" label={t`Nội dung đã đổi`}>
      {title.length > 0 && (
        <p className="side-title">
          <Changes changes={title} />
        </p>
      )}
      <p className="lines">
        <Changes changes={text} />
      </p>
    </Scrolls>
  );
}

/** Who changed a post and when, and word by word what. */
export function HistoryDialog({ postId, close }: { postId: number; close: () => void }) {
  const { t } = useLingui();
  const list = useQuery({ ...query(history.history, { id: postId }), staleTime: 0 });
  const [chosen, setChosen] = useState<number>();
  const items = list.data?.items ?? [];
  const number = chosen ?? items[0]?.number;
  return (
    <Dialog title={t`Lịch sử sửa`} close={close}>
      <div className="dialog">
        {list.error && <ProblemLine error={list.error} />}
        {list.isPending && !list.error && <Skeleton lines={4} label={t`Đang tải`} />}
        {list.data && items.length === 0 && (
          <p className="soft">
            <Trans>Chỉ có sửa nhỏ ngay sau khi đăng, không lưu thành bản riêng.</Trans>
          </p>
        )}
        <ol className="revisions">
          {items.map((revision) => (
            <li key={revision.number}>
              <Button
                size="xs"
                variant="default"
                aria-pressed={revision.number === number}
                onClick={() => setChosen(revision.number)}
              >
                {revision.number === 1 ? <Trans>Bản đầu</Trans> : <Trans>Bản {revision.number}</Trans>}
              </Button>
              <span className="small">
                <PersonChip by={revision.by} />
                {' · '}
                <Time at={revision.at} full />
              </span>
            </li>
          ))}
        </ol>
        {number !== undefined && <Compared postId={postId} number={number} />}
        <div className="btns">
          <Button onClick={close}>
            <Trans>Đóng</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
