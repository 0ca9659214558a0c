import type { Answer, Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { inAddress, paths, useFilters } from '../../lib/address.js';
import { Banner } from '../../ui/banner.js';

/** On its own page: what it is a duplicate of. */
function Duplicate({ thread: { kind, duplicateOf: into } }: { thread: Thread }) {
  const link = into && <Link to={paths.thread(into.id, into.title)}>{into.title}</Link>;
  return (
    <Banner tone="plain" icon="right">
      {kind === 'discussion' ? (
        link ? (
          <Trans>Thảo luận này trùng với “{link}”.</Trans>
        ) : (
          <Trans>Thảo luận này trùng với một mục khác.</Trans>
        )
      ) : link ? (
        <Trans>Câu hỏi này trùng với “{link}”.</Trans>
      ) : (
        <Trans>Câu hỏi này trùng với một mục khác.</Trans>
      )}
    </Banner>
  );
}

/** On the page of a duplicate, what it is one of; on the page where a duplicate or a merged thread leads, from where. */
export function Combined({ thread, answers }: { thread: Thread; answers: readonly Answer[] }) {
  const [{ tu }] = useFilters();
  if (thread.state === 'duplicate') return <Duplicate thread={thread} />;
  const from = thread.related.find(({ id, how }) => how === 'duplicate' && String(id) === tu);
  if (from)
    return (
      <Banner tone="plain" icon="right" live>
        {thread.kind === 'discussion' ? (
          <Trans>“{from.title}” trùng với thảo luận này.</Trans>
        ) : (
          <Trans>“{from.title}” trùng với câu hỏi này.</Trans>
        )}{' '}
        <Link to={paths.thread(from.id, from.title)} search={inAddress({ xem: 'cu' })}>
          <Trans>Xem bản trùng</Trans>
        </Link>
      </Banner>
    );
  const merged = answers.find(({ id, title }) => title !== '' && String(id) === tu);
  if (!merged) return null;
  return (
    <Banner tone="plain" icon="right" live>
      <Trans>“{merged.title}” đã được gộp vào đây.</Trans>{' '}
      <a href={`#tra-loi-${merged.id}`}>
        <Trans>Đến phần đã gộp</Trans>
      </a>
    </Banner>
  );
}
