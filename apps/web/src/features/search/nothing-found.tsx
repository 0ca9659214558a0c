import type { Found } from '@hat-nhan/contracts';
import { fold } from '@hat-nhan/vietnamese';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { TopicLinks } from '../../components/topic-links.js';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { AskThis } from './ask-this.js';

/** Topics whose name shares a word with what was typed; all of them where none does. */
function useRelatedTopics(q: string) {
  const all = useQuery({ ...query(topics.list, {}), staleTime: 300_000 }).data?.items ?? [];
  const typed = new Set(
    fold(q)
      .split(/\s+/)
      .filter((word) => word.length > 2),
  );
  const related = all.filter(({ name, nameEn }) =>
    fold(`${name} ${nameEn}`)
      .split(/\s+/)
      .some((word) => typed.has(word)),
  );
  return related.length > 0 ? related : all;
}

/** Nothing holds these words: where else to look, and asking it. */
export function NothingFound({ q, kind }: { q: string; kind: Found['kind'] | undefined }) {
  const related = useRelatedTopics(q);
  return (
    <>
      <EmptyState
        title={<Trans>Không có kết quả nào cho “{q}”</Trans>}
        action={
          <>
            <AskThis q={q} filled />
            {kind && (
              <ButtonLink to={`/tim?${new URLSearchParams({ q })}`}>
                <Trans>Tìm trong mọi loại</Trans>
              </ButtonLink>
            )}
          </>
        }
      >
        <Trans>Thử ít chữ hơn hoặc chữ đầy đủ thay cho chữ viết tắt; hay hỏi thẳng các thành viên.</Trans>
      </EmptyState>
      {related.length > 0 && (
        <div className="found-topics">
          <p className="small muted">
            <Trans>Xem theo chủ đề</Trans>
          </p>
          <TopicLinks topics={related} />
        </div>
      )}
    </>
  );
}
