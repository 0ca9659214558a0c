import { z } from 'zod';
import { done, email, id, idParams, locale, role, timestamp } from './common.js';
import { route } from './route.js';

/** Six digits, sent by mail. */
export const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'format');
export const consentPurpose = z.enum(['mail-digest', 'statistics']);
export const display = z.object({
  locale,
  theme: z.enum(['light', 'dark', 'system']),
  textSize: z.enum(['small', 'normal', 'large', 'largest']),
  contrast: z.enum(['normal', 'high']),
});

/** The caller as the page knows him: null person for a visitor. */
export const me = z.object({
  person: z
    .object({
      id,
      name: z.string(),
      title: z.string(),
      organisation: z.string(),
      organisationId: id.nullable(),
      /** Roles that he acts in now. */
      roles: z.array(role),
      /** Roles that he holds and that wait for a second factor, or for this session to show it again. */
      waitingRoles: z.array(role),
      secondFactor: z.boolean(),
      expertOf: z.array(id),
      /** The version of the rules that asks for it is agreed to; `rulesChanged`: an earlier one was. */
      rulesAccepted: z.boolean(),
      rulesChanged: z.boolean(),
      display,
      unread: z.int(),
    })
    .nullable(),
  /** The instance: its name, whether it is a demonstration, still to be set up by its first administrator, and able to send mail. */
  instance: z.object({ name: z.string(), demo: z.boolean(), setUp: z.boolean(), mail: z.boolean() }),
  can: z.object({
    ask: z.boolean(),
    invite: z.boolean(),
    represent: z.boolean(),
    administer: z.boolean(),
    review: z.boolean(),
    readAudit: z.boolean(),
    keepRegistry: z.boolean(),
    appoint: z.boolean(),
    keepGlossary: z.boolean(),
  }),
});
export type Me = z.infer<typeof me>;

export const session = route('session.read', {
  method: 'GET',
  path: '/api/session',
  access: 'anyone',
  summary: 'Who is signed in, and what the page needs to greet him.',
  response: me,
});

export const requestCode = route('session.requestCode', {
  method: 'POST',
  path: '/api/session/code',
  access: 'anyone',
  summary: 'Sends a six-digit code to the stored address; answers alike whether or not it is known.',
  body: z.strictObject({ email }),
  response: z.object({ sent: z.literal(true), minutes: z.int() }),
  problems: ['too-many-requests'],
  perMinute: 10,
});

export const confirmCode = route('session.confirmCode', {
  method: 'POST',
  path: '/api/session/code/confirm',
  access: 'anyone',
  summary: 'Signs in with the code, in the browser that asked for it.',
  body: z.strictObject({ email, code, trustDevice: z.boolean().default(false) }),
  response: me,
  problems: ['wrong-code', 'too-many-requests'],
  perMinute: 20,
});

export const passwordSignIn = route('session.password', {
  method: 'POST',
  path: '/api/session/password',
  access: 'anyone',
  summary: 'Signs in with address and password.',
  body: z.strictObject({ email, password: z.string().min(1).max(200), trustDevice: z.boolean().default(false) }),
  response: me,
  problems: ['wrong-password', 'too-many-requests', 'unavailable'],
  queue: 'password',
  perMinute: 10,
});

export const linkSignIn = route('session.link', {
  method: 'POST',
  path: '/api/session/link',
  access: 'anyone',
  summary: 'Signs in with a link that works once, from the command line or for a lost mailbox.',
  body: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'format') }),
  response: me,
  problems: ['wrong-code', 'already-exists'],
  perMinute: 20,
});

export const signOut = route('session.end', {
  method: 'DELETE',
  path: '/api/session',
  access: 'anyone',
  summary: 'Signs out and clears what the browser keeps.',
  response: done,
});

export const acceptRules = route('session.acceptRules', {
  method: 'POST',
  path: '/api/session/rules',
  access: 'account',
  summary:
    'Accepts the rules of conduct as the version that was read says them, with a consent per purpose; none is needed.',
  body: z.strictObject({ version: z.int().positive(), consents: z.array(consentPurpose).max(2) }),
  response: me,
  problems: ['stale'],
});

export const sessions = route('sessions.list', {
  method: 'GET',
  path: '/api/sessions',
  access: 'account',
  summary: 'Devices that are signed in.',
  response: z.object({
    items: z.array(
      z.object({
        id,
        agent: z.string(),
        area: z.string(),
        createdAt: timestamp,
        usedAt: timestamp,
        trusted: z.boolean(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const endSession = route('sessions.end', {
  method: 'DELETE',
  path: '/api/sessions/:id',
  access: 'account',
  summary: 'Signs one device out.',
  params: idParams,
  response: done,
  problems: ['not-found'],
});

export const endOtherSessions = route('sessions.endOthers', {
  method: 'DELETE',
  path: '/api/sessions',
  access: 'account',
  summary: 'Signs every other device out.',
  response: done,
});
