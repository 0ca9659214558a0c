import type { Notification } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { InvitationReplies } from '../../components/invitation-replies.js';
import { PersonChip } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { paths } from '../../lib/address.js';
import { Row } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';

const words: Record<Notification['kind'], ReactNode> = {
  answer: <Trans>Câu trả lời mới</Trans>,
  comment: <Trans>Góp ý mới</Trans>,
  mention: <Trans>Được nhắc tên</Trans>,
  accepted: <Trans>Câu trả lời được chọn</Trans>,
  closed: <Trans>Đã đóng</Trans>,
  asked: <Trans>Câu hỏi mới</Trans>,
  invited: <Trans>Mời trả lời</Trans>,
  reminder: <Trans>Nhắc xem lại</Trans>,
  flag: <Trans>Bài đã báo được xem lại</Trans>,
  hidden: <Trans>Bài đã được ẩn</Trans>,
  canonical: <Trans>Đánh dấu trả lời chuẩn</Trans>,
  doubted: <Trans>Báo không còn đúng</Trans>,
  join_asked: <Trans>Đề nghị vào nhóm</Trans>,
  join_invited: <Trans>Mời vào nhóm</Trans>,
  join_accepted: <Trans>Đã được nhận vào nhóm</Trans>,
  join_declined: <Trans>Chưa được nhận vào nhóm</Trans>,
  join_lapsed: <Trans>Đề nghị vào nhóm đã hết hạn</Trans>,
  duplicate: <Trans>Câu hỏi được đánh dấu trùng</Trans>,
  moved: <Trans>Đã chuyển nơi đăng</Trans>,
  move_asked: <Trans>Đề nghị chuyển nơi đăng</Trans>,
  move_refused: <Trans>Chưa đồng ý chuyển nơi đăng</Trans>,
  split: <Trans>Câu trả lời được tách thành mục mới</Trans>,
  merged: <Trans>Câu hỏi được gộp thành câu trả lời</Trans>,
};

const outcomes: Record<NonNullable<Notification['outcome']>, ReactNode> = {
  upheld: <Trans>Kết quả: bài đã được ẩn.</Trans>,
  rejected: <Trans>Kết quả: bài được giữ lại.</Trans>,
  deferred: <Trans>Kết quả: sẽ xem lại sau.</Trans>,
};

interface NotificationRowProps {
  notification: Notification;
  read: () => void;
}

/** One thing that happened; opening it marks it read. */
export function NotificationRow({ notification, read }: NotificationRowProps) {
  const { kind, at, readAt, threadId, threadKind, spaceId, postId, title, excerpt, by, outcome } = notification;
  const unread = readAt === null;
  const group = spaceId === null ? paths.groups : paths.space(spaceId, title);
  return (
    <Row
      kind={
        <>
          {kind === 'answer' && threadKind === 'discussion' ? <Trans>Phản hồi mới</Trans> : words[kind]}
          {unread && (
            <span className="told-state">
              <StateWord tone="on" icon="open">
                <Trans>Chưa đọc</Trans>
              </StateWord>
            </span>
          )}
        </>
      }
      act={
        unread && (
          <Button size="xs" variant="subtle" onClick={read}>
            <Trans>Đánh dấu đã đọc</Trans>
          </Button>
        )
      }
    >
      <Link
        className={unread ? 'ttl told-new' : 'ttl'}
        data-open
        to={threadId === null ? group : paths.thread(threadId, title)}
        {...(postId !== null && postId !== threadId && { hash: `bai-${postId}` })}
        onClick={unread ? read : undefined}
      >
        {title}
      </Link>
      {outcome && <p className="small soft measure">{outcomes[outcome]}</p>}
      {excerpt && <p className="small soft measure">{excerpt}</p>}
      {kind === 'invited' && threadId !== null && <InvitationReplies threadId={threadId} />}
      <div className="meta">
        {(kind === 'flag' || kind === 'hidden') && <Trans>Điều hành viên</Trans>}
        {kind === 'join_lapsed' && <Trans>Quá 30 ngày chưa có trả lời, có thể đề nghị lại</Trans>}
        {by.name !== null || by.title ? <PersonChip by={by} /> : null}
        <Time at={at} />
      </div>
    </Row>
  );
}
