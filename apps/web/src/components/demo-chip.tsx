import { Trans } from '@lingui/react/macro';

/** Once on each thing that is invented. */
export const DemoChip = () => (
  <span className="demo">
    <Trans>dữ liệu minh họa</Trans>
  </span>
);
