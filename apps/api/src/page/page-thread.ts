import type { Result, threads } from '@hat-nhan/contracts';
import { blank, byline, columns, crumb, heading, nameOf, type Crumb, type Shown } from './page-parts.js';
import { escapeText as text } from './page-text.js';

const PARAGRAPHS = 3;
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The paragraphs of a text that the API made from Markdown, as plain text: no markup of an author gets into the page here. */
export const paragraphs = (html: string): string[] =>
  html
    .split(/<\/(?:p|li|h\d|pre|blockquote)>/)
    .map((part) =>
      part
        .replace(/<[^<>]*>/g, '')
        .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name]!)
        .trim(),
    )
    .filter(Boolean);

/** Room for the notice of a duplicate, or of what led here (`tu`), with the title that it names. */
function notice({ thread, answers }: Result<typeof threads.read>, query: string): string {
  const from = Number(new URLSearchParams(query).get('tu'));
  const told =
    thread.state === 'duplicate'
      ? thread.duplicateOf
      : (thread.related.find(({ id, how }) => id === from && how === 'duplicate') ??
        answers.items.find(({ id, title }) => id === from && title !== ''));
  if (!told) return '';
  return `<div class="thread-notices"><div class="banner plain">${blank(1)}<div>${blank(8)} ${text(told.title)} ${blank(8)}</div></div></div>`;
}

/** The heading and first lines of a thread. */
export function threadLines({ data, locale, query, titleOf }: Shown): string {
  const shown = data as Result<typeof threads.read>;
  const { thread } = shown;
  const { context, topics: about } = thread;
  const crumbs: Crumb[] = [['/hoi-dap', titleOf('/hoi-dap')]];
  if (about[0]) crumbs.push([`/chu-de/${about[0].slug}`, nameOf(about[0], locale)]);
  const facts = [byline(thread.author, locale), ...[context.system, context.legalBasis, context.tried].map(text)]
    .concat(context.needBy ? '&nbsp;' : '')
    .filter(Boolean)
    .map((fact) => `<div><dt>&nbsp;</dt><dd>${fact}</dd></div>`);
  const words = paragraphs(thread.html).slice(0, PARAGRAPHS);
  return `${crumb(crumbs)}${columns(`${heading(thread.title)}
<div class="meta thread-meta">${blank(thread.accepted > 0 ? 17 : 6, 6.5, 6, 6, thread.demo ? 4.5 : 0)}</div>${notice(shown, query)}
<dl class="dl wide ruled">${facts.join('')}</dl>
<div class="mcol question-text"><div class="mnote">${thread.meToo > 0 ? '&nbsp;<br>&nbsp;' : ''}</div>
<div><div class="prose">${words.map((part) => `<p>${text(part)}</p>`).join('')}</div></div></div>`)}`;
}
