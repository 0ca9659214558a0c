import { z } from 'zod';
import { can, done, id, idParams, named, timestamp, topicLink } from './common.js';
import { route } from './route.js';

export const list = route('handovers.list', {
  method: 'GET',
  path: '/api/handovers',
  access: 'member',
  summary:
    'Roles that colleagues who left ask the caller to take over; for who names people, also those that were agreed to.',
  response: z.object({
    items: z.array(
      z.object({
        id,
        state: z.enum(['offered', 'accepted']),
        from: z.object({ id, name: z.string() }),
        person: z.object({ id, name: z.string() }),
        /** Expert of a topic, or representative of an organisation. */
        topic: topicLink.nullable(),
        organisation: named.nullable(),
        at: timestamp,
        can: can('answer', 'settle'),
      }),
    ),
  }),
});

export const decide = route('handovers.decide', {
  method: 'POST',
  path: '/api/handovers/:id/decide',
  access: 'member',
  summary: 'The colleague says yes or no; then who names people names him, or does not.',
  params: idParams,
  body: z.strictObject({ to: z.enum(['accepted', 'declined', 'named', 'refused']) }),
  response: done,
  problems: ['not-found', 'forbidden', 'illegal-transition', 'sign-in-again'],
});
