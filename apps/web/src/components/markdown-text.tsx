import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../ui/skeleton.js';
import { Markdown } from './markdown.js';

/** The Markdown of the page's own making: the renderer of the server, loaded when it is needed, so preview equals saving. */
const Rendered = lazy(async () => {
  const { render } = await import('@hat-nhan/markdown');
  return { default: ({ text }: { text: string }) => <Markdown html={render(text).html} /> };
});

/** A text in Markdown that the API gave as it was written: previews, the operator's texts. Stands inside `MarkdownTexts`. */
export const MarkdownText = ({ text }: { text: string }) => <Rendered text={text} />;

/** What holds such texts: grey lines (`waiting` is their label) until all of it can be shown, so that no heading stands over nothing. */
export const MarkdownTexts = ({ waiting, children }: { waiting: string; children: ReactNode }) => (
  <Suspense fallback={<Skeleton lines={9} label={waiting} />}>{children}</Suspense>
);
