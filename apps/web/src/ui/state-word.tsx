import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';

export type Tone = 'ok' | 'due' | 'bad' | 'on' | 'off';

/** A state: always a shape and a word, and then a colour. */
export const StateWord = ({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) => (
  <span className={`st st-${tone}`}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
);
