import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../../lib/address.js';
import { useSend } from '../../lib/query.js';
import { moderation, posts, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { MenuPost } from './post-menu.js';
import { tellProblem } from './tell-problem.js';

/** Dialogs that an entry may open. */
export type PostDialog = 'flag' | 'hide' | 'duplicate' | 'move' | 'split' | 'merge';
interface Entry {
  label: string;
  run: () => void;
}

const READ_AGAIN = [threads.read, threads.list, moderation.withheldPosts] as const;

/** Deleting at once, with the way back in the corner. */
function useDelete({ id, threadId, kind }: MenuPost) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const whole = kind === 'question' || kind === 'discussion';
  const restore = useSend(posts.restore, {
    invalidates: READ_AGAIN,
    onDone: () => {
      void notify({ message: t`Đã khôi phục.` });
      if (whole) void navigate({ to: paths.thread(threadId) });
    },
    onProblem: tellProblem,
  });
  return useSend(posts.remove, {
    invalidates: READ_AGAIN,
    onDone: ({ tombstone }) => {
      if (whole && !tombstone) void navigate({ to: paths.threads });
      const undo = { label: t`Khôi phục`, run: () => restore.mutate({ id }) };
      void notify({ message: t`Đã xóa. Khôi phục được trong 30 ngày, ở trang Bản nháp.`, undo });
    },
    onProblem: tellProblem,
  });
}

/** What can be done with a post, in the order of its menu. A new entry is one more line here. */
export function usePostEntries(post: MenuPost, open: (dialog: PostDialog) => void): Entry[] {
  const { t } = useLingui();
  const { id, threadId, kind, can, thread } = post;
  const pinned = thread?.pinned ?? false;
  const remove = useDelete(post);
  const pin = useSend(threads.pin, {
    invalidates: READ_AGAIN,
    onDone: () => void notify({ message: pinned ? t`Đã bỏ ghim.` : t`Đã ghim.` }),
    onProblem: tellProblem,
  });
  const copy = () => {
    const whole = kind === 'question' || kind === 'discussion';
    const link = new URL(whole ? paths.thread(threadId) : paths.post(threadId, id), location.origin).href;
    // Where the clipboard is closed to the page the link itself is shown, to be copied by hand.
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => notify({ message: t`Đã sao chép liên kết.` }),
      () => notify({ message: link }),
    );
  };
  const when = (allowed: boolean | undefined, entry: Entry) => (allowed ? [entry] : []);
  return [
    { label: t`Sao chép liên kết`, run: copy },
    ...when(can.flag, { label: t`Báo điều hành viên`, run: () => open('flag') }),
    ...when(can.pin, { label: pinned ? t`Bỏ ghim` : t`Ghim lên đầu`, run: () => pin.mutate({ id, pinned: !pinned }) }),
    ...when(thread?.can.duplicate, { label: t`Đánh dấu trùng`, run: () => open('duplicate') }),
    ...when(thread?.can.move, { label: t`Chuyển nơi đăng`, run: () => open('move') }),
    ...when(thread?.can.split && (thread?.answers ?? 0) > 0, {
      label: t`Tách câu trả lời`,
      run: () => open('split'),
    }),
    ...when(thread?.can.merge, { label: t`Gộp vào mục khác`, run: () => open('merge') }),
    ...when(can.delete, { label: t`Xóa`, run: () => remove.mutate({ id }) }),
    ...when(can.hide, { label: t`Ẩn`, run: () => open('hide') }),
  ];
}
