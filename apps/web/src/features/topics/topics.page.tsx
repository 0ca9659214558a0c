import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function TopicsPage() {
  const { t } = useLingui();
  return <Page title={t`Chủ đề`}>{null}</Page>;
}
