import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: ReactNode;
  /** Quiet words right after the title. */
  hint?: ReactNode;
  /** What stands at the right end: a link, the order of the list. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A section opened by a rule and named by its heading. In a facts rail the same section is smaller. */
export function Section({ title, hint, aside, children }: SectionProps) {
  const name = useId();
  return (
    <section className="sec" aria-labelledby={name}>
      <header>
        <h2 id={name}>{title}</h2>
        {hint && <span className="small muted">{hint}</span>}
        {aside && <span className="aside">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
