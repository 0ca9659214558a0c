import { Injectable } from '@nestjs/common';
import { describeOrganisation } from '../organisations/describe.js';
import { today } from '../organisations/filter.js';
import { ItemsService } from '../items/items.service.js';
import { audit } from '../platform/audit.js';
import { Database } from '../platform/database.js';
import { sql, type Db } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { Every } from '../platform/listen.js';
import { problemOf } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { MergingService } from './merging.service.js';

const DUE = sql('select id, by_id as "byId" from app.mergers_due($1)');
const FAIL = sql('select app.fail_merger($1, $2, $3) as failed');
const BEGINNING = sql('select to_id as "toId", by_id as "byId" from app.successions_beginning($1)');

/** Not of this merger: the queue tries the whole again. */
const AGAIN: ReadonlySet<string> = new Set(['unavailable', 'disk-full', 'internal']);

/** What was decided for a day is done on that day, as far as it still can be. */
@Injectable()
export class RegistryListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly merging: MergingService,
    private readonly items: ItemsService,
  ) {}

  @Every('5 0 * * *')
  async beginDay(): Promise<void> {
    const day = today({ clock: this.settings.clock });
    const [due, beginning] = await this.database.use({
      writes: false,
      run: async (db) =>
        [
          await db.rows<{ id: number; byId: number }>(DUE, [day]),
          await db.rows<{ toId: number; byId: number }>(BEGINNING, [day]),
        ] as const,
    });
    for (const { id, byId } of due) await this.carryOut(id, byId);
    for (const { toId, byId } of beginning) await this.describe(toId, byId);
  }

  /** With the eyes of who recorded it: where he may not any more, it is described when it next changes. */
  private async describe(toId: number, byId: number): Promise<void> {
    const run = (db: Db) => describeOrganisation(this.items, jobContext(db, this.settings, byId), toId);
    try {
      await this.database.use({ viewer: byId, writes: true, run });
    } catch (error) {
      if (AGAIN.has(problemOf(error).code)) throw error;
    }
  }

  /** One that cannot be done says why, to those who keep the registry, and holds up no other. */
  private async carryOut(id: number, byId: number): Promise<void> {
    const run = { viewer: byId, writes: true };
    try {
      const done = await this.database.use({
        ...run,
        run: (db) => this.merging.carryOutPlanned(jobContext(db, this.settings, byId), id),
      });
      if (!done) await this.fail(id, 'out-of-sight');
    } catch (error) {
      const { code } = problemOf(error);
      if (AGAIN.has(code)) throw error;
      await this.fail(id, code);
    }
  }

  /** Nothing where another process has done it meanwhile, or it was called off. */
  private async fail(id: number, reason: string): Promise<void> {
    await this.database.use({
      writes: true,
      run: async (db) => {
        const { failed } = (await db.row<{ failed: boolean }>(FAIL, [id, reason, this.settings.clock.now()]))!;
        if (!failed) return;
        const ctx = { ...jobContext(db, this.settings, 0), actor: null };
        const detail = { mergerId: id, reason };
        await audit(ctx, { action: 'merger.fail', role: 'system', from: 'planned', to: 'failed', detail });
      },
    });
  }
}
