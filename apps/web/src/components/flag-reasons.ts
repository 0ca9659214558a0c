import type { Review } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';

export type FlagReason = Review['flags'][number]['reason'];

/** Why a post is reported, in the order of the dialog. */
export function useFlagReasons(): Record<FlagReason, string> {
  const { t } = useLingui();
  return {
    promotion: t`Quảng cáo, tiếp thị`,
    personal_data: t`Lộ dữ liệu cá nhân`,
    state_secret: t`Có thể lộ bí mật nhà nước`,
    off_topic: t`Không đúng chủ đề`,
    other: t`Lý do khác`,
  };
}
