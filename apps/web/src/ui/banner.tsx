import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';

const icons: Record<string, IconName> = { bad: 'warn', due: 'half', ok: 'checkRing', plain: 'lock' };

interface BannerProps {
  tone: 'bad' | 'due' | 'ok' | 'plain';
  /** Told to screen readers when it appears. */
  live?: boolean;
  /** In place of the one that says the tone. */
  icon?: IconName;
  children: ReactNode;
}

/** A notice across the column, with a bar at its left. */
export const Banner = ({ tone, live, icon, children }: BannerProps) => (
  <div className={`banner ${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
    <Icon name={icon ?? icons[tone] ?? 'warn'} />
    <div>{children}</div>
  </div>
);
