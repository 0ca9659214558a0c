import type { FastifyInstance } from 'fastify';

const PATIENCE_MS = 30_000;

/** Ends a connection whose body has not arrived within half a minute, unless its route takes a file. */
export function endSlowBodies(server: FastifyInstance): void {
  server.addHook('preParsing', async (request) => {
    const { raw, headers } = request;
    const body = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!body || request.routeOptions.config.consumes === 'file') return;
    const timer = setTimeout(() => !raw.complete && raw.destroy(), PATIENCE_MS).unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
