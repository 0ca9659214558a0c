import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function InboxPage() {
  const { t } = useLingui();
  return <Page title={t`Hộp thư`}>{null}</Page>;
}
