import type { Answer } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { PersonChip } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { StateWord } from '../../ui/state-word.js';

const by = {
  asker: <Trans>bởi người hỏi</Trans>,
  expert: <Trans>bởi chuyên gia chủ đề</Trans>,
  moderator: <Trans>bởi điều hành viên</Trans>,
};

/** Beside an answer: that it was chosen or is canonical, who gave it, when. */
export function AnswerMargin({ answer, fresh }: { answer: Answer; fresh: boolean }) {
  const format = useFormat();
  const { accepted, canonical, author, createdAt, editedAt } = answer;
  return (
    <div className="mnote">
      {accepted && (
        <div className="chosen">
          <StateWord tone="ok" icon="checkRing">
            <Trans>Được chọn</Trans>
          </StateWord>
          <div>
            {by[accepted.by]}, {format.date(accepted.at)}
          </div>
        </div>
      )}
      {canonical && (
        <div className="chosen">
          <StateWord tone="ok" icon="check">
            <Trans>Trả lời chuẩn</Trans>
          </StateWord>
          <div>
            {canonical.by ?? <Trans>bởi chuyên gia chủ đề</Trans>}, {format.date(canonical.at)}
          </div>
        </div>
      )}
      {!answer.deleted && <PersonChip by={author} as="margin" />}
      <a className="when" href={`#tra-loi-${answer.id}`}>
        <Time at={createdAt} full />
      </a>
      {editedAt && (
        <div>
          <Trans>đã sửa</Trans> <Time at={editedAt} />
        </div>
      )}
      {answer.wiki && (
        <div>
          <Trans>Nhiều người cùng sửa</Trans>
        </div>
      )}
      {answer.brief && !answer.deleted && (
        <div>
          <StateWord tone="due" icon="half">
            <Trans>Trả lời ngắn, sẽ bổ sung</Trans>
          </StateWord>
        </div>
      )}
      {fresh && (
        <StateWord tone="on" icon="open">
          <Trans>Mới</Trans>
        </StateWord>
      )}
    </div>
  );
}
