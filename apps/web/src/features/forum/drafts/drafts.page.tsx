import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../../components/page.js';
import { ProblemLine, Waiting } from '../../../components/problem-view.js';
import { paths } from '../../../lib/address.js';
import { query } from '../../../lib/query.js';
import { drafts } from '../../../lib/routes.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Rows } from '../../../ui/rows.js';
import { DeletedPosts } from './deleted-posts.js';
import { DraftRow } from './draft-row.js';
import { useRemoveDraft } from './use-remove-draft.js';

/** Own drafts (/ban-nhap): what was begun and not sent, to go on with or to throw away. */
export function DraftsPage() {
  const { t } = useLingui();
  // What is written is saved past this list, so it is read anew each time.
  const list = useQuery({ ...query(drafts.drafts, {}), staleTime: 0 });
  const remove = useRemoveDraft();
  if (!list.data) return <Waiting on={list} />;
  const { items } = list.data;
  return (
    <Page
      title={t({ message: 'Bản nháp', context: 'danh mục' })}
      lede={<Trans>Nội dung đã viết mà chưa gửi. Chỉ người viết xem được.</Trans>}
    >
      {remove.error && <ProblemLine error={remove.error} />}
      {items.length > 0 ? (
        <Rows label={t({ message: 'Bản nháp', context: 'danh mục' })}>
          {items.map((draft) => (
            <DraftRow key={draft.key} draft={draft} remove={() => remove.mutate(draft.key)} />
          ))}
        </Rows>
      ) : (
        <EmptyState
          title={<Trans>Không có bản nháp nào</Trans>}
          action={
            <ButtonLink to={paths.ask}>
              <Trans>Đặt câu hỏi</Trans>
            </ButtonLink>
          }
        >
          <Trans>Câu hỏi, thảo luận và câu trả lời đang viết được giữ ở đây cho đến khi gửi.</Trans>
        </EmptyState>
      )}
      <DeletedPosts />
    </Page>
  );
}
