import { Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { Banner } from '../../../ui/banner.js';

interface IssuedProps {
  value: string;
  onChange: (value: string) => void;
  /** Others than state bodies will read it. */
  wide: boolean;
}

/** The one question about an attached document; its answer stays with the draft and only guides the choice of readers. */
export function Issued({ value, onChange, wide }: IssuedProps) {
  const { t } = useLingui();
  return (
    <div>
      <Radio.Group label={t`Hồ sơ đã phát hành chưa?`} value={value} onChange={onChange}>
        <div className="choices">
          <Radio value="yes" label={t`Đã phát hành`} description={t`Có thể chọn phạm vi rộng hơn ở dưới.`} />
          <Radio value="no" label={t`Chưa phát hành`} description={t`Nên để cơ quan nhà nước đọc.`} />
        </div>
      </Radio.Group>
      {value === 'no' && wide && (
        <Banner tone="due" live>
          <Trans>Hồ sơ chưa phát hành sẽ có người ngoài cơ quan nhà nước đọc được.</Trans>
        </Banner>
      )}
    </div>
  );
}
