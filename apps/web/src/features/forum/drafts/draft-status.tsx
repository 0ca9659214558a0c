import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useHere } from '../../../components/problem-view.js';
import { useNow } from '../../../components/time.js';
import { inAddress, paths } from '../../../lib/address.js';
import { useFormat } from '../../../lib/format.js';
import type { DraftState } from './written.js';

/** "Đã lưu nháp lúc 14:05", or where the text is kept meanwhile. */
export function DraftStatus({ draft: { standing, savedAt } }: { draft: DraftState }) {
  const format = useFormat();
  const now = useNow();
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
        <Link to={paths.signIn} search={inAddress({ 'tro-lai': here })}>
          <Trans>Đăng nhập</Trans>
        </Link>
      </span>
    );
  }
  if (standing === 'full') {
    return (
      <span role="status">
        <Trans>Đã đủ số bản nháp được giữ, nội dung này chỉ còn trên máy.</Trans>{' '}
        <Link to={paths.drafts}>
          <Trans>Xóa bớt bản nháp</Trans>
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
  const [day, time] = [format.date(savedAt), format.time(savedAt)];
  const today = day === format.date(new Date(now).toISOString());
  return <span>{today ? <Trans>Đã lưu nháp lúc {time}</Trans> : <Trans>Đã lưu nháp ngày {day}</Trans>}</span>;
}
