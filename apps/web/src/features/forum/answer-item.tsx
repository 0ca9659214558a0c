import type { Answer, Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Markdown } from '../../components/markdown.js';
import { PersonChip } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { StateWord } from '../../ui/state-word.js';
import { AcceptButton } from './accept-button.js';
import { Comments } from './comments.js';
import { EditPost } from './edit-post.js';
import { QuoteButton } from './quote-button.js';
import { VoteButton } from './vote-button.js';

const by = {
  asker: <Trans>bởi người hỏi</Trans>,
  expert: <Trans>bởi chuyên gia chủ đề</Trans>,
  moderator: <Trans>bởi điều hành viên</Trans>,
};

function Margin({ answer }: { answer: Answer }) {
  const format = useFormat();
  const { accepted, author, createdAt, editedAt } = answer;
  return (
    <div className="mnote">
      {accepted && (
        <div className="chosen">
          <StateWord tone="ok" icon="checkRing">
            <Trans>Được chọn</Trans>
          </StateWord>
          <div>
            {by[accepted.by]}, {format.date(accepted.at)}
          </div>
        </div>
      )}
      <PersonChip by={author} as="margin" />
      <a className="when" href={`#tra-loi-${answer.id}`}>
        <Time at={createdAt} full />
      </a>
      {editedAt && (
        <div>
          <Trans>đã sửa</Trans> <Time at={editedAt} />
        </div>
      )}
    </div>
  );
}

interface AnswerItemProps {
  thread: Thread;
  answer: Answer;
  chooser: 'asker' | 'expert';
  quote: (text: string) => void;
}

/** One answer, with who gave it beside it; a chosen one has the moss bar. */
export function AnswerItem({ thread, answer, chooser, quote }: AnswerItemProps) {
  const [editing, setEditing] = useState(false);
  const [commenting, setCommenting] = useState(false);
  const { can, accepted, comments } = answer;
  return (
    <article
      id={`tra-loi-${answer.id}`}
      tabIndex={-1}
      data-row
      className={accepted ? 'post acc' : 'post'}
      aria-label={answer.author.name ?? answer.author.title}
    >
      <Margin answer={answer} />
      <div>
        {editing ? (
          <EditPost post={answer} kind="answer" close={() => setEditing(false)} />
        ) : (
          <Markdown html={answer.html} />
        )}
        <Comments
          threadId={thread.id}
          parentId={answer.id}
          comments={comments}
          writing={commenting}
          close={() => setCommenting(false)}
        />
        <div className="acts">
          <VoteButton threadId={thread.id} post={answer} />
          <AcceptButton threadId={thread.id} answer={answer} as={chooser} />
          {can.comment && (
            <Button size="xs" variant="subtle" aria-expanded={commenting} onClick={() => setCommenting(true)}>
              <Trans>Góp ý</Trans>
            </Button>
          )}
          {thread.can.answer && <QuoteButton postId={answer.id} quote={quote} />}
          {can.edit && !editing && (
            <Button size="xs" variant="subtle" onClick={() => setEditing(true)}>
              <Trans>Sửa</Trans>
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}
