import { z } from 'zod';
import { done, email, id, idParams, line, timestamp } from './common.js';
import { route } from './route.js';
import { code, me } from './sessions.js';

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'format')
    .min(1)
    .max(most);
const transports = z.array(z.string().regex(/^[a-z-]{2,20}$/, 'format')).max(8);
const credential = z.object({ id: z.string(), type: z.string(), transports: z.array(z.string()).optional() });
/** What the browser is given to make a passkey, as WebAuthn names it. */
const creation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.string() })),
  timeout: z.int(),
  attestation: z.string(),
  excludeCredentials: z.array(credential),
  authenticatorSelection: z.object({
    residentKey: z.string(),
    requireResidentKey: z.boolean(),
    userVerification: z.string(),
  }),
});
/** What the browser is given to use one. */
const request = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.string(),
  allowCredentials: z.array(credential),
});
/** What an authenticator answers with. */
const assertion = {
  credentialId: base64url(1400),
  clientData: base64url(4000),
  authenticatorData: base64url(4000),
  signature: base64url(2000),
};
/** Sixteen letters and digits in groups of four, as they are printed; typed in any case, with or without what parts them. */
const recovery = z
  .string()
  .trim()
  .toLowerCase()
  .max(40)
  .regex(/^(?:[a-z2-7][\s-]*){16}$/, 'format');

const tries = { perMinute: 20 } as const;
const changing = { access: 'account', problems: ['sign-in-again'] } as const;

export const list = route('factors.list', {
  method: 'GET',
  path: '/api/account/factors',
  access: 'account',
  summary: 'Own second factors: passkeys, an app with codes, recovery codes left.',
  response: z.object({
    passkeys: z.array(
      z.object({ id, name: z.string(), verified: z.boolean(), createdAt: timestamp, usedAt: timestamp.nullable() }),
    ),
    totp: z.boolean(),
    recoveryLeft: z.int(),
    /** Whether a role that the caller holds asks for a second factor. */
    required: z.boolean(),
  }),
});

export const beginPasskey = route('factors.beginPasskey', {
  ...changing,
  method: 'POST',
  path: '/api/account/passkeys/begin',
  summary: 'Begins to add a passkey: a challenge for this session, once, five minutes. Needs a fresh step-up.',
  response: creation,
});

export const addPasskey = route('factors.addPasskey', {
  ...changing,
  method: 'POST',
  path: '/api/account/passkeys',
  summary: 'Adds the passkey that the browser has made. Counts as two factors only where the device asked who uses it.',
  body: z.strictObject({
    name: line(1, 60),
    credentialId: base64url(1400),
    clientData: base64url(4000),
    attestation: base64url(16_000),
    transports,
  }),
  response: z.object({ id }),
  problems: ['sign-in-again', 'wrong-passkey', 'already-exists'],
});

export const removePasskey = route('factors.removePasskey', {
  method: 'DELETE',
  path: '/api/account/passkeys/:id',
  access: 'account',
  summary: 'Removes a passkey. Needs a fresh step-up.',
  params: idParams,
  response: done,
  problems: ['sign-in-again', 'not-found'],
});

export const beginTotp = route('factors.beginTotp', {
  ...changing,
  method: 'POST',
  path: '/api/account/totp/begin',
  summary: 'A new secret for an app with codes; nothing changes before it is confirmed. Needs a fresh step-up.',
  response: z.object({ secret: z.string(), uri: z.string() }),
});

export const confirmTotp = route('factors.confirmTotp', {
  method: 'POST',
  path: '/api/account/totp',
  access: 'account',
  summary: 'Takes the app with codes into use, with the first code that it shows.',
  body: z.strictObject({ code }),
  response: done,
  problems: ['sign-in-again', 'wrong-code', 'illegal-transition', 'too-many-requests'],
  ...tries,
});

export const removeTotp = route('factors.removeTotp', {
  method: 'DELETE',
  path: '/api/account/totp',
  access: 'account',
  summary: 'Removes the app with codes. Needs a fresh step-up.',
  response: done,
  problems: ['sign-in-again', 'not-found'],
});

export const makeRecoveryCodes = route('factors.makeRecoveryCodes', {
  method: 'POST',
  path: '/api/account/recovery-codes',
  access: 'account',
  summary:
    'Ten new recovery codes, shown this once; the earlier ones are void. Needs a second factor and a fresh step-up.',
  response: z.object({ codes: z.array(z.string()) }),
  problems: ['sign-in-again', 'illegal-transition'],
});

export const ways = route('factors.ways', {
  method: 'GET',
  path: '/api/session/step-up',
  access: 'account',
  summary: 'How the caller can prove himself again: with a second factor where he has one, else with a code by mail.',
  response: z.object({ passkey: z.boolean(), totp: z.boolean(), recovery: z.boolean(), mail: z.boolean() }),
});

export const beginStepUp = route('factors.beginStepUp', {
  method: 'POST',
  path: '/api/session/step-up/passkey/begin',
  access: 'account',
  summary: 'A challenge for own passkeys: bound to this session, once, five minutes.',
  response: request,
});

export const stepUpByPasskey = route('factors.stepUpByPasskey', {
  method: 'POST',
  path: '/api/session/step-up/passkey',
  access: 'account',
  summary: 'Steps up with a passkey that asked who uses it. The session goes on under a new token.',
  body: z.strictObject(assertion),
  response: me,
  problems: ['wrong-passkey'],
  ...tries,
});

export const stepUpByTotp = route('factors.stepUpByTotp', {
  method: 'POST',
  path: '/api/session/step-up/totp',
  access: 'account',
  summary: 'Steps up with a code of the app; each code counts once, five wrong ones wait a quarter of an hour.',
  body: z.strictObject({ code }),
  response: me,
  problems: ['wrong-code', 'too-many-requests'],
  ...tries,
});

export const stepUpByRecovery = route('factors.stepUpByRecovery', {
  method: 'POST',
  path: '/api/session/step-up/recovery',
  access: 'account',
  summary: 'Steps up with a recovery code, which is used up.',
  body: z.strictObject({ recovery }),
  response: me,
  problems: ['wrong-code', 'too-many-requests'],
  ...tries,
});

export const requestStepUpCode = route('factors.requestStepUpCode', {
  method: 'POST',
  path: '/api/session/step-up/code',
  access: 'account',
  summary: 'Sends six digits to the stored main address; only for who has no second factor.',
  response: z.object({ sent: z.literal(true), minutes: z.int() }),
  problems: ['illegal-transition', 'too-many-requests', 'unavailable'],
  perMinute: 10,
});

export const stepUpByCode = route('factors.stepUpByCode', {
  method: 'POST',
  path: '/api/session/step-up/code/confirm',
  access: 'account',
  summary: 'Steps up with the six digits of the letter; only for who has no second factor.',
  body: z.strictObject({ code }),
  response: me,
  problems: ['wrong-code', 'illegal-transition'],
  ...tries,
});

export const beginPasskeySignIn = route('factors.beginPasskeySignIn', {
  method: 'POST',
  path: '/api/session/passkey/begin',
  access: 'anyone',
  summary: 'A challenge for whatever passkey this browser knows: bound to it, once, five minutes.',
  response: request,
  perMinute: 20,
});

export const passkeySignIn = route('factors.passkeySignIn', {
  method: 'POST',
  path: '/api/session/passkey',
  access: 'anyone',
  summary: 'Signs in with a passkey.',
  body: z.strictObject({ ...assertion, trustDevice: z.boolean().default(false) }),
  response: me,
  problems: ['wrong-passkey'],
  ...tries,
});

export const recoverySignIn = route('factors.recoverySignIn', {
  method: 'POST',
  path: '/api/session/recovery',
  access: 'anyone',
  summary:
    'Signs in with an address and a recovery code, where the mailbox is out of reach. Tells nothing of an address.',
  body: z.strictObject({ email, recovery, trustDevice: z.boolean().default(false) }),
  response: me,
  problems: ['wrong-code', 'too-many-requests'],
  perMinute: 10,
});
