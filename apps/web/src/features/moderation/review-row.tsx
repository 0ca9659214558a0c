import type { Review } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFlagReasons } from '../../components/flag-reasons.js';
import { later } from '../../components/later.js';
import { PersonChip } from '../../components/person-chip.js';
import { ProblemLine } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { useSend } from '../../lib/query.js';
import { moderation } from '../../lib/routes.js';
import { Row } from '../../ui/rows.js';
import { StateWord, type Tone } from '../../ui/state-word.js';
import type { IconName } from '../../ui/icons.js';

const DecideDialog = later(async () => (await import('./decide-dialog.js')).DecideDialog);

function ReviewState({ state }: Pick<Review, 'state'>) {
  const { t } = useLingui();
  const looks: Record<Review['state'], [Tone, IconName, string]> = {
    open: ['due', 'half', t`Chờ xem lại`],
    claimed: ['on', 'open', t`Đang xem lại`],
    deferred: ['off', 'half', t`Để lại`],
    upheld: ['off', 'cross', t`Đã ẩn bài`],
    rejected: ['ok', 'checkRing', t`Đã giữ bài`],
  };
  const [tone, icon, word] = looks[state];
  return (
    <StateWord tone={tone} icon={icon}>
      {word}
    </StateWord>
  );
}

/** One post that was flagged: what it says, who flagged it why, and the next thing to do. */
export function ReviewRow({ review }: { review: Review }) {
  const reasons = useFlagReasons();
  const [deciding, setDeciding] = useState(false);
  const claim = useSend(moderation.claim, { invalidates: [moderation.reviews] });
  const { id, state, postId, threadId, title, excerpt, author, flags, claimedBy, note, can } = review;
  const where = postId === threadId ? paths.thread(threadId, title) : paths.post(threadId, postId, title);
  return (
    <Row
      kind={<ReviewState state={state} />}
      act={
        <>
          {can.claim && (
            <Button size="xs" loading={claim.isPending} onClick={() => claim.mutate({ id })}>
              <Trans>Nhận xem lại</Trans>
            </Button>
          )}
          {can.decide && (
            <Button size="xs" onClick={() => setDeciding(true)}>
              <Trans>Quyết định</Trans>
            </Button>
          )}
        </>
      }
    >
      {state === 'upheld' ? (
        <span className="ttl">{title}</span>
      ) : (
        <Link className="ttl" data-open to={where}>
          {title}
        </Link>
      )}
      <p className="small soft measure">{excerpt}</p>
      <div className="meta">
        <PersonChip by={author} />
        {claimedBy && (
          <span>
            <Trans>Người xem lại: {claimedBy.name}</Trans>
          </span>
        )}
      </div>
      {flags.map((flag) => (
        <div key={`${flag.by} ${flag.at}`} className="meta">
          <b>{reasons[flag.reason]}</b>
          {flag.note && <span>{flag.note}</span>}
          <span>
            {flag.by}, <Time at={flag.at} />
          </span>
        </div>
      ))}
      {note && <p className="small measure">{note}</p>}
      {claim.error && <ProblemLine error={claim.error} />}
      {deciding && <DecideDialog review={review} close={() => setDeciding(false)} />}
    </Row>
  );
}
