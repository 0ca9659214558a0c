import { useLingui } from '@lingui/react/macro';
import { useSend } from '../../lib/query.js';
import { groups, notifications, spaces, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

/** What shows who is in a group, and what waits there. */
export const MEMBERSHIP = [
  groups.joinings,
  groups.list,
  spaces.read,
  spaces.list,
  spaces.members,
  threads.list,
  notifications.inbox,
] as const;

/** Accepting a request or an invitation, and taking one back. */
export function useSettle() {
  const { t } = useLingui();
  const accept = useSend(groups.accept, {
    invalidates: MEMBERSHIP,
    onDone: () => void notify({ message: t`Đã vào nhóm.` }),
  });
  const withdraw = useSend(groups.withdraw, { invalidates: MEMBERSHIP });
  return { accept, withdraw, error: accept.error ?? withdraw.error };
}
