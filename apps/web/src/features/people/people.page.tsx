import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function PeoplePage() {
  const { t } = useLingui();
  return <Page title={t`Danh bạ`}>{null}</Page>;
}
