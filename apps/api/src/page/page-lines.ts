import type { Locale, organisations, people, Result, ThreadCard, threads, topics } from '@hat-nhan/contracts';
import { titleIn } from '@hat-nhan/vietnamese';
import {
  blank,
  byline,
  columns,
  crumb,
  heading,
  links,
  nameOf,
  type Crumb,
  type Named,
  type Shown,
} from './page-parts.js';
import { address, escapeText as text } from './page-text.js';
import { threadLines } from './page-thread.js';

/** So many rows of a list are in the first view of any screen. */
const ROWS = 8;
const row = (thread: ThreadCard, locale: Locale) => `<li class="row with-kind"><span class="kind">&nbsp;</span><div>
<a class="ttl" href="${address('/hoi-dap', thread.id, thread.title)}">${text(thread.title)}</a>
<div class="small soft"><span>${byline(thread.author, locale)}</span></div>
<div class="meta">${blank(thread.accepted > 0 ? 12 : 7.5)}<span class="topics">${thread.topics
  .map((topic) => `<span class="topic">${text(nameOf(topic, locale))}</span>`)
  .join('')}</span>${thread.demo ? blank(4) : ''}</div></div><div class="act small">${blank(9.5)}</div></li>`;

function listLines({ data, locale }: Shown, title: string): string {
  const { items, pinned } = data as Result<typeof threads.list>;
  const rows = (some: ThreadCard[]) => `<ul class="rows">${some.map((thread) => row(thread, locale)).join('')}</ul>`;
  const above = `<section class="sec"><header><h2>${blank(10)}</h2></header>${rows(pinned)}</section>`;
  return `${heading(title)}
<div class="views"><a>&nbsp;</a></div><span class="filters-open" style="height:2.3125rem"></span>
<div class="filters" data-open="false"><div style="height:4rem"></div></div>
${pinned.length > 0 ? above : ''}${rows(items.slice(0, ROWS))}`;
}

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
