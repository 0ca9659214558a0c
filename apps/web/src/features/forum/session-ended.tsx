import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.js';
import { useHere } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { ButtonLink } from '../../ui/button-link.js';

/** In the place of a page that only members see, when the session ends over it: the way back, and what was being written. */
export function SessionEnded({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const here = useHere();
  return (
    <Page
      title={t`Phiên đăng nhập đã kết thúc`}
      lede={<Trans>Đăng nhập lại để đọc tiếp trang này. Nội dung đang viết vẫn được giữ.</Trans>}
    >
      <p>
        <ButtonLink variant="filled" to={paths.signInFrom(here)}>
          <Trans>Đăng nhập lại</Trans>
        </ButtonLink>
      </p>
      {children}
    </Page>
  );
}
