import type { ThreadCard } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';

/** "2 câu trả lời · 1 được chọn"; in a discussion only how many replies. */
export function AnswerCount({ thread }: { thread: Pick<ThreadCard, 'kind' | 'answers' | 'accepted'> }) {
  const { kind, answers, accepted } = thread;
  if (answers === 0) return kind === 'question' ? <Trans>Chưa có câu trả lời</Trans> : <Trans>Chưa có phản hồi</Trans>;
  if (kind === 'discussion') return <Plural value={answers} other="# phản hồi" />;
  return (
    <span className="dot">
      <span>
        <Plural value={answers} other="# câu trả lời" />
      </span>
      {accepted > 0 && (
        <span>
          <Plural value={accepted} other="# được chọn" />
        </span>
      )}
    </span>
  );
}
