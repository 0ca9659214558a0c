import type { ReactNode } from 'react';

interface ScrollsProps {
  label: string;
  className: string;
  children: ReactNode;
}

/** A long text in a small place: a region that the keyboard reaches, since it scrolls. */
export const Scrolls = ({ label, className, children }: ScrollsProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
  <div className={className} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
