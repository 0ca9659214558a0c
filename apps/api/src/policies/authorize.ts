import type { Actor, Ctx } from '../platform/context.js';
import { actorOf } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { demandStaffSignIn } from './fresh.js';

/** One action: whether this actor may do it to this thing, which he can see. Pure. */
export type Rule<T> = (actor: Actor, thing: T) => boolean;

const NO_ROLES: Actor['roles'] = new Set();

/** Lets a rule decide. Throws `forbidden`; and where only a role allows it, `sign-in-again` after twelve hours. */
export function authorize<T>(ctx: Ctx, rule: Rule<T>, thing: T): void {
  const actor = actorOf(ctx);
  if (!rule(actor, thing)) throw new Problem('forbidden');
  if (!rule({ ...actor, roles: NO_ROLES }, thing)) demandStaffSignIn(ctx);
}

/** The same for `can` in answers: a visitor may do nothing. */
export const may = <T>(ctx: Ctx, rule: Rule<T>, thing: T): boolean =>
  ctx.actor !== null && ctx.actor.member && rule(ctx.actor, thing);
