import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function TopicPage() {
  const { t } = useLingui();
  return <Page title={t`Chủ đề`}>{null}</Page>;
}
