import type { Actor, Ctx } from '../platform/context.js';
import { actorOf } from '../platform/context.js';
import { Problem } from '../platform/problem.js';

/** One action: whether this actor may do it to this thing, which he can see. Pure. */
export type Rule<T> = (actor: Actor, thing: T) => boolean;

/** Lets a rule decide. Throws `forbidden`. */
export function authorize<T>(ctx: Ctx, rule: Rule<T>, thing: T): void {
  if (!rule(actorOf(ctx), thing)) throw new Problem('forbidden');
}

/** The same for `can` in answers: a visitor may do nothing. */
export const may = <T>(ctx: Ctx, rule: Rule<T>, thing: T): boolean =>
  ctx.actor !== null && ctx.actor.member && rule(ctx.actor, thing);
