import { lazy, Suspense } from 'react';
import { Markdown } from './markdown.js';

/** The Markdown of the page's own making: the renderer of the server, loaded when it is needed, so preview equals saving. */
const Rendered = lazy(async () => {
  const { render } = await import('@hat-nhan/markdown');
  return { default: ({ text }: { text: string }) => <Markdown html={render(text).html} /> };
});

/** A text in Markdown that the API gave as it was written: previews, the operator's texts. */
export const MarkdownText = ({ text }: { text: string }) => (
  <Suspense>
    <Rendered text={text} />
  </Suspense>
);
