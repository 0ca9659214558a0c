import { z } from 'zod';
import { day, done, id, line, named, topicLink } from './common.js';
import { route } from './route.js';

export const read = route('moving.read', {
  method: 'GET',
  path: '/api/profile/moving',
  access: 'member',
  summary:
    'What "Chuyển công tác" is about: the position in office, what stays with the organisation and what goes along.',
  response: z.object({
    position: z
      .object({
        title: z.string(),
        unit: z.string(),
        organisation: named,
        from: day.nullable(),
        enterprise: z.boolean(),
      })
      .nullable(),
    stays: z.object({
      /** Organisations that one speaks for: ends with the position. */
      represents: z.array(named),
      /** Spaces of the organisation: membership ends. */
      spaces: z.array(z.object({ id, name: z.string(), nameEn: z.string() })),
    }),
    goes: z.object({
      /** Questions that are not settled yet: they go on in one's own name, under the position of then. */
      questions: z.array(z.object({ id, title: z.string() })),
      openQuestions: z.int(),
      /** Invitations to answer that wait: each may be handed on to a colleague. */
      invitations: z.array(z.object({ id, title: z.string() })),
      /** Topics that one is named an expert of, in one's own name. */
      expertOf: z.array(topicLink),
    }),
  }),
});

export const move = route('moving.move', {
  method: 'POST',
  path: '/api/profile/moving',
  access: 'member',
  summary: 'Ends the own position in office on a day and begins the next, retires, or leaves it open, in one step.',
  body: z.strictObject({
    to: day,
    next: z.enum(['in_office', 'retired', 'none']),
    title: line(0, 100).default(''),
    unit: line(0, 200).default(''),
    organisationId: id.nullable().default(null),
    /** Roles that a colleague who stays is asked to take over. */
    handOver: z
      .array(z.strictObject({ topicId: id.optional(), organisationId: id.optional(), personId: id }))
      .max(20)
      .default([]),
  }),
  response: done,
  problems: ['forbidden', 'illegal-transition', 'not-found'],
});
