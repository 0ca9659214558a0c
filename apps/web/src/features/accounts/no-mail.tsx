import { Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/banner.js';

/** Without a mail server no invitation leaves: what does the same by hand. */
export function NoMail() {
  return (
    <Banner tone="due">
      <b>
        <Trans>Chưa đặt máy chủ thư (SMTP_URL).</Trans>
      </b>{' '}
      <Trans>
        Lời mời và mã đăng nhập chưa gửi được qua thư. Người vận hành in lời mời bằng lệnh{' '}
        <code>npm run admin -- invite --email …</code> rồi trao tận tay.
      </Trans>
    </Banner>
  );
}
