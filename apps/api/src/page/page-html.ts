import type { Locale } from '@hat-nhan/contracts';
import type { FastifyInstance } from 'fastify';
import { makeNonce } from '../platform/headers.js';
import { cut } from '../platform/render.js';
import { firstAnswer, pageAt, type PageEntry } from './page-answers.js';
import { linesOf, nameShown, paragraphs } from './page-lines.js';
import { embedded, escapeText } from './page-text.js';

/** What the build of the web hands over: index.html with its markers, and the pages of the router. */
export interface Shell {
  template: string;
  pages: readonly PageEntry[];
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

const NETWORK: Record<Locale, string> = {
  vi: 'Mạng lưới chuyên gia Chính phủ điện tử',
  en: 'e-Government Experts Network',
};
// The same words as on the first page for visitors; a journey holds them together.
const ABOUT: Record<Locale, string> = {
  vi: 'Hạt Nhân là nơi những người làm chính phủ điện tử ở các bộ, ngành và địa phương hỏi nhau về việc thật, trả lời nhau và giữ lại những gì đã kiểm nghiệm. Phần công khai ai cũng đọc được; thành viên tham gia theo lời mời của đơn vị hoặc ban điều phối.',
  en: 'Hạt Nhân is where the people who build e-government in Vietnam’s ministries and provinces ask each other about real work, answer each other and keep what has proved itself. Anybody may read the public part; members join by invitation of their organisation or the coordinators.',
};
const DESCRIPTION = 160;

/** Asks the API as this browser would: the same way through the pipeline, with the same eyes. */
async function ask(server: FastifyInstance, { headers, ip }: Opened, url: string, locale?: Locale) {
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

function descriptionOf(path: string | undefined, data: unknown, locale: Locale): string {
  const thread = path === '/hoi-dap/$id' ? (data as { thread: { html: string } } | undefined)?.thread : undefined;
  return escapeText(cut((thread && paragraphs(thread.html)[0]) || ABOUT[locale], DESCRIPTION));
}

/**
 * The HTML of an address for one reader: in his language and look, with title, first lines and first answers as he may see
 * them. What is hidden from him gives the same bytes as what does not exist, but for the nonce.
 */
export async function makePage(server: FastifyInstance, { template, pages }: Shell, opened: Opened) {
  const session = (await ask(server, opened, '/api/session')).data as Session | undefined;
  const person = session?.person;
  const locale: Locale = (opened.locale ?? person?.display.locale) === 'en' ? 'en' : 'vi';
  const found = pageAt(pages, opened.path);
  const first = found && firstAnswer(found.page, found.value, opened.query);
  // Without an answer about the session nobody knows whose eyes the rest would be for.
  const wanted = first && session && (person || !first.members);
  const answer = wanted ? await ask(server, opened, first.url, locale) : undefined;
  const data = answer?.data;
  const status = !found || answer?.status === 404 || (first?.members && !person) ? 404 : 200;
  const path = found?.page.path;
  const titleOf = (of: string) => pages.find((page) => page.path === of)?.title[locale] ?? '';
  const shown = { data, locale, visitor: !person, titleOf, about: ABOUT[locale], network: NETWORK[locale] };
  const named = path && data ? nameShown(path, data, locale) : undefined;
  const title = named ?? found?.page.title[locale] ?? 'Hạt Nhân';
  const nonce = makeNonce();
  const answers = first && data ? [{ key: first.key, data }] : [];
  const html = template
    .replaceAll('__NONCE__', nonce)
    .replaceAll('__LANG__', locale)
    .replaceAll('__THEME__', escapeText(person?.display.theme ?? 'system'))
    .replaceAll('__TEXT__', escapeText(person?.display.textSize ?? 'normal'))
    .replaceAll('__CONTRAST__', escapeText(person?.display.contrast ?? 'normal'))
    .replace(
      '<!--head-->',
      () => `<title>${escapeText(title)} · ${NETWORK[locale]}</title>
    <meta name="description" content="${descriptionOf(path, data, locale)}">`,
    )
    .replace('</head>', () => `${(found?.page.files ?? []).map(fileTag(nonce)).join('')}</head>`)
    .replace('<!--lines-->', () => (path && data ? framed(linesOf(path, shown)) : ''))
    .replace(
      '<!--answers-->',
      () => `<script type="application/json" id="answers" nonce="${nonce}">${embedded({ session, answers })}</script>`,
    );
  return { html, status, nonce, visitor: session !== undefined && !person };
}
