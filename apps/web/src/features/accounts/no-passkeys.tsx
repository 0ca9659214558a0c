import { Trans } from '@lingui/react/macro';
import { atNumber } from './passkey.js';

/** Why no passkey can be added here, and on this machine itself the address where one can. */
export function NoPasskeys() {
  if (!atNumber()) {
    return (
      <p className="small soft">
        <Trans>Trình duyệt này không dùng được passkey.</Trans>
      </p>
    );
  }
  if (location.hostname !== '127.0.0.1') {
    return (
      <p className="small soft">
        <Trans>Passkey chỉ dùng được ở địa chỉ có tên miền, không dùng được ở địa chỉ bằng số IP.</Trans>
      </p>
    );
  }
  const named = `localhost${location.port && `:${location.port}`}`;
  return (
    <p className="small soft">
      <Trans>
        Passkey không dùng được ở địa chỉ bằng số IP. Đăng nhập và mở trang này tại{' '}
        <a href={`http://${named}${location.pathname}`}>{named}</a>.
      </Trans>
    </p>
  );
}
