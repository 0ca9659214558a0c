import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { Every } from '../platform/listen.js';
import { Settings } from '../platform/settings.js';
import { incomingFolder } from './places.js';
import { Storage } from './storage.js';

/** A file that stands under no post is kept so long. */
const KEPT_MS = 24 * 3600 * 1000;
const BATCH = 200;
const DOOM = sql('select app.doom_files($1, $2) as key');
const FORGET = sql('select app.forget_files($1)');

/** Removes files that nobody attached, and what a process that died left behind. */
@Injectable()
export class Orphans {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly storage: Storage,
  ) {}

  /** First nobody can attach them any more, then the bytes go, then the rows: a crash between leaves work, not a gap. */
  @Every('20 * * * *')
  async remove(): Promise<void> {
    const before = new Date(this.settings.clock.now().getTime() - KEPT_MS);
    for (;;) {
      const rows = await this.database.use({
        writes: true,
        run: (db) => db.rows<{ key: string }>(DOOM, [before, BATCH]),
      });
      const keys = rows.map(({ key }) => key);
      for (const key of keys) await this.storage.remove(key);
      await this.database.use({ writes: true, run: (db) => db.run(FORGET, [keys]) });
      if (keys.length < BATCH) break;
    }
    await this.clearIncoming(before);
  }

  private async clearIncoming(before: Date): Promise<void> {
    const folder = incomingFolder(this.settings.config);
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtime < before) await rm(path, { force: true });
    }
  }
}
