import type { ItemsService } from '../items/items.service.js';
import type { Ctx } from '../platform/context.js';
import { today } from './filter.js';
import { DESCRIBED, type Described } from './registry.sql.js';

/** Writes the search row of an organisation from what is known of it now. */
export async function describeOrganisation(items: ItemsService, ctx: Ctx, id: number): Promise<void> {
  const row = await ctx.db.row<Described>(DESCRIBED, [[id], today(ctx)]);
  if (!row) return;
  const { spaceId, name: title, text } = row;
  items.describe(ctx, { itemId: id, spaceId, kind: 'organisation', title, text, threadId: id });
}
