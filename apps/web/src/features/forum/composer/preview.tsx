import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Markdown } from '../../../components/markdown.js';
import { ProblemLine } from '../../../components/problem-view.js';
import { query } from '../../../lib/query.js';
import { posts } from '../../../lib/routes.js';
import { Skeleton } from '../../../ui/skeleton.js';

/** The very HTML that would be stored and read. */
export function Preview({ text }: { text: string }) {
  const { t } = useLingui();
  const shown = useQuery({ ...query(posts.preview, { text }), enabled: text.trim() !== '', gcTime: 0 });
  if (text.trim() === '') {
    return (
      <p className="muted">
        <Trans>Chưa có nội dung để xem trước.</Trans>
      </p>
    );
  }
  if (shown.error) return <ProblemLine error={shown.error} />;
  return shown.data ? <Markdown html={shown.data.html} /> : <Skeleton label={t`Đang tải`} />;
}
