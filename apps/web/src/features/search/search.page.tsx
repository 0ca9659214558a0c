import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function SearchPage() {
  const { t } = useLingui();
  return <Page title={t`Tìm kiếm`}>{null}</Page>;
}
