import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../lib/api.js';
import { drafts, home } from '../../../lib/routes.js';
import { useMe } from '../../../lib/session.js';
import { clearWaiting } from '../../../lib/waiting-text.js';
import { notify } from '../../../ui/notify.js';

/** Throws a draft away, on the server and on this device; the notice brings it back whole. */
export function useRemoveDraft() {
  const { t } = useLingui();
  const client = useQueryClient();
  const personId = useMe().person?.id ?? 0;
  const readAgain = () => {
    for (const { name } of [drafts.drafts, home.home]) void client.invalidateQueries({ queryKey: [name] });
  };
  return useMutation({
    mutationFn: async (key: string) => {
      const { title, text, fields } = await call(drafts.readDraft, { key });
      await call(drafts.removeDraft, { key });
      await clearWaiting(personId, `draft:${key}`);
      return { key, title, text, fields };
    },
    onSuccess: (whole) => {
      const undo = () =>
        void call(drafts.saveDraft, whole, { ifMatch: 0 })
          .catch(() => {
            // The text is still here: the notice stays with the way to try again.
            void notify({ message: t`Chưa khôi phục được bản nháp.`, undo: { label: t`Thử lại`, run: undo } });
          })
          .finally(readAgain);
      void notify({ message: t`Đã xóa bản nháp.`, undo: { label: t`Hoàn tác`, run: undo } });
    },
    onSettled: readAgain,
  });
}
