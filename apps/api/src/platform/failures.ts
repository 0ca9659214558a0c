import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from './log.js';
import { localeOf } from './locale.js';
import { Problem, problemOf } from './problem.js';

/** Answers with a problem in the reader's language; what was not foreseen goes to the log with its request id. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const body = problem.body(localeOf(request), request.id);
  if (problem.details.retryAfter !== undefined) reply.header('retry-after', String(problem.details.retryAfter));
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}

/** Everything that is thrown becomes one problem+json. */
export function addFailures(server: FastifyInstance, log: Logger): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'internal')
      log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'unforeseen');
    return sendProblem(request, reply, problem);
  });
}
