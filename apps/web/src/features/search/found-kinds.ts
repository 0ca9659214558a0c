import type { Found } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';

/** What can be found, in the order of the tabs. */
export const FOUND_KINDS = ['question', 'discussion', 'answer', 'person', 'organisation', 'topic'] as const;

/** The words of what can be found. */
export function useFoundKinds(): Record<Found['kind'], string> {
  const { t } = useLingui();
  return {
    question: t`Câu hỏi`,
    discussion: t`Thảo luận`,
    answer: t({ message: 'Câu trả lời', context: 'một bài' }),
    person: t`Người`,
    organisation: t`Đơn vị`,
    topic: t`Chủ đề`,
  };
}
