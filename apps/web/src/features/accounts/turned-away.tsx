import { Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/banner.js';

/** The device gave nothing: its owner turned away, or it keeps no passkey for this place. */
export const TurnedAway = () => (
  <Banner tone="due" live>
    <Trans>Thiết bị chưa trả lời. Thử lại, hoặc chọn cách khác.</Trans>
  </Banner>
);
