import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import { RETRY_AFTER } from './gate.js';
import { headersOf } from './headers.js';
import { localeOf } from './locale.js';
import { Problem } from './problem.js';

/** A body beyond this is not read to its end only to be thrown away: the connection goes with it. */
const SMALL = 64 * 1024;
/** So long what still comes of it is read: closing at once would take the answer away from whoever is still sending. */
const LINGER_MS = 1000;
/** Fastify's own, which it gives only to a server that it makes itself. */
const KEEP_ALIVE_MS = 72_000;
const REFUSAL = new Problem('unavailable');

/** What is asked at the door, before a request costs anything. */
export interface Door {
  /** Whether whoever comes now is refused; readers who are not signed in are while there is still room for others. */
  full(visitor: boolean): boolean;
  /** Whether the process is about to end, and no connection is kept. */
  closing(): boolean;
  /** Called for each that is refused. */
  refused(): void;
}

/**
 * A server that refuses calls of the API while `door` is full, before routing, parsing and logging: a refusal that costs a tenth of
 * an answer would leave no room for answers. Told to Fastify as its server; its own limits of time are set here again.
 */
export const sheddingServer =
  (door: Door, secure: boolean, sessionCookie: string) =>
  (handler: (request: IncomingMessage, response: ServerResponse) => void, options: FastifyServerOptions): Server => {
    // Whether the cookie is worth anything is not asked: who invents one waits as long as a member, and no longer.
    const isVisitor = ({ method, headers }: IncomingMessage) =>
      (method === 'GET' || method === 'HEAD') && !headers.cookie?.includes(`${sessionCookie}=`);
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/api/') && door.full(isVisitor(request))) refuse(request, response, secure, door);
      else handler(request, response);
    });
    server.keepAliveTimeout = options.keepAliveTimeout ?? KEEP_ALIVE_MS;
    server.requestTimeout = options.requestTimeout ?? 0;
    return server;
  };

function refuse(request: IncomingMessage, response: ServerResponse, secure: boolean, door: Door): void {
  door.refused();
  const id = crypto.randomUUID();
  const { headers } = request;
  const large = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > SMALL;
  const body = JSON.stringify(REFUSAL.body(localeOf(request), id));
  response.writeHead(REFUSAL.status, {
    ...headersOf(id, secure),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': String(RETRY_AFTER),
    ...((large || door.closing()) && { connection: 'close' }),
  });
  if (!large) {
    response.end(body);
    return;
  }
  response.write(body);
  const end = () => response.end();
  const linger = setTimeout(end, LINGER_MS);
  request
    .resume()
    .once('close', () => clearTimeout(linger))
    .once('end', end);
}
