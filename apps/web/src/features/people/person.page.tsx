import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function PersonPage() {
  const { t } = useLingui();
  return <Page title={t`Trang cá nhân`}>{null}</Page>;
}
