import type { Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { AudienceWord } from '../../components/audience-word.js';
import { DemoChip } from '../../components/demo-chip.js';
import { ThreadState } from '../../components/thread-state.js';
import { Time } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { Banner } from '../../ui/banner.js';
import { useCloseReasons } from './close-reasons.js';

/** Under the title: state, when, how often read, who may read; and why it is closed. */
export function ThreadMeta({ thread }: { thread: Thread }) {
  const { state, accepted, createdAt, editedAt, views, audience, demo, closed, kind } = thread;
  const format = useFormat();
  const reasons = useCloseReasons();
  const asked = format.date(createdAt);
  return (
    <>
      <div className="meta thread-meta">
        <ThreadState state={state}>
          {accepted > 0 && state === 'resolved' && (
            <>
              {', '}
              <Plural value={accepted} other="# câu trả lời được chọn" />
            </>
          )}
        </ThreadState>
        <span>{kind === 'question' ? <Trans>Hỏi {asked}</Trans> : <Trans>Mở thảo luận {asked}</Trans>}</span>
        {editedAt && (
          <span>
            <Trans>đã sửa</Trans> <Time at={editedAt} />
          </span>
        )}
        <span>
          <Plural value={views} other="# lượt đọc" />
        </span>
        <AudienceWord audience={audience} />
        {demo && <DemoChip />}
      </div>
      {state === 'archived' && (
        <div className="thread-closed">
          <Banner tone="plain">
            <b>
              <Trans>Đã lưu trữ.</Trans>
            </b>{' '}
            {kind === 'question' ? (
              <Trans>Không còn trong danh sách, vẫn tìm được. Câu trả lời mới sẽ mở lại.</Trans>
            ) : (
              <Trans>Không còn trong danh sách, vẫn tìm được. Phản hồi mới sẽ mở lại.</Trans>
            )}
          </Banner>
        </div>
      )}
      {closed && (
        <div className="thread-closed">
          <Banner tone="plain">
            <b>
              <Trans>Đã đóng:</Trans> {reasons[closed.reason]}.
            </b>{' '}
            {closed.note}
          </Banner>
        </div>
      )}
    </>
  );
}
