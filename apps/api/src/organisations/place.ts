import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { wrongField } from '../platform/problem.js';
import { today } from './filter.js';

const PLACE = sql('select app.place_of($1, $2) as id');

/** Where who comes to an organisation arrives: there, or where it went; null where it is no more. Held against its end. */
export const placeOf = async (ctx: Ctx, id: number): Promise<number | null> =>
  (await ctx.db.row<{ id: number | null }>(PLACE, [id, today(ctx)]))!.id;

/** Whether an organisation goes on; then it does until the transaction is over. */
export const goesOn = async (ctx: Ctx, id: number): Promise<boolean> => (await placeOf(ctx, id)) === id;

/** Refuses the field `pointer` where the organisation that it names is no more. */
export async function demandPlace(ctx: Ctx, id: number, pointer: string): Promise<void> {
  if (!(await goesOn(ctx, id))) throw wrongField(pointer, 'ended');
}
