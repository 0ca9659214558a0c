import { useLingui } from '@lingui/react/macro';
import { Page } from '../../components/page.js';
import { NotFound } from '../../components/problem-view.js';
import { useCan } from '../../lib/session.js';
import { MailTest } from './mail-test.js';

/** Whether letters leave (/quan-tri/thu-gui-thu). */
export function MailTestPage() {
  const { t } = useLingui();
  if (!useCan('administer')) return <NotFound />;
  return (
    <Page title={t`Thử gửi thư`}>
      <MailTest />
    </Page>
  );
}
