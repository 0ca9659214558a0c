import { useEffect, type ReactNode } from 'react';

/** The words of the title bar of the browser; the server writes the same ones into the first answer. */
export function useTitle(title: string | undefined, network: string): void {
  useEffect(() => {
    if (title) document.title = `${title} · ${network}`;
  }, [title, network]);
}

interface ColumnsProps {
  /** Facts beside the work column; below it on narrow screens. */
  facts?: ReactNode;
  factsLabel?: string;
  children: ReactNode;
}

/** The work column, with a rail of facts where there are any. */
export function Columns({ facts, factsLabel, children }: ColumnsProps) {
  if (!facts) return <>{children}</>;
  return (
    <div className="cols">
      <div>{children}</div>
      <aside className="facts" aria-label={factsLabel}>
        {facts}
      </aside>
    </div>
  );
}
