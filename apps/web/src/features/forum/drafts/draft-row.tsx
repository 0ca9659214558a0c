import type { drafts as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Time } from '../../../components/time.js';
import { paths } from '../../../lib/address.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Row } from '../../../ui/rows.js';

type Draft = Result<typeof contract.drafts>['items'][number];

const MOST = 120;
const isAnswer = ({ key }: Draft): boolean => key.startsWith('answer-');

/** Where it is written on; nowhere when what it answers may not be read any more. */
function placeOf(draft: Draft): string | undefined {
  if (draft.thread) return paths.thread(draft.thread.id, draft.thread.title);
  if (isAnswer(draft)) return undefined;
  return draft.fields['kind'] === 'discussion' ? `${paths.ask}?kind=discussion` : paths.ask;
}

/** Its title, or its first words on one line. */
function beginningOf({ title, text }: Draft): string {
  const words = (title || text).replace(/\s+/g, ' ').trim();
  if (words.length <= MOST) return words;
  const end = words.lastIndexOf(' ', MOST);
  return `${words.slice(0, end > 0 ? end : MOST)}…`;
}

function KindWord({ draft }: { draft: Draft }) {
  if (isAnswer(draft))
    return draft.thread?.kind === 'discussion' ? <Trans>Phản hồi</Trans> : <Trans>Câu trả lời</Trans>;
  return draft.fields['kind'] === 'discussion' ? <Trans>Thảo luận</Trans> : <Trans>Câu hỏi</Trans>;
}

/** One draft: what it is, how it begins, where it belongs, when it was saved. */
export function DraftRow({ draft, remove }: { draft: Draft; remove: () => void }) {
  const { t } = useLingui();
  const place = placeOf(draft);
  const answered = draft.thread?.title;
  const name = beginningOf(draft) || t`Chưa có nội dung`;
  return (
    <Row
      kind={<KindWord draft={draft} />}
      act={
        <>
          {place && (
            <ButtonLink to={place} size="xs">
              <Trans>Viết tiếp</Trans>
            </ButtonLink>
          )}
          <Button size="xs" variant="subtle" aria-label={t`Xóa bản nháp: ${name}`} onClick={remove}>
            <Trans>Xóa</Trans>
          </Button>
        </>
      }
    >
      {place ? (
        <Link className="ttl" data-open to={place}>
          {name}
        </Link>
      ) : (
        <span className="ttl">{name}</span>
      )}
      <div className="meta">
        {answered && <Trans>Cho: {answered}</Trans>}
        {!place && <Trans>Câu hỏi hoặc thảo luận này không còn xem được</Trans>}
        <span>
          <Trans>Đã lưu</Trans> <Time at={draft.savedAt} />
        </span>
      </div>
    </Row>
  );
}
