import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy, makeNonce } from './headers.js';

const WEB = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
const PAGE_TYPES = /text\/html|\*\/\*/;

interface Session {
  person: { display: { locale: string; theme: string; textSize: string; contrast: string } } | null;
  instance: { name: string };
}
interface Answer {
  key: unknown;
  data: unknown;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** JSON that can stand inside a script element. */
const embedded = (value: unknown) =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

/** Which answer a page needs first, so that it is in the HTML already: [query key, address]. */
function firstAnswer(path: string): { key: unknown; url: string } | undefined {
  const thread = /^\/hoi-dap\/(\d{1,10})(?:-[^/]*)?$/.exec(path);
  if (thread) return { key: ['threads.read', { id: Number(thread[1]) }], url: `/api/threads/${thread[1]}` };
  return path === '/' ? { key: ['home.read', {}], url: '/api/home' } : undefined;
}

async function ask(server: FastifyInstance, request: FastifyRequest, url: string): Promise<unknown> {
  const headers = {
    host: request.headers.host ?? '',
    cookie: request.headers.cookie ?? '',
    'accept-language': request.headers['accept-language'] ?? '',
  };
  const answer = await server.inject({ method: 'GET', url, headers, remoteAddress: request.ip });
  return answer.statusCode === 200 ? answer.json() : undefined;
}

/** Serves the page: assets precompressed and immutable, index.html made per request with nonce, head and first answers. */
export async function addPage(
  server: FastifyInstance,
  cookieOf: (request: FastifyRequest, name: string) => string | undefined,
): Promise<void> {
  if (!existsSync(`${WEB}index.html`)) {
    server.setNotFoundHandler((request, reply) => server.notFoundProblem(request, reply));
    return;
  }
  const template = readFileSync(`${WEB}index.html`, 'utf8');
  await server.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      response.header(
        'cache-control',
        /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
    },
  });
  server.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    const asked = request.headers.accept ?? '*/*';
    if (
      path.startsWith('/api/') ||
      path.startsWith('/assets/') ||
      !['GET', 'HEAD'].includes(request.method) ||
      !PAGE_TYPES.test(asked)
    )
      return server.notFoundProblem(request, reply);
    return sendPage(server, template, path, request, reply, cookieOf);
  });
}

async function sendPage(
  server: FastifyInstance,
  template: string,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  cookieOf: (request: FastifyRequest, name: string) => string | undefined,
): Promise<FastifyReply> {
  const session = (await ask(server, request, '/api/session')) as Session | undefined;
  const first = firstAnswer(path);
  const data = first && (await ask(server, request, first.url));
  const answers: Answer[] = first && data ? [{ key: first.key, data }] : [];
  const display = session?.person?.display;
  const lang = cookieOf(request, 'locale') ?? display?.locale ?? 'vi';
  const nonce = makeNonce();
  const title = titleOf(data) ?? 'Hạt Nhân';
  const html = template
    .replaceAll('__NONCE__', nonce)
    .replaceAll('__LANG__', lang === 'en' ? 'en' : 'vi')
    .replaceAll('__THEME__', escape(display?.theme ?? 'system'))
    .replaceAll('__TEXT__', escape(display?.textSize ?? 'normal'))
    .replaceAll('__CONTRAST__', escape(display?.contrast ?? 'normal'))
    .replace('<!--head-->', () => `<title>${escape(title)} · Mạng lưới chuyên gia Chính phủ điện tử</title>`)
    .replace(
      '<!--answers-->',
      () => `<script type="application/json" id="answers" nonce="${nonce}">${embedded({ session, answers })}</script>`,
    );
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', contentPolicy(nonce))
    .send(html);
}

function titleOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('thread' in data)) return undefined;
  return (data.thread as { title?: string }).title;
}
