import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const JSON_TYPE = /^application\/json(?:[ \t]*;[ \t]*charset=(?:utf-8|"utf-8"))?[ \t]*$/i;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Takes JSON in UTF-8 alone: another charset is refused, and so are bytes that are no text, which would be kept as �. */
export function takeJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return done(new Problem('unsupported-media-type'));
    const text = textOf(body);
    if (text === undefined) return done(new Problem('invalid-input'));
    void parse(request as FastifyRequest, text, done);
  });
}

function textOf(body: Buffer): string | undefined {
  try {
    return decoder.decode(body);
  } catch {
    return undefined;
  }
}
