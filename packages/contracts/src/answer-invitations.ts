import { z } from 'zod';
import { day, id, idParams, timestamp } from './common.js';
import { route } from './route.js';

/** People whom one question may ask by name at a time. */
export const INVITED_LIMIT = 5;
/** Members of a group that may be asked together. */
export const GROUP_LIMIT = 50;

export const invitationState = z.enum(['open', 'will_answer', 'answered', 'handed_on', 'not_my_field', 'expired']);

const person = z.object({ id, name: z.string(), title: z.string(), organisation: z.string() });

const invited = z.object({
  person,
  state: invitationState,
  at: timestamp,
  /** The day that was promised. */
  answerBy: day.nullable(),
  handedTo: person.nullable(),
  mine: z.boolean(),
});
export type Invited = z.infer<typeof invited>;

export const list = route('answerInvitations.list', {
  method: 'GET',
  path: '/api/threads/:id/invited',
  access: 'member',
  summary: 'Who was invited to answer a question, in order, and how far each has come.',
  params: idParams,
  response: z.object({ items: z.array(invited), left: z.int(), can: z.object({ invite: z.boolean() }) }),
  problems: ['not-found'],
});

export const invite = route('answerInvitations.invite', {
  method: 'POST',
  path: '/api/threads/:id/invited',
  access: 'member',
  summary:
    'Invites people, or the members of a group, to answer; each is told once. Only who may read and answer the question.',
  params: idParams,
  body: z.strictObject({
    personIds: z.array(id).max(INVITED_LIMIT).default([]),
    spaceId: id.optional(),
  }),
  response: z.object({ invited: z.int() }),
  problems: ['not-found', 'forbidden', 'thread-closed'],
  perMinute: 20,
});

export const reply = route('answerInvitations.reply', {
  method: 'PUT',
  path: '/api/threads/:id/invited/mine',
  access: 'member',
  summary: '"Tôi trả lời trong 2 ngày", "Chuyển cho …" or "Không phải lĩnh vực của tôi", for one’s own invitation.',
  params: idParams,
  body: z.strictObject({
    reply: z.enum(['will_answer', 'handed_on', 'not_my_field']),
    /** To whom it is handed on. */
    personId: id.optional(),
  }),
  response: z.object({ state: invitationState, answerBy: day.nullable() }),
  problems: ['not-found', 'illegal-transition'],
});

export const mine = route('answerInvitations.mine', {
  method: 'GET',
  path: '/api/me/invited',
  access: 'member',
  summary: 'Invitations to answer that wait for me: those that are open, and those where I promised a day.',
  response: z.object({
    items: z.array(
      z.object({
        threadId: id,
        title: z.string(),
        state: invitationState,
        at: timestamp,
        answerBy: day.nullable(),
      }),
    ),
  }),
});
