import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from './settings.js';

const AGAIN_MS = 1000;

/** Wakes this process when any process committed an event: one LISTEN connection, re-opened when it is lost. */
@Injectable()
export class Signal implements OnApplicationShutdown {
  private readonly hearers = new Set<() => void>();
  private client: Client | undefined;
  private tick: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly settings: Settings) {}

  /** Calls `hear` after each signal, and once a second at the least in case one was lost. */
  subscribe(hear: () => void): void {
    this.hearers.add(hear);
  }

  async start(): Promise<void> {
    this.tick = setInterval(() => {
      this.tell();
      if (!this.client) void this.connect();
    }, AGAIN_MS).unref();
    await this.connect();
  }

  private tell(): void {
    for (const hear of this.hearers) hear();
  }

  /** One connection at a time; when it is lost, the next tick opens another. */
  private async connect(): Promise<void> {
    if (this.stopped || this.client) return;
    const client = new Client({
      connectionString: this.settings.config.databaseUrl,
      application_name: 'hat-nhan signal',
      keepAlive: true,
      connectionTimeoutMillis: 3000,
    });
    this.client = client;
    const lose = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('notification', () => this.tell());
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      await client.query('listen hat_nhan');
      this.tell(); // what was committed while nobody listened
    } catch {
      lose();
      await client.end().catch(() => {});
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.tick);
    await this.client?.end().catch(() => {});
  }
}
