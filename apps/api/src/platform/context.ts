import type { Locale } from '@hat-nhan/contracts';
import type { Clock } from './clock.js';
import type { Db } from './db.js';

export type Role = 'moderator' | 'editor' | 'coordinator' | 'administrator';

/** Whose request this is; null person for a visitor. */
export interface Actor {
  personId: number;
  sessionId: number;
  /** None before a second factor was shown in this session. */
  roles: ReadonlySet<Role>;
  /** Past the rules of the first sign-in. */
  member: boolean;
  /** When he last proved who he is, by his second factor where he has one. */
  signedInAt: Date;
}

/** What every service method is given first. `db` is the only handle on the database. */
export interface Ctx {
  actor: Actor | null;
  db: Db;
  requestId: string;
  clock: Clock;
  locale: Locale;
  /** Where the request came from, for sessions and audit. */
  client: { agent: string; address: string };
  /** Version that a guarded change was made from (If-Match); 0 where the route is not guarded. */
  ifMatch: number;
  /** Cookies to set with the answer, by name. */
  reply: ReplyDraft;
}

/** What a handler may add to its answer besides the body. */
export interface ReplyDraft {
  cookies: { name: string; value: string; maxAge: number | null; path: string }[];
  clearSiteData: boolean;
  cookie(name: string): string | undefined;
}

/** The actor of a route that only members reach. Throws where the route's access level was forgotten. */
export function actorOf(ctx: Ctx): Actor {
  if (!ctx.actor) throw new Error('This route needs an actor, but its access level lets visitors in.');
  return ctx.actor;
}
