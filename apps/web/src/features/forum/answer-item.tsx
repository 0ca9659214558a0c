import type { Answer } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { later } from '../../components/later.js';
import { Markdown } from '../../components/markdown.js';
import { AcceptButton } from './accept-button.js';
import { AnswerMargin } from './answer-margin.js';
import { BookmarkButton } from './bookmark-button.js';
import { CanonicalButton } from './canonical-button.js';
import { Comments } from './comments.js';
import { FileList } from './files/file-list.js';
import { HistoryButton } from './history-button.js';
import { PostMenu } from './post-menu.js';
import { QuoteButton } from './quote-button.js';
import { StillTrue } from './still-true.js';
import { Tombstone } from './tombstone.js';
import { VoteButton } from './vote-button.js';
import { WikiChoice } from './wiki-choice.js';

const EditPost = later(async () => (await import('./edit-post.js')).EditPost);

interface AnswerItemProps {
  threadId: number;
  /** Whether the reader may answer, and so quote. */
  mayAnswer: boolean;
  answer: Answer;
  /** Came since the reader was here last. */
  fresh: boolean;
  chooser: 'asker' | 'expert';
  quote: (text: string) => void;
}

/** One answer, with who gave it beside it; a chosen one has the moss bar. Drawn anew only when it changes itself: there may be 500. */
export const AnswerItem = memo(function AnswerItem(props: AnswerItemProps) {
  const { threadId, mayAnswer, answer, fresh, chooser, quote } = props;
  const [editing, setEditing] = useState(false);
  const [commenting, setCommenting] = useState(false);
  const { can, accepted, canonical, comments } = answer;
  return (
    <article
      id={`tra-loi-${answer.id}`}
      tabIndex={-1}
      data-row
      className={accepted || canonical ? 'post acc' : 'post'}
      aria-label={answer.author.name ?? answer.author.title}
    >
      <AnswerMargin answer={answer} fresh={fresh} />
      <div>
        {editing ? (
          <EditPost post={answer} kind="answer" close={() => setEditing(false)} />
        ) : answer.deleted ? (
          <Tombstone id={answer.id} mine={can.restore} />
        ) : (
          <>
            {answer.title && (
              <p className="merged">
                <span className="small soft">
                  <Trans>Câu hỏi được gộp vào đây</Trans>
                </span>
                <br />
                <b>{answer.title}</b>
              </p>
            )}
            <Markdown html={answer.html} explained />
            <FileList files={answer.files} html={answer.html} />
          </>
        )}
        <StillTrue answer={answer} />
        <Comments
          threadId={threadId}
          parentId={answer.id}
          comments={comments}
          writing={commenting}
          close={() => setCommenting(false)}
        />
        <div className="acts">
          {!answer.deleted && <VoteButton threadId={threadId} post={answer} />}
          <AcceptButton threadId={threadId} answer={answer} as={chooser} />
          <CanonicalButton answer={answer} />
          {can.comment && (
            <Button size="xs" variant="subtle" aria-expanded={commenting} onClick={() => setCommenting(true)}>
              <Trans>Góp ý</Trans>
            </Button>
          )}
          {mayAnswer && !answer.deleted && <QuoteButton postId={answer.id} quote={quote} />}
          <BookmarkButton post={answer} />
          {!answer.deleted && <HistoryButton postId={answer.id} editedAt={answer.editedAt} />}
          <WikiChoice answer={answer} />
          {can.edit && !editing && (
            <Button size="xs" variant="subtle" onClick={() => setEditing(true)}>
              <Trans>Sửa</Trans>
            </Button>
          )}
          <PostMenu post={{ id: answer.id, threadId, kind: 'answer', can }} />
        </div>
      </div>
    </article>
  );
});
