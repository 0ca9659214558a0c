import type { Locale } from '@hat-nhan/contracts';
import type { FastifyInstance } from 'fastify';
import { makeNonce } from '../platform/headers.js';
import { firstAnswer, idOf, pageAt, THREAD_PAGE, type PageEntry } from './page-answers.js';
import { headOf, network } from './page-head.js';
import { linesOf } from './page-lines.js';
import { movedTo } from './page-moved.js';
import { embedded, escapeText } from './page-text.js';

/** What the build of the web hands over: index.html with its markers, and the pages of the router. */
export interface Shell {
  template: string;
  pages: readonly PageEntry[];
  /** Where the product is reached, for addresses that others take with them. */
  origin: string;
}

/** Who opens which address; `locale` is what this browser chose for itself. */
export interface Opened {
  path: string;
  query: string;
  headers: { host?: string | undefined; cookie?: string | undefined; 'accept-language'?: string | undefined };
  ip: string;
  locale: string | undefined;
}

interface Session {
  person: { display: { locale: string; theme: string; textSize: string; contrast: string } } | null;
}

/** Asks the API as this browser would: the same way through the pipeline, with the same eyes. */
async function ask(
  server: FastifyInstance,
  { headers, ip }: Opened,
  url: string,
  locale?: Locale,
): Promise<{ status: number; data: unknown }> {
  const language = locale ?? headers['accept-language'] ?? '';
  const sent = { host: headers.host ?? '', cookie: headers.cookie ?? '', 'accept-language': language };
  const answer = await server.inject({ method: 'GET', url, headers: sent, remoteAddress: ip });
  return { status: answer.statusCode, data: answer.statusCode === 200 ? (answer.json() as unknown) : undefined };
}

const fileTag = (nonce: string) => (file: string) => {
  const common = `crossorigin href="/${file}" nonce="${nonce}"`;
  return file.endsWith('.css')
    ? `<link rel="stylesheet" ${common}>`
    : `<link rel="modulepreload" fetchpriority="low" ${common}>`;
};

const bar =
  '<header class="bar" inert><a class="brand" href="/"><img src="/logo-mark.svg" width="26" height="26" alt="">Hạt Nhân</a></header>';
/** Busy until the page's own code has drawn the rest, and inert: a focus set here would be lost when it does. */
const framed = (lines: string) =>
  `${bar}<div class="frame" inert><div class="nav"></div><main class="main" aria-busy="true">${lines}</main></div>`;

/**
 * The HTML of an address for one reader: in his language and look, with title, first lines and first answers as he may see
 * them. What is hidden from him gives the same bytes as what does not exist, but for the nonce. `moved` is where a thread is
 * read now that leads elsewhere, in place of a page.
 */
export async function makePage(
  server: FastifyInstance,
  { template, pages, origin }: Shell,
  opened: Opened,
): Promise<{ moved: string } | { moved?: undefined; html: string; status: number; nonce: string; visitor: boolean }> {
  const session = (await ask(server, opened, '/api/session')).data as Session | undefined;
  const person = session?.person;
  const locale: Locale = (opened.locale ?? person?.display.locale) === 'en' ? 'en' : 'vi';
  const found = pageAt(pages, opened.path);
  const first = found && firstAnswer(found.page, found.value, opened.query);
  // Without an answer about the session nobody knows whose eyes the rest would be for.
  const wanted = first && session && (person || !first.members);
  const answer = wanted ? await ask(server, opened, first.url, locale) : undefined;
  const data = answer?.data;
  if (answer && found?.page.path === THREAD_PAGE) {
    const asked = { id: idOf(found.value), query: opened.query, ...answer };
    const moved = await movedTo({ ...asked, ask: (url) => ask(server, opened, url, locale) });
    if (moved) return { moved };
  }
  const hidden = answer?.status === 404 || (session && first?.members && !person);
  const status = !found || hidden ? 404 : session ? 200 : 503;
  const path = found?.page.path;
  const titleOf = (of: string) => pages.find((page) => page.path === of)?.title[locale] ?? '';
  const visitor = session !== undefined && !person;
  const shown = { data, locale, visitor: !person, titleOf, query: opened.query, ...network(locale) };
  const title = found?.page.title[locale] ?? 'Hạt Nhân';
  const headed = { origin, locale, page: path, opened: opened.path, title, status, visitor, data };
  const nonce = makeNonce();
  const answers = first && data ? [{ key: first.key, data }] : [];
  const html = template
    .replaceAll('__NONCE__', nonce)
    .replaceAll('__LANG__', locale)
    .replaceAll('__THEME__', escapeText(person?.display.theme ?? 'system'))
    .replaceAll('__TEXT__', escapeText(person?.display.textSize ?? 'normal'))
    .replaceAll('__CONTRAST__', escapeText(person?.display.contrast ?? 'normal'))
    .replace('<!--head-->', () => headOf(headed))
    .replace('</head>', () => `${(found?.page.files ?? []).map(fileTag(nonce)).join('')}</head>`)
    .replace('<!--lines-->', () => (path && data ? framed(linesOf(path, shown)) : ''))
    .replace(
      '<!--answers-->',
      () => `<script type="application/json" id="answers" nonce="${nonce}">${embedded({ session, answers })}</script>`,
    );
  return { html, status, nonce, visitor };
}
