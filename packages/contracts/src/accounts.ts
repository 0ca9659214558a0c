import { z } from 'zod';
import { created, done, email, id, idParams, line } from './common.js';
import { route } from './route.js';
import { code, consentPurpose, display } from './sessions.js';

/** Where chosen, a password has at least 15 characters, since it stands alone. */
const password = z.string().normalize('NFC').min(15).max(200);
export const setPassword = route('accounts.setPassword', {
  method: 'PUT',
  path: '/api/account/password',
  access: 'account',
  queue: 'password',
  summary:
    'Sets a password, or takes it away with null. Needs a sign-in not older than ten minutes; ends all other sessions.',
  body: z.strictObject({ password: password.nullable() }),
  response: done,
  problems: ['sign-in-again'],
});

const consents = z.object({ consents: z.array(consentPurpose) });

export const givenConsents = route('accounts.consents', {
  method: 'GET',
  path: '/api/account/consents',
  access: 'member',
  summary: 'The purposes that the caller consents to now.',
  response: consents,
});

export const saveConsents = route('accounts.saveConsents', {
  method: 'PUT',
  path: '/api/account/consents',
  access: 'member',
  summary: 'Consents to exactly these purposes; what was consented to before and is not named is withdrawn.',
  body: z.strictObject({ consents: z.array(consentPurpose).max(2) }),
  response: consents,
});

export const emails = route('accounts.emails', {
  method: 'GET',
  path: '/api/account/emails',
  access: 'account',
  summary: 'Own addresses.',
  response: z.object({
    items: z.array(z.object({ id, email: z.string(), confirmed: z.boolean(), primary: z.boolean() })),
    hasPassword: z.boolean(),
  }),
});

export const addEmail = route('accounts.addEmail', {
  method: 'POST',
  path: '/api/account/emails',
  access: 'account',
  summary: 'Adds a second address; a code goes to it.',
  body: z.strictObject({ email }),
  response: created,
  creates: true,
  problems: ['already-exists', 'sign-in-again', 'too-many-requests', 'unavailable'],
  perMinute: 5,
});

export const confirmEmail = route('accounts.confirmEmail', {
  method: 'POST',
  path: '/api/account/emails/:id/confirm',
  access: 'account',
  summary: 'Confirms an address with the code sent to it.',
  params: idParams,
  body: z.strictObject({ code }),
  response: done,
  problems: ['wrong-code', 'not-found'],
  perMinute: 20,
});

export const makeMainEmail = route('accounts.makeMainEmail', {
  method: 'PUT',
  path: '/api/account/emails/:id/main',
  access: 'account',
  summary: 'Makes a confirmed address the main one: letters go there from now on. Told to every address.',
  params: idParams,
  response: done,
  problems: ['not-found', 'sign-in-again', 'illegal-transition'],
});

export const removeEmail = route('accounts.removeEmail', {
  method: 'DELETE',
  path: '/api/account/emails/:id',
  access: 'account',
  summary: 'Removes an address; one confirmed address always stays.',
  params: idParams,
  response: done,
  problems: ['not-found', 'sign-in-again', 'illegal-transition'],
});

export const saveDisplay = route('accounts.saveDisplay', {
  method: 'PUT',
  path: '/api/account/display',
  access: 'account',
  summary: 'Language, theme, text size and contrast.',
  body: z.strictObject(display.shape),
  response: done,
});

export const disable = route('accounts.disable', {
  method: 'POST',
  path: '/api/accounts/:id/disable',
  access: 'administrator',
  summary: 'Shuts a person out at once, open streams included.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'illegal-transition', 'last-administrator'],
});

export const enable = route('accounts.enable', {
  method: 'POST',
  path: '/api/accounts/:id/enable',
  access: 'administrator',
  summary: 'Lets a disabled person in again.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'illegal-transition'],
});
