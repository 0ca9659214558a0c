import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { problems, routes, type Route } from '@hat-nhan/contracts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answerSchema } from './encode.js';
import { contentPolicy, makeNonce } from './headers.js';

type Json = Record<string, unknown>;

const inputSchema = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
};

function parameters(route: Route): Json[] {
  const of = (place: 'path' | 'query', schema: z.ZodObject | undefined) =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
      name,
      in: place,
      required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
      schema: inputSchema(field as z.ZodType),
    }));
  const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: { type: 'string' } });
  return [
    ...of('path', route.params),
    ...of('query', route.query),
    ...(route.ifMatch ? [header('If-Match', true)] : []),
    ...(route.creates ? [header('Idempotency-Key', false)] : []),
  ];
}

/** Problems that a route can answer with: its own, and those of its access level and body. */
function problemsOf(route: Route): string[] {
  const codes = new Set<string>([...route.problems, 'too-many-requests', 'unavailable', 'internal']);
  if (route.params || route.query || route.body) codes.add('invalid-input');
  if (route.access !== 'anyone') codes.add('unauthenticated');
  if (route.access === 'member' || route.access === 'administrator') codes.add('rules-not-accepted');
  if (route.method !== 'GET' && codes.has('rules-not-accepted')) codes.add('rules-changed');
  if (route.access === 'administrator') codes.add('forbidden').add('sign-in-again');
  return [...codes];
}

function answers(route: Route): Json {
  const { $schema: _, ...schema } = answerSchema(route) as Json;
  const good =
    route.produces === 'json'
      ? { 'application/json': { schema } }
      : { [route.produces === 'stream' ? 'text/event-stream' : '*/*']: { schema: { type: 'string' } } };
  const byStatus = new Map<number, string[]>();
  for (const code of problemsOf(route)) {
    const { status } = problems[code as keyof typeof problems];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const failures = [...byStatus].toSorted(([a], [b]) => a - b);
  return {
    200: { description: 'Done.', content: good },
    ...Object.fromEntries(
      failures.map(([status, codes]) => [
        status,
        {
          description: codes.join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    ),
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** OpenAPI 3.1 of every route: a pure function of the contracts. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: route.name,
        tags: [route.name.split('.')[0]],
        summary: route.summary,
        'x-access': route.access,
        parameters: parameters(route),
        ...(route.body && {
          requestBody: { required: true, content: { 'application/json': { schema: inputSchema(route.body) } } },
        }),
        ...(route.consumes === 'file' && {
          requestBody: {
            required: true,
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
        }),
        responses: answers(route),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hạt Nhân',
      version: '0.1.0',
      description:
        'Mạng lưới chuyên gia Chính phủ điện tử. Problems are RFC 9457; lists page by signed keyset cursors.',
    },
    paths,
    components: { schemas: { Problem: problemSchema } },
  };
}

/** Serves the description at /api/openapi.json and a page to browse it at /api/docs/, with nothing from elsewhere. */
export async function addOpenApi(server: FastifyInstance): Promise<void> {
  const text = JSON.stringify(openApi());
  server.get('/api/openapi.json', (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(text),
  );
  const root = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  server.get('/api/docs', (_request, reply) => reply.redirect('/api/docs/'));
  server.get('/api/docs/', (_request, reply) => {
    const nonce = makeNonce();
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', contentPolicy(nonce))
      .send(reference(nonce));
  });
  await server.register(fastifyStatic, {
    root,
    prefix: '/api/docs/',
    decorateReply: false,
    wildcard: false,
    index: false,
    globIgnore: ['**/!(swagger-ui.css|swagger-ui-bundle.js)'],
  });
}

const reference = (nonce: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Giao diện lập trình · Hạt Nhân</title><link rel="stylesheet" href="swagger-ui.css"></head>
<body><div id="reference"></div><script nonce="${nonce}" src="swagger-ui-bundle.js"></script>
<script nonce="${nonce}">SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', docExpansion: 'none', validatorUrl: null, supportedSubmitMethods: [] });</script></body></html>`;
