import { Trans } from '@lingui/react/macro';
import { TwoTexts } from '../../../components/two-texts.js';
import type { Draft } from './use-draft.js';

/** Two tabs or devices wrote on one draft: both are shown, one is chosen. */
export function DraftConflict({ draft }: { draft: Draft }) {
  if (!draft.theirs) return null;
  return (
    <TwoTexts
      why={<Trans>Bản nháp này đã được sửa ở cửa sổ hoặc thiết bị khác. Chọn nội dung giữ lại.</Trans>}
      mine={draft.written}
      theirs={draft.theirs}
      keepMine={() => draft.saver.current?.choose('mine')}
      takeTheirs={() => draft.saver.current?.choose('theirs')}
    />
  );
}
