import type { FastifyInstance } from 'fastify';
import { firstAnswers } from '../src/page/page-answers.js';
import { makePage, type Shell } from '../src/page/page-html.js';
import type { World } from './api.js';

export const ORIGIN = 'https://mang-luoi.example.vn';
const named = (path: string, vi: string, en: string, files: string[] = []) => ({ path, title: { vi, en }, files });

/** A page as the build of the web would give it, with every address that carries an answer. */
export const shell: Shell = {
  origin: ORIGIN,
  template:
    '<html lang="__LANG__" data-theme="__THEME__"><head><!--head--><!--answers--><script nonce="__NONCE__"></script></head><body><div id="root"><!--lines--></div></body></html>',
  pages: [
    named('/', 'Trang chủ', 'Home', ['assets/home.css', 'assets/home.js']),
    named('/hoi-dap', 'Hỏi đáp', 'Questions'),
    named('/hoi-dap/chua-tra-loi', 'Chưa trả lời', 'Unanswered'),
    named('/hoi-dap/$id', 'Câu hỏi', 'Question'),
    named('/tim', 'Tìm kiếm', 'Search'),
    named('/danh-ba', 'Danh bạ', 'People'),
    named('/danh-ba/$id', 'Trang cá nhân', 'Profile'),
    named('/don-vi', 'Đơn vị', 'Organisations'),
    named('/don-vi/$id', 'Đơn vị', 'Organisation'),
    named('/chu-de', 'Chủ đề', 'Topics'),
    named('/chu-de/$slug', 'Chủ đề', 'Topic'),
  ],
};

/** Every page of the server that is made from an answer, as its path in the router. */
export const PAGES = Object.keys(firstAnswers);

/** Addresses of a page: one, or one for each of these numbers and names. */
export function addressesOf(page: string, ids: readonly number[], slugs: readonly string[]): string[] {
  if (page.includes('$id')) return [...new Set(ids)].map((id) => page.replace('$id', String(id)));
  return page.includes('$slug') ? slugs.map((slug) => page.replace('$slug', slug)) : [page];
}

/** What the server sends for an address, or where it leads, with the nonce taken out; it is asked from `ip`. Throws where a limit answered. */
export async function htmlOf(world: World, token: string | undefined, path: string, ip: string): Promise<string> {
  const server = world.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const cookie = token === undefined ? undefined : `__Host-session=${token}; session=${token}`;
  const headers = { host: '127.0.0.1:3000', cookie, 'accept-language': 'vi' };
  const page = await makePage(server, shell, { path, query: '', headers, ip, locale: 'vi' });
  if (page.moved !== undefined) return `301 ${page.moved}`;
  const { html, status, nonce } = page;
  if (!html.includes('{"session":{')) throw new Error(`Nobody knew for whom ${path} is`);
  return `${status} ${html.replaceAll(nonce, '')}`;
}
