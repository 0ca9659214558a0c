import type { home as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { InvitationReplies } from '../../components/invitation-replies.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { ButtonLink } from '../../ui/button-link.js';
import { KeyHint } from '../../ui/key-hint.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

type Duty = Result<typeof contract.home>['duties'][number];

/** Where it is done: the thread, or the form of a question that was begun. */
const placeOf = ({ id, title }: Duty) => (id === null ? paths.ask : paths.thread(id, title));

function KindWord({ kind }: Pick<Duty, 'kind'>) {
  if (kind === 'unanswered') return <Trans>Chưa có trả lời</Trans>;
  if (kind === 'choose') return <Trans>Chọn câu trả lời</Trans>;
  if (kind === 'draft') return <Trans>Bản nháp</Trans>;
  if (kind === 'invited') return <Trans>Mời trả lời</Trans>;
  if (kind === 'doubted')
    return (
      <StateWord tone="due" icon="half">
        <Trans>Cần xem lại</Trans>
      </StateWord>
    );
  return (
    <StateWord tone="due" icon="half">
      <Trans>Quá 3 ngày làm việc</Trans>
    </StateWord>
  );
}

function Deed({ kind }: Pick<Duty, 'kind'>) {
  if (kind === 'unanswered' || kind === 'invited') return <Trans>Trả lời</Trans>;
  if (kind === 'choose') return <Trans>Xem và chọn</Trans>;
  if (kind === 'draft') return <Trans>Viết tiếp</Trans>;
  if (kind === 'doubted') return <Trans>Xem lại</Trans>;
  return <Trans>Xem câu hỏi</Trans>;
}

function DoneWord({ kind }: Pick<Duty, 'kind'>) {
  if (kind === 'draft') return <Trans>Đã lưu</Trans>;
  if (kind === 'doubted') return <Trans>Báo</Trans>;
  return kind === 'invited' ? <Trans>Mời</Trans> : <Trans>Hỏi</Trans>;
}

/** One thing that waits, with the one thing to do. */
export function DutyRow({ duty, first = false }: { duty: Duty; first?: boolean }) {
  const { t } = useLingui();
  return (
    <Row
      kind={<KindWord kind={duty.kind} />}
      act={
        <ButtonLink to={placeOf(duty)} size="xs" variant={first ? 'filled' : 'default'}>
          <Deed kind={duty.kind} />
        </ButtonLink>
      }
    >
      <Link className="ttl" data-open to={placeOf(duty)}>
        {duty.title || t`Câu hỏi chưa có tiêu đề`}
      </Link>
      <div className="meta">
        <span>{duty.reason}</span>
        <span>
          <DoneWord kind={duty.kind} /> <Time at={duty.at} />
        </span>
      </div>
      {duty.kind === 'invited' && duty.id !== null && <InvitationReplies threadId={duty.id} />}
    </Row>
  );
}

/** "Việc cần xử lý": at most five, oldest first, each with the one thing to do. */
export function Duties({ duties }: { duties: Duty[] }) {
  const { t } = useLingui();
  const late = duties.filter(({ kind }) => kind === 'overdue').length;
  return (
    <Section
      title={<Trans>Việc cần xử lý</Trans>}
      hint={
        <>
          <Plural value={duties.length} other="# việc" />
          {late > 0 && (
            <>
              {', '}
              <Plural value={late} other="# việc quá 3 ngày làm việc" />
            </>
          )}
        </>
      }
      aside={
        <>
          <KeyHint keys={['j', 'k']}>
            <Trans>chọn</Trans>
          </KeyHint>{' '}
          <KeyHint keys={['Enter']}>
            <Trans context="phím">mở</Trans>
          </KeyHint>
        </>
      }
    >
      <Rows label={t`Việc cần xử lý`}>
        {duties.map((duty, at) => (
          <DutyRow key={`${duty.kind}-${duty.id}-${duty.draftKey}`} duty={duty} first={at === 0} />
        ))}
      </Rows>
    </Section>
  );
}
