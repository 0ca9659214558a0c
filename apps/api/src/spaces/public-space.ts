import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';

const PUBLIC = sql(`select id from space where kind = 'public' order by id limit 1`);

/** Where stands what everybody reads: topics, organisations, the glossary. */
export const publicSpace = async (ctx: Ctx): Promise<number> => (await ctx.db.row<{ id: number }>(PUBLIC))!.id;
