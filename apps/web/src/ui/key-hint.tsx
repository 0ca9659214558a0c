import type { ReactNode } from 'react';

/** Keys as they stand on the keyboard; hidden on narrow screens and from screen readers, which have the ? dialog. */
export const KeyHint = ({ keys, children }: { keys: readonly string[]; children?: ReactNode }) => (
  <span className="keyhint nw" aria-hidden="true">
    {keys.map((key) => (
      <span key={key} className="kbd">
        {key}
      </span>
    ))}{' '}
    {children}
  </span>
);
