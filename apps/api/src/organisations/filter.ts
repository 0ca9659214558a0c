import { fold } from '@hat-nhan/vietnamese';
import type { Ctx } from '../platform/context.js';

/**
 * Patterns for `LIKE ALL`: every word begins a word of the folded text, in any order, typed with marks or without.
 * Nothing typed gives no pattern, and so finds everything.
 */
export const filterPatterns = (typed: string | undefined): string[] =>
  (fold(typed ?? '').match(/[\p{L}\p{N}][\p{L}\p{N}&/-]*/gu) ?? []).slice(0, 12).map((word) => `% ${word}%`);

/** Today in Vietnam, YYYY-MM-DD. */
export const today = (ctx: Pick<Ctx, 'clock'>): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(ctx.clock.now());

const aside = (days: number) => (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** The day before and after a day, YYYY-MM-DD. */
export const dayBefore = aside(-1);
export const dayAfter = aside(1);
