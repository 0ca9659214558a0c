import { z } from 'zod';
import { done, email, id, idParams, line, timestamp } from './common.js';
import { personName } from './person-name.js';
import { route } from './route.js';

const state = z.enum(['requested', 'confirmed', 'declined', 'stopped', 'sent', 'used', 'expired']);

export const claimMailbox = route('claims.ask', {
  method: 'POST',
  path: '/api/mailbox-claims',
  access: 'anyone',
  summary: 'The old mailbox is gone: asks a coordinator to make sure of the person. Answered alike in every case.',
  body: z.strictObject({ name: personName, oldEmail: email, newEmail: email, telephone: line(6, 30) }),
  response: z.object({ received: z.literal(true) }),
  problems: ['too-many-requests'],
  perMinute: 5,
});

export const list = route('claims.list', {
  method: 'GET',
  path: '/api/mailbox-claims',
  access: 'member',
  summary: 'Claims that wait for a coordinator, and those that he confirmed and that still run.',
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        oldEmail: z.string(),
        newEmail: z.string(),
        telephone: z.string(),
        state,
        createdAt: timestamp,
        dueAt: timestamp.nullable(),
        can: z.object({ decide: z.boolean() }),
      }),
    ),
  }),
  problems: ['forbidden'],
});

export const confirm = route('claims.confirm', {
  method: 'POST',
  path: '/api/mailbox-claims/:id/confirm',
  access: 'member',
  summary:
    'Says how the person was made sure of. All his addresses are told; the link goes to the new one after 72 hours.',
  params: idParams,
  body: z.strictObject({ reason: line(10, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const decline = route('claims.decline', {
  method: 'POST',
  path: '/api/mailbox-claims/:id/decline',
  access: 'member',
  summary: 'Declines a claim.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const mine = route('claims.mine', {
  method: 'GET',
  path: '/api/account/mailbox-claims',
  access: 'account',
  summary: 'Claims on the caller’s own account that run.',
  response: z.object({ items: z.array(z.object({ id, newEmail: z.string(), dueAt: timestamp.nullable() })) }),
});

export const stop = route('claims.stop', {
  method: 'POST',
  path: '/api/account/mailbox-claims/:id/stop',
  access: 'account',
  summary: 'Stops a claim on the caller’s own account.',
  params: idParams,
  response: done,
  problems: ['not-found'],
});
