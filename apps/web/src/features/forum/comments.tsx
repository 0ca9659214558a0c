import type { Comment } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { Markdown } from '../../components/markdown.js';
import { PersonMark, PersonName } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { HistoryButton } from './history-button.js';
import { PostMenu } from './post-menu.js';

const CommentForm = later(async () => (await import('./comment-form.js')).CommentForm);
const EditPost = later(async () => (await import('./edit-post.js')).EditPost);

function CommentItem({ comment, threadId }: { comment: Comment; threadId: number }) {
  const [editing, setEditing] = useState(false);
  const { author } = comment;
  return (
    <li id={`bai-${comment.id}`} className="quiet" tabIndex={-1}>
      <div className="soft">
        <PersonName by={author} />
        {author.organisation && `, ${author.organisation}`} <PersonMark mark={author.mark} />
        {' · '}
        <span className="note nw">
          <Time at={comment.createdAt} />
          {comment.editedAt && (
            <>
              {' · '}
              <Trans>đã sửa</Trans>
            </>
          )}
        </span>
      </div>
      {editing ? (
        <EditPost post={comment} kind="comment" close={() => setEditing(false)} />
      ) : (
        <Markdown html={comment.html} compact />
      )}
      <HistoryButton postId={comment.id} editedAt={comment.editedAt} />
      {comment.can.edit && !editing && (
        <Button size="xs" variant="subtle" onClick={() => setEditing(true)}>
          <Trans>Sửa</Trans>
        </Button>
      )}
      <PostMenu post={{ id: comment.id, threadId, kind: 'comment', can: comment.can }} />
    </li>
  );
}

interface CommentsProps {
  threadId: number;
  parentId: number;
  comments: readonly Comment[];
  writing: boolean;
  close: () => void;
}

/** Comments under a question or an answer, and the place to add one. */
export function Comments({ threadId, parentId, comments, writing, close }: CommentsProps) {
  return (
    <>
      {comments.length > 0 && (
        <ul className="cmt">
          {comments.map((comment) => (
            <CommentItem key={comment.id} comment={comment} threadId={threadId} />
          ))}
        </ul>
      )}
      {writing && <CommentForm threadId={threadId} parentId={parentId} close={close} />}
    </>
  );
}
