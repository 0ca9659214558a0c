import { useNavigate } from '@tanstack/react-router';
import { useCallback, type MouseEvent } from 'react';

interface MarkdownProps {
  /** HTML that the API made from Markdown: parsed, cleaned and cleaned again there. */
  html: string;
  /** At the size of lists, for comments. */
  compact?: boolean;
}

/** The only place that puts HTML on the page, and only what an answer of the API calls `html`. */
export function Markdown({ html, compact }: MarkdownProps) {
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
    <div className={compact ? 'prose compact' : 'prose'} onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
