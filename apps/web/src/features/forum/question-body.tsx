import type { Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { later } from '../../components/later.js';
import { Markdown } from '../../components/markdown.js';
import { PersonChip } from '../../components/person-chip.js';
import { useFormat } from '../../lib/format.js';
import { Facts } from '../../ui/rows.js';
import { Asker } from './asker.js';
import { BookmarkButton } from './bookmark-button.js';
import { Comments } from './comments.js';
import { FileList } from './files/file-list.js';
import { HistoryButton } from './history-button.js';
import { MissingFacts } from './missing-facts.js';
import { MeTooButton } from './me-too-button.js';
import { PostMenu } from './post-menu.js';
import { StateActions } from './state-actions.js';
import { Tombstone } from './tombstone.js';
import { VoteButton } from './vote-button.js';

const EditThread = later(async () => (await import('./edit-thread.js')).EditThread);

/** The question itself: who asks, what he adds to be answered faster, the text, and what a reader can do. */
export function QuestionBody({ thread }: { thread: Thread }) {
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const [commenting, setCommenting] = useState(false);
  const { author, context, meToo, can, kind } = thread;
  if (editing) return <EditThread thread={thread} close={() => setEditing(false)} />;
  return (
    <article aria-label={thread.title}>
      <Facts
        wide
        items={[
          [
            kind === 'question' ? <Trans>Người hỏi</Trans> : <Trans>Người mở</Trans>,
            thread.deleted ? null : (
              <Fragment key="by">
                <PersonChip by={author} />
                <Asker thread={thread} />
              </Fragment>
            ),
          ],
          [<Trans key="system">Hệ thống</Trans>, context.system],
          [<Trans key="basis">Căn cứ đang dùng</Trans>, context.legalBasis],
          [<Trans key="tried">Đã thử</Trans>, context.tried && <span className="lines">{context.tried}</span>],
          [<Trans key="need">Cần trước</Trans>, context.needBy && format.date(context.needBy)],
        ]}
      />
      <div className="mcol question-text">
        <div className="mnote">
          {meToo > 0 && (
            <>
              <b>
                <Plural value={meToo} other="# đơn vị" />
              </b>
              <br />
              <Trans>cũng gặp việc này</Trans>
            </>
          )}
        </div>
        <div>
          {thread.deleted ? <Tombstone id={thread.id} mine={can.restore} /> : <Markdown html={thread.html} explained />}
          <FileList files={thread.files} html={thread.html} />
          {!thread.deleted && <MissingFacts thread={thread} add={() => setEditing(true)} />}
          <Comments
            threadId={thread.id}
            parentId={thread.id}
            comments={thread.threadComments}
            writing={commenting}
            close={() => setCommenting(false)}
          />
          <div className="acts">
            <VoteButton threadId={thread.id} post={thread} />
            <MeTooButton thread={thread} />
            {can.comment && (
              <Button size="xs" variant="subtle" aria-expanded={commenting} onClick={() => setCommenting(true)}>
                <Trans>Góp ý</Trans>
              </Button>
            )}
            <BookmarkButton post={thread} />
            <HistoryButton postId={thread.id} editedAt={thread.editedAt} />
            {can.edit && (
              <Button size="xs" variant="subtle" onClick={() => setEditing(true)}>
                <Trans>Sửa</Trans>
              </Button>
            )}
            <StateActions thread={thread} />
            <PostMenu post={{ id: thread.id, threadId: thread.id, kind, can, thread }} />
          </div>
        </div>
      </div>
    </article>
  );
}
