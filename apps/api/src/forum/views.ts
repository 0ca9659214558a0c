import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { Settings } from '../platform/settings.js';

const ADD = sql('select app.add_views($1, $2)');
const EVERY_MS = 10_000;
const ANEW_MS = 30 * 60_000;
const READERS = 100_000;

/** Counts readings in memory and writes them in batches, so that reading a thread writes nothing. */
@Injectable()
export class Views implements OnApplicationBootstrap, OnApplicationShutdown {
  private counted = new Map<number, number>();
  /** Who has read what in this half hour: reading again, as an open page does by itself, counts no more. */
  private readonly readers = new Set<string>();
  private forgottenAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** One reading of a thread by a person, or a visitor's address; the same reader counts once in half an hour. */
  count(threadId: number, reader: number | string): void {
    const now = this.settings.clock.now().getTime();
    if (now - this.forgottenAt > ANEW_MS || this.readers.size >= READERS) {
      this.readers.clear();
      this.forgottenAt = now;
    }
    const reading = `${threadId} ${reader}`;
    if (this.readers.has(reading)) return;
    this.readers.add(reading);
    this.counted.set(threadId, (this.counted.get(threadId) ?? 0) + 1);
  }

  /** Writes what was counted; what could not be written is counted again. */
  async flush(): Promise<void> {
    if (this.counted.size === 0) return;
    const batch = [...this.counted].toSorted(([a], [b]) => a - b);
    this.counted = new Map();
    try {
      await this.database.use({
        writes: true,
        run: (db) => db.run(ADD, [batch.map(([id]) => id), batch.map(([, count]) => count)]),
      });
    } catch {
      for (const [id, count] of batch) this.counted.set(id, (this.counted.get(id) ?? 0) + count);
    }
  }

  onApplicationBootstrap(): void {
    if (this.settings.config.mode === 'test') return;
    this.timer = setInterval(() => void this.flush(), EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.timer) await this.flush();
  }
}
