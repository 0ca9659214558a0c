import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useHere } from '../../../components/problem-view.js';
import { paths } from '../../../lib/address.js';
import { useFormat } from '../../../lib/format.js';
import type { DraftState } from './draft-saver.js';

/** "Đã lưu nháp lúc 14:05", or where the text is kept meanwhile. */
export function DraftStatus({ draft: { standing, savedAt } }: { draft: DraftState }) {
  const format = useFormat();
  const here = useHere();
  if (standing === 'waiting') {
    return (
      <span role="status">
        <Trans>Chưa lưu được nháp, nội dung vẫn còn trên máy này; đang thử lại</Trans>
      </span>
    );
  }
  if (standing === 'signedOut') {
    return (
      <span role="status">
        <Trans>Phiên đăng nhập đã hết, nội dung vẫn còn trên máy này.</Trans>{' '}
        <Link to={paths.signIn} search={{ 'tro-lai': here } as never}>
          <Trans>Đăng nhập</Trans>
        </Link>
      </span>
    );
  }
  if (standing === 'refused') {
    return (
      <span role="status">
        <Trans>Chưa lưu được nháp, nội dung vẫn còn trên máy này</Trans>
      </span>
    );
  }
  if (savedAt === undefined) return null;
  const time = format.time(savedAt);
  return (
    <span>
      <Trans>Đã lưu nháp lúc {time}</Trans>
    </span>
  );
}
