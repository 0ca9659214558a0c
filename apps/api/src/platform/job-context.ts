import { randomUUID } from 'node:crypto';
import type { Ctx } from './context.js';
import type { Db } from './db.js';
import type { Settings } from './settings.js';

/** The context of a job that looks with a person's eyes. He acts as a plain member, without his roles. */
export function jobContext(db: Db, settings: Settings, personId: number): Ctx {
  return {
    actor: { personId, sessionId: 0, roles: new Set(), member: true, signedInAt: settings.clock.now() },
    db,
    requestId: randomUUID(),
    clock: settings.clock,
    locale: 'vi',
    client: { agent: '', address: '' },
    ifMatch: 0,
    reply: { cookies: [], clearSiteData: false, cookie: () => undefined },
  };
}
