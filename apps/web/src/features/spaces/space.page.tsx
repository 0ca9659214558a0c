import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';

export function SpacePage() {
  const { t } = useLingui();
  return <Page title={t`Ai xem được`}>{null}</Page>;
}
