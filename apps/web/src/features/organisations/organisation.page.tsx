import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function OrganisationPage() {
  const { t } = useLingui();
  return <Page title={t`Đơn vị`}>{null}</Page>;
}
