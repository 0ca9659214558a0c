import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ProblemLine, useHere } from '../../components/problem-view.js';
import { inAddress, paths } from '../../lib/address.js';
import { isProblem } from '../../lib/api.js';
import { Banner } from '../../ui/banner.js';

/** Why a text was not sent yet; it stays in its place in every case. */
export function SendProblem({ error }: { error: unknown }) {
  const here = useHere();
  if (isProblem(error, 'unauthenticated')) {
    return (
      <Banner tone="bad" live>
        <b>
          <Trans>Phiên đăng nhập đã hết.</Trans>
        </b>{' '}
        <Trans>Nội dung vẫn còn trên máy này và hiện lại sau khi đăng nhập.</Trans>{' '}
        <Link to={paths.signIn} search={inAddress({ 'tro-lai': here })}>
          <Trans>Đăng nhập</Trans>
        </Link>
      </Banner>
    );
  }
  if (isProblem(error) && error.passing) {
    return (
      <Banner tone="bad" live>
        <b>
          <Trans>Chưa gửi được: hệ thống đang bận hoặc mất kết nối.</Trans>
        </b>{' '}
        <Trans>Nội dung vẫn còn trên máy này. Trang tự gửi lại sau vài giây.</Trans>
      </Banner>
    );
  }
  return <ProblemLine error={error} />;
}
