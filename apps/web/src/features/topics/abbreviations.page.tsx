import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function AbbreviationsPage() {
  const { t } = useLingui();
  return <Page title={t`Từ viết tắt`}>{null}</Page>;
}
