import type { Locale, organisations, Result, threads, topics } from '@hat-nhan/contracts';
import { cut } from '@hat-nhan/markdown';
import { nameShown } from './page-lines.js';
import { address, escapeText } from './page-text.js';
import { paragraphs } from './page-thread.js';
import { INDEXED } from './sitemap.service.js';

const NETWORK: Record<Locale, string> = {
  vi: 'Mạng lưới chuyên gia Chính phủ điện tử',
  en: 'e-Government Experts Network',
};
// The same words as on the first page for visitors; a journey holds them together.
const ABOUT: Record<Locale, string> = {
  vi: 'Hạt Nhân là nơi những người làm chính phủ điện tử ở các bộ, ngành và địa phương hỏi nhau về việc thật, trả lời nhau và giữ lại những gì đã kiểm nghiệm. Phần công khai ai cũng đọc được; thành viên tham gia theo lời mời của đơn vị hoặc ban điều phối.',
  en: 'Hạt Nhân is where the people who build e-government in Vietnam’s ministries and provinces ask each other about real work, answer each other and keep what has proved itself. Anybody may read the public part; members join by invitation of their organisation or the coordinators.',
};
/** What the network is called, and what it is, by language. */
export const network = (locale: Locale) => ({ network: NETWORK[locale], about: ABOUT[locale] });

const DESCRIPTION = 160;
const TERRITORY: Record<Locale, string> = { vi: 'vi_VN', en: 'en_US' };

/** What a page is about, for its head. */
export interface Headed {
  origin: string;
  locale: Locale;
  /** Path of the page in the router, and as it was opened; undefined where there is no such page. */
  page: string | undefined;
  opened: string;
  /** The title of the page by itself. */
  title: string;
  status: number;
  visitor: boolean;
  /** The first answer, as its reader got it. */
  data: unknown;
}

/** The one address of what is shown; undefined where search engines shall not keep it. */
function canonical({ page, opened, data }: Headed): string | undefined {
  if (page !== undefined && INDEXED.includes(page)) return opened;
  if (!data) return undefined;
  if (page === '/hoi-dap/$id') {
    const { thread } = data as Result<typeof threads.read>;
    const { id, title } = thread.duplicateOf ?? thread;
    return address('/hoi-dap', id, title);
  }
  if (page === '/don-vi/$id') {
    const { id, name } = data as Result<typeof organisations.read>;
    return address('/don-vi', id, name);
  }
  return page === '/chu-de/$slug' ? `/chu-de/${(data as Result<typeof topics.read>).slug}` : undefined;
}

function about({ page, data, locale }: Headed): string {
  if (data && page === '/hoi-dap/$id') {
    return paragraphs((data as Result<typeof threads.read>).thread.html)[0] ?? ABOUT[locale];
  }
  if (data && page === '/chu-de/$slug') {
    const { description, descriptionEn } = data as Result<typeof topics.read>;
    return (locale === 'en' && descriptionEn) || description || ABOUT[locale];
  }
  return ABOUT[locale];
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeText(content)}">`;
const property = (name: string, content: string) => `<meta property="og:${name}" content="${escapeText(content)}">`;

/**
 * Title, description, canonical address and link preview. The preview is made for visitors only, from what a visitor gets; a
 * member's page has its title alone. What is hidden has the head of what does not exist.
 */
export function headOf(headed: Headed): string {
  const { origin, locale, page, status, visitor, data } = headed;
  const title = (page && data ? nameShown(page, data, locale) : undefined) ?? headed.title;
  const lines = [`<title>${escapeText(title)} · ${NETWORK[locale]}</title>`];
  const place = status === 200 && visitor ? canonical(headed) : undefined;
  const description = cut(visitor ? about(headed) : ABOUT[locale], DESCRIPTION);
  lines.push(meta('description', description));
  // Where only the answer is missing for a moment, nothing is told: search engines would forget the page.
  const waiting = status === 200 && (!visitor || page?.includes('$') === true);
  if (place === undefined) return [...lines, ...(waiting ? [] : [meta('robots', 'noindex')])].join('\n    ');
  return [
    ...lines,
    `<link rel="canonical" href="${escapeText(origin + place)}">`,
    property('type', page === '/hoi-dap/$id' ? 'article' : 'website'),
    property('site_name', `Hạt Nhân · ${NETWORK[locale]}`),
    property('locale', TERRITORY[locale]),
    property('title', title),
    property('description', description),
    property('url', origin + place),
    property('image', `${origin}/preview.png`),
    property('image:width', '1200'),
    property('image:height', '630'),
  ].join('\n    ');
}
