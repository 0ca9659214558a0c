import type { ReactNode } from 'react';

/** A list of rows between hairlines; j and k move through it. */
export const Rows = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul className="rows" aria-label={label}>
    {children}
  </ul>
);

interface RowProps {
  /** What kind of thing it is, in a column of its own. */
  kind?: ReactNode;
  /** State and actions, at the right end; below on phones. */
  act?: ReactNode;
  /** Title (a link with class `ttl`, marked `data-open`) and what is known about it. */
  children: ReactNode;
}

/** One row: what kind, what, how fresh, what can be done. */
export const Row = ({ kind, act, children }: RowProps) => (
  <li data-row className={kind === undefined ? 'row' : 'row with-kind'}>
    {kind !== undefined && <span className="kind">{kind}</span>}
    <div>{children}</div>
    {act && <div className="act quiet">{act}</div>}
  </li>
);

/** Facts in pairs of name and value; pairs without a value are left out. */
export function Facts({ items, wide }: { items: readonly (readonly [ReactNode, ReactNode])[]; wide?: boolean }) {
  return (
    <dl className={wide ? 'dl wide ruled' : 'dl'}>
      {items
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value], at) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
