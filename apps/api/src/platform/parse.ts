import type { Route } from '@hat-nhan/contracts';
import type { FastifyRequest } from 'fastify';
import { invalidInput, Problem } from './problem.js';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses keys that reach into objects, at any depth; a JSON text that was parsed safely can still carry them. */
function refuseOddKeys(value: unknown, path = '', depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > 20) throw new Problem('invalid-input', { errors: [{ pointer: path, code: 'format' }] });
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key))
      throw new Problem('invalid-input', { errors: [{ pointer: `${path}/${key}`, code: 'unknown' }] });
    refuseOddKeys((value as Record<string, unknown>)[key], `${path}/${key}`, depth + 1);
  }
}

type Part = 'params' | 'query' | 'body';

function parsePart(route: Route, part: Part, given: unknown): Record<string, unknown> {
  const schema = route[part];
  const value = given ?? {};
  if (!schema) {
    const extra = typeof value === 'object' ? Object.keys(value) : ['body'];
    if (extra.length > 0)
      throw new Problem('invalid-input', {
        errors: extra.map((key) => ({ pointer: `/${key}`, code: 'unknown' as const })),
      });
    return {};
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // An address that cannot be one of ours is not found, like any other that is not there.
  if (part === 'params') throw new Problem('not-found');
  throw invalidInput(parsed.error.issues, value);
}

/** The flat input of a handler: parameters, query and body, each strictly as the contract says. */
export function parseRequest(route: Route, request: FastifyRequest): Record<string, unknown> {
  const query = request.query as Record<string, unknown>;
  for (const key of Object.keys(query)) {
    // A parameter given twice arrives as an array: nobody may choose between the two.
    if (typeof query[key] !== 'string')
      throw new Problem('invalid-input', { errors: [{ pointer: `/${key}`, code: 'type' }] });
  }
  // The bytes of a file are no fields: the handler reads them itself.
  const body = route.consumes === 'file' ? undefined : request.body;
  refuseOddKeys(body);
  return {
    ...parsePart(route, 'params', request.params),
    ...parsePart(route, 'query', query),
    ...parsePart(route, 'body', body),
  };
}
