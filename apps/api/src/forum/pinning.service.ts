import { Injectable } from '@nestjs/common';
import type { Input, threads } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { pinThread } from '../policies/forum.js';
import { findThread } from './sight.js';

const PIN = sql('update thread set pinned = $2 where id = $1 and pinned <> $2');

/** Announcements that stand above the list until they are taken down. */
@Injectable()
export class PinningService {
  async pin(ctx: Ctx, { id, pinned }: Input<typeof threads.pin>): Promise<{ done: true }> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, pinThread, thread);
    if ((await ctx.db.run(PIN, [id, pinned])) === 0) return { done: true };
    const { spaceId, version } = thread;
    await audit(ctx, { action: pinned ? 'thread.pin' : 'thread.unpin', role: 'moderator', itemId: id });
    publish(ctx, 'thread.changed', { threadId: id }, { spaceId, itemId: id, version });
    return { done: true };
  }
}
