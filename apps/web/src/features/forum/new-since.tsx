import type { Answer, Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import './coming-back.css';

interface NewSinceProps {
  thread: Thread;
  answers: readonly Answer[];
  fresh: ReadonlySet<number>;
}

/** "Mới từ lần đọc trước": how much, and the way to the first of it. */
export function NewSince({ thread, answers, fresh }: NewSinceProps) {
  const first = answers.find(({ id }) => fresh.has(id));
  if (!first) return null;
  return (
    <p className="small new-since" role="status">
      <b>
        <Trans>Mới từ lần đọc trước:</Trans>
      </b>{' '}
      <a href={`#tra-loi-${first.id}`}>
        {thread.kind === 'question' ? (
          <Plural value={fresh.size} other="# câu trả lời" />
        ) : (
          <Plural value={fresh.size} other="# phản hồi" />
        )}
      </a>
    </p>
  );
}

/** The line before the first reply that is new. */
export const NewLine = () => (
  <p className="new-line">
    <Trans>Mới từ lần đọc trước</Trans>
  </p>
);
