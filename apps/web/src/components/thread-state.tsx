import type { Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { IconName } from '../ui/icons.js';
import { StateWord, type Tone } from '../ui/state-word.js';

const looks: Record<Thread['state'], { tone: Tone; icon: IconName; word: ReactNode }> = {
  open: { tone: 'on', icon: 'open', word: <Trans context="trạng thái">Mở</Trans> },
  resolved: { tone: 'ok', icon: 'checkRing', word: <Trans>Đã giải đáp</Trans> },
  closed: { tone: 'off', icon: 'lock', word: <Trans>Đã đóng</Trans> },
  duplicate: { tone: 'off', icon: 'right', word: <Trans>Trùng</Trans> },
  archived: { tone: 'off', icon: 'dash', word: <Trans>Đã lưu trữ</Trans> },
  hidden: { tone: 'bad', icon: 'stop', word: <Trans>Đã ẩn</Trans> },
};

/** The state of a question or discussion: icon and word. `children` add to the word: "Đã giải đáp, 2 câu trả lời được chọn". */
export const ThreadState = ({ state, children }: { state: Thread['state']; children?: ReactNode }) => (
  <StateWord tone={looks[state].tone} icon={looks[state].icon}>
    {looks[state].word}
    {children}
  </StateWord>
);
