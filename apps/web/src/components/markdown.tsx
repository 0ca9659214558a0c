interface MarkdownProps {
  /** HTML that the API made from Markdown: parsed, cleaned and cleaned again there. */
  html: string;
  /** At the size of lists, for comments. */
  compact?: boolean;
}

/** The only place that puts HTML on the page, and only what an answer of the API calls `html`. */
export const Markdown = ({ html, compact }: MarkdownProps) => (
  <div className={compact ? 'prose compact' : 'prose'} dangerouslySetInnerHTML={{ __html: html }} />
);
