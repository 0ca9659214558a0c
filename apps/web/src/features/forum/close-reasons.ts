import type { Thread } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';

export type CloseReason = NonNullable<Thread['closed']>['reason'];

/** Why a thread can be closed, in words. */
export function useCloseReasons(): Record<CloseReason, string> {
  const { t } = useLingui();
  return {
    answered_elsewhere: t`Đã được trả lời ở nơi khác`,
    outdated: t`Không còn cần trả lời`,
    off_topic: t`Ngoài phạm vi của mạng lưới`,
    other: t`Lý do khác`,
  };
}
