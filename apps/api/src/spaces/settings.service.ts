import { Injectable } from '@nestjs/common';
import type { Input, spaces } from '@hat-nhan/contracts';
import { slug } from '@hat-nhan/vietnamese';
import { authorize } from '../policies/authorize.js';
import { changeSpace, closeGroup } from '../policies/spaces.js';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { NO_ITEM, publish } from '../platform/publish.js';
import { findSpace } from './spaces.service.js';
import { CHANGE, CLOSE } from './spaces.sql.js';

type Change = Input<typeof spaces.change>;
const CURRENT = sql(`select version, name, name_en as "nameEn", purpose, purpose_en as "purposeEn", description,
  description_en as "descriptionEn", listed, takes_requests as "takesRequests", closed_at is not null as closed from space where id = $1`);

/** What a space says of itself, who may know of it, and closing it. */
@Injectable()
export class SpaceSettingsService {
  async change(ctx: Ctx, { id, ...wanted }: Change): Promise<{ version: number }> {
    const space = await findSpace(ctx, id);
    if (space.closed) throw new Problem('group-closed');
    authorize(ctx, changeSpace, space);
    const { name, nameEn, purpose, purposeEn, description, descriptionEn, listed, takesRequests } = wanted;
    const texts = [slug(name), name, nameEn, purpose, purposeEn, description, descriptionEn];
    const { version } = (await ctx.db.row<{ version: number | null }>(CHANGE, [
      id,
      ctx.ifMatch,
      ...texts,
      listed,
      takesRequests,
    ]))!;
    if (version === null) throw await this.refusal(ctx, id);
    await audit(ctx, { action: 'space.change', detail: { spaceId: id, listed, takesRequests } });
    this.tell(ctx, id);
    return { version };
  }

  async close(ctx: Ctx, { id }: { id: number }): Promise<{ done: true }> {
    return this.move(ctx, id, true);
  }

  async reopen(ctx: Ctx, { id }: { id: number }): Promise<{ done: true }> {
    return this.move(ctx, id, false);
  }

  private async move(ctx: Ctx, id: number, closed: boolean): Promise<{ done: true }> {
    authorize(ctx, closeGroup, await findSpace(ctx, id));
    const { moved } = (await ctx.db.row<{ moved: boolean }>(CLOSE, [id, closed, ctx.clock.now()]))!;
    if (!moved) throw new Problem('illegal-transition', { allowed: [closed ? 'reopen' : 'close'] });
    const [from, to] = closed ? ['open', 'closed'] : ['closed', 'open'];
    await audit(ctx, { action: closed ? 'space.close' : 'space.reopen', from, to, detail: { spaceId: id } });
    this.tell(ctx, id);
    return { done: true };
  }

  /** A space is no item: whoever looks at it asks again by the kind of the change, and hears nothing of who made it. */
  private tell(ctx: Ctx, spaceId: number): void {
    publish(ctx, 'space.changed', { spaceId }, { spaceId, itemId: NO_ITEM });
  }

  /** Somebody else closed or changed it in the meantime: in that case, what stands there now. */
  private async refusal(ctx: Ctx, id: number): Promise<Problem> {
    const { closed, ...current } = (await ctx.db.row<Change & { closed: boolean }>(CURRENT, [id]))!;
    return closed ? new Problem('group-closed') : new Problem('stale', { current });
  }
}
