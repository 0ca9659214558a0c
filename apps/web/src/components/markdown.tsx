import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useRef, type MouseEvent } from 'react';
import { optional } from '../ui/optional.js';

const Explained = optional(async () => (await import('./explained.js')).Explained);
/** Without two capitals side by side there is no abbreviation. */
const CAPITALS = /\p{Lu}{2}/u;

interface MarkdownProps {
  /** HTML that the API made from Markdown: parsed, cleaned and cleaned again there. */
  html: string;
  /** At the size of lists, for comments. */
  compact?: boolean;
  /** Abbreviations of the glossary show their meaning. */
  explained?: boolean;
}

/** The only place that puts HTML on the page, and only what an answer of the API calls `html`. */
export function Markdown({ html, compact, explained = false }: MarkdownProps) {
  const root = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  // A link to a page of ours opens in place, like every other one.
  const follow = useCallback(
    (event: MouseEvent) => {
      const href = (event.target as HTMLElement).closest('a')?.getAttribute('href');
      if (
        !href?.startsWith('/') ||
        href.startsWith('/api/') ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        event.button !== 0
      )
        return;
      event.preventDefault();
      void navigate({ to: href });
    },
    [navigate],
  );
  return (
    <>
      <div
        ref={root}
        className={compact ? 'prose compact' : 'prose'}
        onClick={follow}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {explained && CAPITALS.test(html) && (
        <Suspense>
          <Explained root={root} html={html} />
        </Suspense>
      )}
    </>
  );
}
