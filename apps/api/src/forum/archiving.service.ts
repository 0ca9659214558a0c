import { Injectable } from '@nestjs/common';
import type { Input, Result, threads } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { Every } from '../platform/listen.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { authorize } from '../policies/authorize.js';
import { archiveThread, possible, transitionsFrom, type ThreadSeen } from '../policies/forum.js';
import { findThread, type ThreadRow } from './sight.js';

/** Months without a new post after which a thread is put away. */
const IDLE_MONTHS = 24;
/** Threads of one transaction. */
const BATCH = 200;

const ARCHIVE = sql(`update item set state = 'archived' where id = $1 and state = $2 returning id`);
const IDLE = sql(`select id, space_id as "spaceId", from_state as "from", version from app.archive_idle($1, $2)`);
const REVIVE = sql(`update item i set state = case when t.accepted > 0 then 'resolved' else 'open' end from thread t
  where t.id = i.id and i.id = $1 and i.state = 'archived' returning i.state`);

type Found = ThreadSeen & ThreadRow;
interface Idle {
  id: number;
  spaceId: number;
  from: string;
  version: number;
}

/** Threads that are put away, by a moderator or by time, and come back with a new answer. */
@Injectable()
export class ArchivingService {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async archive(ctx: Ctx, { id }: Input<typeof threads.archive>): Promise<Result<typeof threads.archive>> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, archiveThread, thread);
    if (!possible(thread, 'archive')) throw new Problem('illegal-transition', { allowed: transitionsFrom(thread) });
    const moved = await ctx.db.row(ARCHIVE, [id, thread.state]);
    if (!moved) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: 'thread.archive', role: 'moderator', itemId: id, from: thread.state, to: 'archived' });
    publish(ctx, 'thread.changed', { threadId: id }, { spaceId: thread.spaceId, itemId: id, version: thread.version });
    return { state: 'archived' };
  }

  /** The thread as a new answer finds it, held by the caller: an archived one is open again. */
  async revive(ctx: Ctx, thread: Found): Promise<Found> {
    if (thread.state !== 'archived') return thread;
    const row = await ctx.db.row<{ state: ThreadSeen['state'] }>(REVIVE, [thread.id]);
    if (!row) throw new Problem('illegal-transition', { allowed: [] });
    await audit(ctx, { action: 'thread.reopen', role: 'answer', itemId: thread.id, from: 'archived', to: row.state });
    return { ...thread, state: row.state };
  }

  /** Each night what nobody wrote in for 24 months is put away, where nobody is asked for anything any more. */
  @Every('50 3 * * *')
  async archiveIdle(): Promise<void> {
    const since = new Date(this.settings.clock.now());
    since.setUTCMonth(since.getUTCMonth() - IDLE_MONTHS);
    while ((await this.archiveSome(since)) === BATCH);
  }

  private archiveSome(since: Date): Promise<number> {
    return this.database.use({
      writes: true,
      run: async (db) => {
        const ctx = { ...jobContext(db, this.settings, 0), actor: null };
        const idle = await db.rows<Idle>(IDLE, [since, BATCH]);
        for (const { id, spaceId, from, version } of idle) {
          await audit(ctx, { action: 'thread.archive', role: 'system', itemId: id, from, to: 'archived' });
          publish(ctx, 'thread.changed', { threadId: id }, { spaceId, itemId: id, version });
        }
        return idle.length;
      },
    });
  }
}
