import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import { RETRY_AFTER } from './gate.js';
import { headersOf } from './headers.js';
import { localeOf } from './locale.js';
import { Problem } from './problem.js';

/** A body beyond this is not read to its end only to be thrown away: the connection goes with it. */
const SMALL = 64 * 1024;

/** What is asked at the door, before a request costs anything. */
export interface Door {
  /** Whether whoever comes now is refused. */
  full(): boolean;
  /** Called for each that is. */
  refused(): void;
}

/**
 * A server that refuses calls of the API while `door` is full, before routing, parsing and logging: a refusal that costs a tenth of
 * an answer would leave no room for answers. Told to Fastify as its server; its own limits of time are set here again.
 */
export const sheddingServer =
  (door: Door, secure: boolean) =>
  (handler: (request: IncomingMessage, response: ServerResponse) => void, options: FastifyServerOptions): Server => {
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/api/') && door.full()) refuse(request, response, secure, door);
      else handler(request, response);
    });
    // Without one of its own Fastify gives these to the server that it makes.
    server.keepAliveTimeout = options.keepAliveTimeout ?? KEEP_ALIVE_MS;
    server.requestTimeout = options.requestTimeout ?? 0;
    return server;
  };

const KEEP_ALIVE_MS = 72_000;

function refuse(request: IncomingMessage, response: ServerResponse, secure: boolean, door: Door): void {
  door.refused();
  const id = crypto.randomUUID();
  const { headers } = request;
  const large = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > SMALL;
  const problem = new Problem('unavailable');
  const body = JSON.stringify(problem.body(localeOf(request), id));
  response
    .writeHead(problem.status, {
      ...headersOf(id, secure),
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'retry-after': String(RETRY_AFTER),
      ...(large && { connection: 'close' }),
    })
    .end(body);
}
