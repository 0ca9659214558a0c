import type { Answer, Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { Section } from '../../ui/section.js';
import { AnswerItem } from './answer-item.js';
import { NewLine, NewSince } from './new-since.js';
import { useFresh } from './use-reading.js';

interface AnswerListProps {
  thread: Thread;
  answers: readonly Answer[];
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Error | null;
    fetchNextPage: () => unknown;
  };
  quote: (text: string) => void;
}

const Heading = ({ thread: { kind, answers } }: { thread: Thread }) => {
  if (answers === 0) return kind === 'discussion' ? <Trans>Phản hồi</Trans> : <Trans>Câu trả lời</Trans>;
  if (kind === 'discussion') return <Plural value={answers} other="# phản hồi" />;
  return <Plural value={answers} other="# câu trả lời" />;
};

const Order = ({ canonical }: { canonical: boolean }) =>
  canonical ? (
    <Trans>Được chọn trước, rồi trả lời chuẩn, rồi theo số lượt hữu ích</Trans>
  ) : (
    <Trans>Được chọn trước, rồi theo số lượt hữu ích</Trans>
  );

/** The answers: chosen ones first, then by votes; in a discussion in the order of time. */
export function AnswerList({ thread, answers, list, quote }: AnswerListProps) {
  const fresh = useFresh(thread, answers);
  const question = thread.kind === 'question';
  return (
    <Section
      title={<Heading thread={thread} />}
      aside={
        answers.length > 1 &&
        (question ? <Order canonical={thread.canonical > 0} /> : <Trans>Theo thứ tự thời gian</Trans>)
      }
    >
      {answers.length === 0 && (
        <p className="soft no-answers">
          {question && thread.state !== 'open' ? (
            <Trans>Chưa có câu trả lời</Trans>
          ) : question ? (
            <Trans>Chưa có câu trả lời. Câu trả lời ngắn cũng giúp được, bổ sung sau.</Trans>
          ) : (
            <Trans>Chưa có phản hồi nào.</Trans>
          )}
        </p>
      )}
      <NewSince thread={thread} answers={answers} fresh={fresh} />
      {answers.map((answer, at) => (
        <Fragment key={answer.id}>
          {!question && at > 0 && fresh.has(answer.id) && !fresh.has(answers[at - 1]!.id) && <NewLine />}
          <AnswerItem
            threadId={thread.id}
            mayAnswer={thread.can.answer}
            answer={answer}
            fresh={fresh.has(answer.id)}
            chooser={thread.own ? 'asker' : 'expert'}
            quote={quote}
          />
        </Fragment>
      ))}
      {list.hasNextPage && (
        <div className="more">
          <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {question ? <Trans>Xem thêm câu trả lời</Trans> : <Trans>Xem thêm phản hồi</Trans>}
          </Button>
          {list.isFetchNextPageError && <ProblemLine error={list.error} />}
        </div>
      )}
      {answers.length > 0 && (
        <p className="note post-note">
          <Trans>Ý kiến trao đổi nghiệp vụ, không thay văn bản hướng dẫn của cơ quan có thẩm quyền.</Trans>
        </p>
      )}
    </Section>
  );
}
