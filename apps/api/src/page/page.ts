import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy, TRUSTED_TYPES_REPORT } from '../platform/headers.js';
import type { PageEntry } from './page-answers.js';
import { makePage, type Shell } from './page-html.js';

const WEB = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
/** What a page is made of here: nothing to be fetched as it stands. */
const MATERIAL = ['index.html', 'pages.json'];
const compress = promisify(gzip);
const PAGE_TYPES = /text\/html|\*\/\*/;

/** Serves the page: assets precompressed and immutable, index.html made per request with nonce, head and first answers. */
export async function addPage(
  server: FastifyInstance,
  origin: string,
  cookieOf: (request: FastifyRequest, name: string) => string | undefined,
): Promise<void> {
  if (!existsSync(`${WEB}pages.json`)) {
    server.setNotFoundHandler((request, reply) => server.notFoundProblem(request, reply));
    return;
  }
  const shell: Shell = {
    template: readFileSync(`${WEB}index.html`, 'utf8'),
    pages: JSON.parse(readFileSync(`${WEB}pages.json`, 'utf8')) as PageEntry[],
    origin,
  };
  await server.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    index: false,
    globIgnore: MATERIAL.flatMap((file) => [file, `${file}.*`]),
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
    return sendPage(server, shell, path, request, reply, cookieOf(request, 'locale'));
  });
}

async function sendPage(
  server: FastifyInstance,
  shell: Shell,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: string | undefined,
): Promise<FastifyReply> {
  const { headers, ip } = request;
  const query = request.url.slice(path.length + 1);
  const page = await makePage(server, shell, { path, query, headers, ip, locale });
  // Not to be kept: whether it leads there depends on who asks, and may be taken back.
  if (page.moved !== undefined)
    return reply.code(301).header('location', page.moved).header('cache-control', 'no-store').send();
  const { html, status, nonce, visitor } = page;
  reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', contentPolicy(nonce))
    .header('content-security-policy-report-only', TRUSTED_TYPES_REPORT);
  // Only what is public: beside a member's own data, the length of compressed text could tell of it.
  if (!visitor || !/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return reply.send(html);
  return reply.header('content-encoding', 'gzip').send(await compress(html));
}
