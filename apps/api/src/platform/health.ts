import { createServer, type Server } from 'node:http';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { upToDate } from '../migrations/migrate.js';
import { ConfigError } from './config.js';
import { Database } from './database.js';
import { Disk } from './disk.js';
import { Settings } from './settings.js';
import { faultOf } from './startup-error.js';
import { Stream } from './stream.js';

const CHECK_MS = 1500;

/** Why the port of health could not be opened, by the name of its setting. */
export function refusedHealthPort(error: unknown): unknown {
  const { code, port } = faultOf(error);
  if (code === 'EADDRINUSE')
    return new ConfigError('HEALTH_PORT', `cổng ${port} đang có chương trình khác dùng`, 'this port is taken');
  if (code === 'EACCES')
    return new ConfigError(
      'HEALTH_PORT',
      `người dùng này không được mở cổng ${port}`,
      'this user may not open the port',
    );
  return error;
}

/** Liveness, readiness and metrics on a port of their own, which no proxy publishes. */
@Injectable()
export class Health implements OnApplicationShutdown {
  private readonly registry = new Registry();
  readonly duration = new Histogram({
    name: 'http_request_seconds',
    help: 'Seconds from request to answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  private server: Server | undefined;
  private draining = false;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    stream: Stream,
    private readonly disk: Disk,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const streams = new Gauge({
      name: 'live_streams',
      help: 'Browsers that listen now.',
      registers: [],
      collect() {
        this.set(stream.open);
      },
    });
    this.registry.registerMetric(streams);
  }

  /** From now on not ready, so that a proxy sends nobody new. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** Why this process takes no work; undefined when it does. */
  async notReady(): Promise<string | undefined> {
    if (this.draining) return 'draining';
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, CHECK_MS, 'late').unref());
    const check = this.database.pool.query<{ name: string }>('select name from migrations').then(
      (result) => upToDate(() => Promise.resolve(result.rows)),
      () => 'lost' as const,
    );
    const answer = await Promise.race([check, late]);
    if (answer === 'late' || answer === 'lost') return 'database lost';
    if (!answer) return 'migrations behind';
    return (await Promise.race([this.disk.full(), late])) === true ? 'disk full' : undefined;
  }

  /** Throws ConfigError where another program has the port. */
  async listen(): Promise<void> {
    const { healthPort, host } = this.settings.config;
    this.server = createServer(
      (request, response) =>
        void this.reply(request.url ?? '', (status, text) =>
          response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text),
        ),
    );
    await new Promise<void>((resolve, reject) => {
      this.server!.once('error', (error) => reject(refusedHealthPort(error)));
      this.server!.listen(healthPort, host, resolve);
    });
  }

  private async reply(url: string, send: (status: number, text: string) => void): Promise<void> {
    if (url === '/livez') return send(200, 'ok\n');
    if (url === '/metrics') return send(200, await this.registry.metrics());
    if (url !== '/readyz') return send(404, 'not found\n');
    const why = await this.notReady();
    send(why ? 503 : 200, `${why ?? 'ok'}\n`);
  }

  async onApplicationShutdown(): Promise<void> {
    this.server?.close();
  }
}
