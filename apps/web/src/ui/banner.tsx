import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';

const icons: Record<string, IconName> = { bad: 'warn', due: 'half', ok: 'checkRing', plain: 'lock' };

interface BannerProps {
  tone: 'bad' | 'due' | 'ok' | 'plain';
  /** Told to screen readers when it appears. */
  live?: boolean;
  children: ReactNode;
}

/** A notice across the column, with a bar at its left. */
export const Banner = ({ tone, live, children }: BannerProps) => (
  <div className={`banner ${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
    <Icon name={icons[tone] ?? 'warn'} />
    <div>{children}</div>
  </div>
);
