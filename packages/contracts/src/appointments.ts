import { z } from 'zod';
import { can, done, id, idParams, named, page, paging, role, timestamp, topicLink, words } from './common.js';
import { route } from './route.js';

/** Active; not past the rules yet; kept out until a day; shut out. */
export const accountState = z.enum(['active', 'newcomer', 'suspended', 'disabled']);
/** A role, or what somebody is named for. */
export const appointment = z.enum([...role.options, 'expert', 'representative']);
export type Appointment = z.infer<typeof appointment>;

const card = z.object({
  id,
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  organisation: named.nullable(),
  roles: z.array(role),
  expertOf: z.array(topicLink),
  represents: z.array(named),
  state: accountState,
});

export const list = route('appointments.list', {
  method: 'GET',
  path: '/api/accounts',
  access: 'member',
  summary: 'People with an account by name, role and state: for coordinators and administrators.',
  query: z.strictObject({
    q: words.optional(),
    role: appointment.optional(),
    state: accountState.optional(),
    ...paging,
  }),
  response: page(card),
  problems: ['forbidden', 'invalid-cursor'],
});

export const read = route('appointments.read', {
  method: 'GET',
  path: '/api/accounts/:id',
  access: 'member',
  summary: 'What one person is named for, and the state of the account.',
  params: idParams,
  response: z.object({
    ...card.shape,
    joinedAt: timestamp,
    version: z.int(),
    /** Where he may represent: his organisation and those above it. */
    mayRepresent: z.array(named),
    /** Whether a role can act, and on how many devices he is signed in: told to administrators, null to others. */
    secondFactor: z.boolean().nullable(),
    sessions: z.int().nullable(),
    can: can('giveRole', 'appoint', 'disable', 'endSessions'),
  }),
  problems: ['not-found', 'forbidden'],
});

const ofRole = z.strictObject({ ...idParams.shape, role });

export const giveRole = route('appointments.giveRole', {
  method: 'PUT',
  path: '/api/accounts/:id/roles/:role',
  access: 'administrator',
  summary: 'Gives a role. Needs a sign-in of the last ten minutes; the other’s sessions end, so that he signs in anew.',
  params: ofRole,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});

export const takeRole = route('appointments.takeRole', {
  method: 'DELETE',
  path: '/api/accounts/:id/roles/:role',
  access: 'administrator',
  summary: 'Takes a role away, at once. The last administrator keeps his.',
  params: ofRole,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'last-administrator'],
});

export const endSessions = route('appointments.endSessions', {
  method: 'POST',
  path: '/api/accounts/:id/sessions/end',
  access: 'administrator',
  summary: 'Signs a person out on every device.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});

export const setExpert = route('appointments.setExpert', {
  method: 'PUT',
  path: '/api/accounts/:id/expert-topics',
  access: 'member',
  summary: 'Names a person expert of exactly these topics: coordinators and administrators.',
  params: idParams,
  body: z.strictObject({ topicIds: z.array(id).max(20) }),
  response: z.object({ version: z.int() }),
  ifMatch: true,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'stale', 'precondition-required'],
});

export const setRepresented = route('appointments.setRepresented', {
  method: 'PUT',
  path: '/api/accounts/:id/represented',
  access: 'member',
  summary: 'Names a person representative of exactly these organisations: his own or those above it.',
  params: idParams,
  body: z.strictObject({ organisationIds: z.array(id).max(10) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});
