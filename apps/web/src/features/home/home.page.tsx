import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function HomePage() {
  const { t } = useLingui();
  return <Page title={t`Trang chủ`}>{null}</Page>;
}
