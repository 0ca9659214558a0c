import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { useMe } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { JoinRequestForm } from './join-request-form.js';

/** Asking to join (/tham-gia), or naming a colleague for who is a member already. */
export function JoinRequestPage() {
  const { t } = useLingui();
  const { person } = useMe();
  const colleague = person !== null && (person.rulesAccepted || person.rulesChanged);
  const [sent, setSent] = useState(false);
  return (
    <Page
      title={colleague ? t`Mời đồng nghiệp` : t`Đề nghị tham gia`}
      lede={
        <p>
          <Trans>Đầu mối của đơn vị hoặc điều phối viên xác nhận, rồi lời mời được gửi tới địa chỉ thư.</Trans>
        </p>
      }
    >
      {sent ? (
        <Banner tone="ok" live>
          <Trans>Đã nhận đề nghị. Kết quả được báo qua địa chỉ thư vừa điền.</Trans>
        </Banner>
      ) : (
        <JoinRequestForm colleague={colleague} onDone={() => setSent(true)} />
      )}
    </Page>
  );
}
