import { Trans } from '@lingui/react/macro';
import { useHere } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { ButtonLink } from '../../ui/button-link.js';

/** In the place of a thread that only members see, when the session ends over it: the way back. */
export function SessionEnded() {
  const here = useHere();
  return (
    <div className="stack">
      <p className="lede">
        <Trans>Đăng nhập lại để đọc tiếp trang này. Nội dung đang viết vẫn được giữ.</Trans>
      </p>
      <div>
        <ButtonLink variant="filled" to={paths.signInFrom(here)}>
          <Trans>Đăng nhập lại</Trans>
        </ButtonLink>
      </div>
    </div>
  );
}
