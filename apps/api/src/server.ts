import 'reflect-metadata';
import underPressure from '@fastify/under-pressure';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { appModule } from './app.module.js';
import { checkDatabase } from './platform/boot-check.js';
import { systemClock, type Clock } from './platform/clock.js';
import { ConfigError, type Config } from './platform/config.js';
import { addFailures, sendProblem } from './platform/failures.js';
import { headersOf } from './platform/headers.js';
import { endSlowBodies } from './platform/slow-bodies.js';
import { Health } from './platform/health.js';
import { Jobs } from './platform/jobs.js';
import { makeLog, type Logger } from './platform/log.js';
import { addOpenApi } from './platform/openapi.js';
import { ownHosts, refuseOtherHost } from './platform/origin.js';
import { addPage } from './page/page.js';
import { takeJson } from './platform/json-body.js';
import { Pipeline } from './platform/pipeline.js';
import { Problem, problemOf } from './platform/problem.js';
import { cookieName, cookiesOf } from './platform/reply-draft.js';
import { Queues } from './platform/queues.js';
import { Settings } from './platform/settings.js';
import { sheddingServer, type Door } from './platform/shedding.js';
import { Signal } from './platform/signal.js';
import { faultOf } from './platform/startup-error.js';

declare module 'fastify' {
  interface FastifyInstance {
    notFoundProblem(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  }
}

export interface Server {
  app: NestFastifyApplication;
  origin: string;
  close(): Promise<void>;
}

/** Time that a proxy needs to see that this process is not ready any more. */
const PROXY_NOTICES_MS = 1000;

/** Nest would put its own handlers in the place of ours, which know problems and pages. */
class OurAdapter extends FastifyAdapter {
  override setErrorHandler() {
    return this.instance;
  }

  override setNotFoundHandler() {
    return this.instance;
  }
}

/** What every request meets first: its answer gets the headers of the house, and another host's request is refused. */
type Receive = (request: FastifyRequest, reply: FastifyReply) => void;

function makeFastify(config: Config, log: Logger, receive: Receive, door: Door): FastifyInstance {
  const server = Fastify({
    serverFactory: sheddingServer(door, isSecure(config), cookieName('session', isSecure(config))),
    genReqId: () => crypto.randomUUID(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    routerOptions: {
      ignoreTrailingSlash: false,
      ignoreDuplicateSlashes: false,
      caseSensitive: true,
      maxParamLength: 200,
    },
    forceCloseConnections: 'idle',
    // A file may take its time on a slow line; other bodies have half a minute (`endSlowBodies`).
    requestTimeout: 600_000,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that cannot be read reaches no hook: what each request meets first is met here too.
    frameworkErrors: (_error, request, reply) => {
      const [asked, answer] = [request as FastifyRequest, reply as FastifyReply];
      try {
        receive(asked, answer);
        throw new Problem('not-found');
      } catch (error) {
        sendProblem(asked, answer, problemOf(error));
      }
    },
  });
  server.removeContentTypeParser('text/plain');
  takeJson(server);
  server.decorate('notFoundProblem', (request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, new Problem('not-found')),
  );
  addFailures(server, log);
  return server;
}

const isSecure = ({ origin }: Config) => origin.startsWith('https:');

/** Builds the application on `config`, without listening. `clock` is the system's unless a test brings its own. */
export async function build(config: Config, clock: Clock = systemClock): Promise<NestFastifyApplication> {
  const log = makeLog(config.logLevel);
  const hosts = ownHosts(config.origin);
  const secure = isSecure(config);
  const receive: Receive = (request, reply) => {
    reply.headers(headersOf(request.id, secure));
    refuseOtherHost(request, hosts);
  };
  // The door is there before those who know whether it is full.
  const door: Door = {
    full: (visitor) => queues.full(visitor),
    closing: () => health.isDraining,
    refused: () => health.duration.labels('refused', '503').observe(0),
  };
  const server = makeFastify(config, log, receive, door);
  const adapter = new OurAdapter(server as never);
  const app = await NestFactory.create<NestFastifyApplication>(appModule(config, clock), adapter, {
    // A start that fails is told in one line of ours; Nest's own words are for whoever looks for the cause.
    logger: /^(debug|trace)$/.test(config.logLevel) ? ['error', 'warn'] : false,
    bodyParser: false,
    abortOnError: false,
  });
  const settings = app.get(Settings);
  const health = app.get(Health);
  const queues = app.get(Queues);

  server.addHook('onRequest', async (request, reply) => receive(request, reply));
  endSlowBodies(server);
  server.addHook('onSend', async (_request, reply) => {
    if (health.isDraining) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    health.duration.labels(route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        personId: request.personId,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  // A loaded test machine is no reason to refuse; what is shed is tested with a process of its own.
  if (config.mode !== 'test') {
    const shed = () => {
      throw new Problem('unavailable', { retryAfter: 2 });
    };
    await server.register(underPressure, { maxEventLoopDelay: 1000, retryAfter: 2, pressureHandler: shed });
  }
  app.get(Pipeline).register(server);
  await addOpenApi(server);
  await addPage(server, settings.origin, (request, name) =>
    cookiesOf(request.headers.cookie).get(cookieName(name, settings.secure)),
  );
  await app.init();
  return app;
}

/** Serves the product: page, API, live streams and, unless the configuration says otherwise, the worker. */
export async function serve(config: Config): Promise<Server> {
  await checkDatabase(config, makeLog(config.logLevel));
  const app = await build(config);
  const jobs = app.get(Jobs);
  const signal = app.get(Signal);
  if (config.worker) {
    await jobs.start(true);
    signal.subscribe(() => void jobs.wake().catch(() => {}));
  }
  await signal.start();
  const health = app.get(Health);
  try {
    await app.listen(config.port, config.host).catch((error: unknown) => {
      if (!/^(ENOTFOUND|EAI_AGAIN)$/.test(faultOf(error).code ?? '')) throw error;
      throw new ConfigError('HOST', 'máy này không biết tên đó', 'this machine does not know that name');
    });
    await health.listen();
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    app,
    origin: app.get(Settings).origin,
    // Not ready first, then a moment for the proxy to notice; keep-alive connections end with their next answer.
    close: async () => {
      health.drain();
      if (config.mode !== 'demo') await new Promise((resolve) => setTimeout(resolve, PROXY_NOTICES_MS));
      await app.close();
    },
  };
}
