import { z } from 'zod';
import { created, done, email, id, idParams, line, timestamp } from './common.js';
import { personName } from './person-name.js';
import { route } from './route.js';

const wanted = { email, name: personName, title: line(2, 100), organisationId: id, unit: line(0, 200).default('') };
const received = z.object({ received: z.literal(true) });

export const askToJoin = route('joins.ask', {
  method: 'POST',
  path: '/api/join-requests',
  access: 'anyone',
  summary: 'Asks to join, for oneself. Answered alike whether the address is known, waiting or new.',
  body: z.strictObject({ ...wanted, note: line(0, 500).default('') }),
  response: received,
  problems: ['too-many-requests'],
  perMinute: 5,
});

export const inviteColleague = route('joins.inviteColleague', {
  method: 'POST',
  path: '/api/join-requests/colleagues',
  access: 'member',
  summary: 'Names a colleague; who represents the organisation, or a coordinator, decides.',
  body: z.strictObject({ ...wanted, note: line(0, 500).default('') }),
  response: received,
  problems: ['too-many-requests'],
  perMinute: 10,
});

export const list = route('joins.list', {
  method: 'GET',
  path: '/api/join-requests',
  access: 'member',
  summary:
    'Open requests that the caller may decide: of the organisations that he represents, or all for coordinators.',
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        email: z.string(),
        title: z.string(),
        unit: z.string(),
        organisation: z.string(),
        organisationId: id,
        note: z.string(),
        askedBy: z.string(),
        createdAt: timestamp,
        can: z.object({ decide: z.boolean() }),
      }),
    ),
  }),
});

export const confirm = route('joins.confirm', {
  method: 'POST',
  path: '/api/join-requests/:id/confirm',
  access: 'member',
  summary: 'Confirms that the person works there: an invitation without roles goes to the address.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition', 'already-exists'],
});

export const decline = route('joins.decline', {
  method: 'POST',
  path: '/api/join-requests/:id/decline',
  access: 'member',
  summary: 'Declines with a reason, which the address is told.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const inviteOwn = route('joins.inviteOwn', {
  method: 'POST',
  path: '/api/represented/invitations',
  access: 'member',
  summary: 'A representative invites into his own organisation or one below it; never with a role.',
  body: z.strictObject(wanted),
  response: created,
  creates: true,
  problems: ['forbidden', 'already-exists'],
});
