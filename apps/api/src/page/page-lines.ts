import type { Byline, Locale, organisations, people, Result, ThreadCard, threads, topics } from '@hat-nhan/contracts';
import { titleIn } from '@hat-nhan/vietnamese';
import { address, escapeText as text } from './page-text.js';

/** So many rows of a list are in the first view of any screen. */
const ROWS = 8;
const PARAGRAPHS = 3;
/** Stands where the page will have a word of its own, so that what follows is where it will stay. */
const blank = (...widths: number[]) =>
  widths.map((width) => `<span style="width:${width}rem;max-width:100%">&nbsp;</span>`).join('');

type Named = { name: string; nameEn: string };
type Crumb = readonly [address: string, name: string];
/** What the first lines of a page are made of. */
interface Shown {
  data: unknown;
  locale: Locale;
  visitor: boolean;
  /** The name of a page by its path. */
  titleOf(path: string): string;
  /** What the network is, in a sentence or two. */
  about: string;
  network: string;
}

const nameOf = (named: Named, locale: Locale) => (locale === 'en' && named.nameEn ? named.nameEn : named.name);
const heading = (title: string) => `<div class="titlebar"><h1 class="title">${text(title)}</h1></div>`;
const links = (crumbs: readonly Crumb[]) => crumbs.map(([href, name]) => `<a href="${text(href)}">${text(name)}</a>`);
const crumb = (crumbs: readonly Crumb[]) => `<nav class="crumb">${links(crumbs).join(' / ')}</nav>`;
const columns = (html: string) => `<div class="cols"><div>${html}</div></div>`;

const byline = (by: Byline, locale: Locale) =>
  text(
    [by.name ?? by.title, by.name === null ? '' : titleIn(by.title, locale), by.organisation]
      .filter(Boolean)
      .join(', '),
  );

const row = (thread: ThreadCard, locale: Locale) => `<li class="row with-kind"><span class="kind">&nbsp;</span><div>
<a class="ttl" href="${address('/hoi-dap', thread.id, thread.title)}">${text(thread.title)}</a>
<div class="small soft"><span>${byline(thread.author, locale)}</span></div>
<div class="meta">${blank(thread.accepted > 0 ? 12 : 7.5)}<span class="topics">${thread.topics
  .map((topic) => `<span class="topic">${text(nameOf(topic, locale))}</span>`)
  .join('')}</span>${thread.demo ? blank(4) : ''}</div></div><div class="act small">${blank(9.5)}</div></li>`;

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The paragraphs of a text that the API made from Markdown, as plain text: no markup of an author gets into the page here. */
export const paragraphs = (html: string): string[] =>
  html
    .split(/<\/(?:p|li|h\d|pre|blockquote)>/)
    .map((part) =>
      part
        .replace(/<[^>]*>/g, '')
        .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name]!)
        .trim(),
    )
    .filter(Boolean);

function threadLines({ data, locale, titleOf }: Shown): string {
  const { thread } = data as Result<typeof threads.read>;
  const { context, topics: about } = thread;
  const crumbs: Crumb[] = [['/hoi-dap', titleOf('/hoi-dap')]];
  if (about[0]) crumbs.push([`/chu-de/${about[0].slug}`, nameOf(about[0], locale)]);
  const facts = [byline(thread.author, locale), ...[context.system, context.legalBasis, context.tried].map(text)]
    .concat(context.needBy ? '&nbsp;' : '')
    .filter(Boolean)
    .map((fact) => `<div><dt>&nbsp;</dt><dd>${fact}</dd></div>`);
  const words = paragraphs(thread.html).slice(0, PARAGRAPHS);
  return `${crumb(crumbs)}${columns(`${heading(thread.title)}
<div class="meta thread-meta">${blank(thread.accepted > 0 ? 17 : 6, 6.5, 6, 6, thread.demo ? 4.5 : 0)}</div>
<dl class="dl wide ruled">${facts.join('')}</dl>
<div class="mcol question-text"><div class="mnote">${thread.meToo > 0 ? '&nbsp;<br>&nbsp;' : ''}</div>
<div><div class="prose">${words.map((part) => `<p>${text(part)}</p>`).join('')}</div></div></div>`)}`;
}

const listLines = ({ data, locale }: Shown, title: string) => `${heading(title)}
<div class="views"><a>&nbsp;</a></div><span class="filters-open" style="height:2.3125rem"></span>
<div class="filters" data-open="false"><div style="height:4rem"></div></div>
<ul class="rows">${(data as Result<typeof threads.list>).items
  .slice(0, ROWS)
  .map((thread) => row(thread, locale))
  .join('')}</ul>`;

function organisationLines({ data, locale, titleOf }: Shown): string {
  const organisation = data as Result<typeof organisations.read>;
  const { parent } = organisation;
  const crumbs: Crumb[] = [['/don-vi', titleOf('/don-vi')]];
  if (parent) crumbs.push([address('/don-vi', parent.id, parent.name), nameOf(parent, locale)]);
  const other = locale === 'en' ? organisation.name : organisation.nameEn;
  const shown = nameOf(organisation, locale);
  const beside = other && other !== shown ? `<span>${text(other)}</span>` : '';
  return `<nav class="crumb"><span class="dot">${links(crumbs)
    .map((link) => `<span>${link}</span>`)
    .join(
      '',
    )}</span></nav>${columns(`${heading(shown)}<div class="lede"><span class="organisation-lede">${beside}${blank(4)}</span></div>`)}`;
}

const personName = ({ prefix, name }: { prefix: string; name: string }) => [prefix, name].filter(Boolean).join(' ');

function personLines({ data, locale, titleOf }: Shown): string {
  const person = data as Result<typeof people.read>;
  const at = person.organisation && nameOf(person.organisation, locale);
  const place = [titleIn(person.title, locale), person.unit, at].filter(Boolean).join(', ');
  return `${crumb([['/danh-ba', titleOf('/danh-ba')]])}${columns(`${heading(personName(person))}
<div class="lede"><p>${text(place)}</p><span class="person-words">&nbsp;</span></div>
${person.bio && `<p class="person-bio measure">${text(person.bio)}</p>`}`)}`;
}

function topicLines({ data, locale, titleOf }: Shown): string {
  const topic = data as Result<typeof topics.read>;
  const lede = locale === 'en' && topic.descriptionEn ? topic.descriptionEn : topic.description;
  return `${crumb([['/chu-de', titleOf('/chu-de')]])}${columns(
    `${heading(nameOf(topic, locale))}<div class="lede">${text(lede)}</div>`,
  )}`;
}

const homeLines = ({ visitor, about, network, titleOf }: Shown) =>
  columns(
    visitor
      ? `${heading(network)}<div class="stack home-about"><p class="measure">${text(about)}</p></div>`
      : heading(titleOf('/')),
  );

/** The heading and first lines of a page by its path, as the page itself will draw them a moment later. */
export function linesOf(path: string, shown: Shown): string {
  switch (path) {
    case '/':
      return homeLines(shown);
    case '/hoi-dap':
    case '/hoi-dap/chua-tra-loi':
      return listLines(shown, shown.titleOf(path));
    case '/hoi-dap/$id':
      return threadLines(shown);
    case '/don-vi/$id':
      return organisationLines(shown);
    case '/danh-ba/$id':
      return personLines(shown);
    case '/chu-de/$slug':
      return topicLines(shown);
    default:
      return heading(shown.titleOf(path));
  }
}

/** The name of what the page shows where it has one: a question, a person, an organisation, a topic. */
export function nameShown(path: string, data: unknown, locale: Locale): string | undefined {
  if (path === '/hoi-dap/$id') return (data as Result<typeof threads.read>).thread.title;
  if (path === '/danh-ba/$id') return personName(data as Result<typeof people.read>);
  return path === '/don-vi/$id' || path === '/chu-de/$slug' ? nameOf(data as Named, locale) : undefined;
}
