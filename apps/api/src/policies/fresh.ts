import { actorOf, type Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';

const FRESH_MS = 10 * 60_000;

/** What changes how one signs in needs a sign-in not older than ten minutes. Throws `forbidden`. */
export function demandFreshSignIn(ctx: Ctx): void {
  if (ctx.clock.now().getTime() - actorOf(ctx).signedInAt.getTime() > FRESH_MS) throw new Problem('forbidden');
}
