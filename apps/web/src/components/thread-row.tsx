import type { ThreadCard } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { AnswerCount } from './answer-count.js';
import { AudienceWord } from './audience-word.js';
import { DemoChip } from './demo-chip.js';
import { PersonChip } from './person-chip.js';
import { ThreadState } from './thread-state.js';
import { Time } from './time.js';
import { TopicLinks } from './topic-links.js';
import { paths } from '../lib/address.js';
import { Row } from '../ui/rows.js';
import { StateWord } from '../ui/state-word.js';
import './lists.css';

const Kind = ({ thread: { kind, state, pinned } }: { thread: ThreadCard }) => (
  <>
    {kind === 'question' ? <Trans>Câu hỏi</Trans> : <Trans>Thảo luận</Trans>}
    <span className="thread-row-state">
      <ThreadState state={state} />
    </span>
    {pinned && (
      <StateWord tone="off" icon="up">
        <Trans>Ghim</Trans>
      </StateWord>
    )}
  </>
);

interface ThreadRowProps {
  thread: ThreadCard;
  /** In a list of the newest: when it was asked, in place of what moved last. */
  newest?: boolean;
}

/** One question or discussion of a list: what it is, who asks, how far it has come, what moved last. */
export function ThreadRow({ thread, newest = false }: ThreadRowProps) {
  const { id, kind, title, author, topics, audience, activeAt, createdAt } = thread;
  const moved = thread.last !== null && !newest;
  const wide = audience.kind === 'public' || audience.kind === 'members';
  return (
    <Row
      kind={<Kind thread={thread} />}
      act={
        <span className="small soft nw">
          {moved ? <Trans>Hoạt động</Trans> : kind === 'question' ? <Trans>Hỏi</Trans> : <Trans>Đăng</Trans>}{' '}
          <Time at={moved ? activeAt : createdAt} />
        </span>
      }
    >
      <Link className="ttl" data-open to={paths.thread(id, title)}>
        {title}
      </Link>
      <div className="small soft">
        <PersonChip by={author} />
      </div>
      <div className="meta">
        <AnswerCount thread={thread} />
        {thread.canonical > 0 && (
          <span>
            <Trans>có trả lời chuẩn</Trans>
          </span>
        )}
        <TopicLinks topics={topics} />
        {!wide && <AudienceWord audience={audience} />}
        {thread.demo && <DemoChip />}
      </div>
    </Row>
  );
}
