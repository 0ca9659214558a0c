import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '../ui/skeleton.js';

/** Stands for a page whose code is still on its way. */
export function PageWaiting() {
  const { t } = useLingui();
  return <Skeleton lines={6} label={t`Đang tải`} />;
}
