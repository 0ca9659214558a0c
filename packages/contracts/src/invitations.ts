import { z } from 'zod';
import { can, created, done, email, id, idParams, line, page, paging, role, timestamp } from './common.js';
import { personName } from './person-name.js';
import { route } from './route.js';
import { me } from './sessions.js';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'format');
const invitationState = z.enum(['created', 'sent', 'accepted', 'expired', 'revoked', 'replaced']);

export const invite = route('invitations.create', {
  method: 'POST',
  path: '/api/invitations',
  access: 'member',
  summary: 'Invites a person to an account: bound to one address, once, 30 days, never more than the inviter holds.',
  body: z.strictObject({
    email,
    name: personName,
    title: line(2, 100),
    organisationId: id,
    unit: line(0, 200).default(''),
    roles: z.array(role).max(4).default([]),
  }),
  response: created,
  creates: true,
  problems: ['forbidden', 'sign-in-again', 'already-exists'],
});

export const invitations = route('invitations.list', {
  method: 'GET',
  path: '/api/invitations',
  access: 'member',
  summary: 'Invitations that the caller may manage, the newest first.',
  query: z.strictObject(paging),
  response: page(
    z.object({
      id,
      name: z.string(),
      email: z.string(),
      organisation: z.string(),
      state: invitationState,
      createdAt: timestamp,
      expiresAt: timestamp,
      can: can('revoke', 'resend'),
    }),
  ),
  problems: ['forbidden', 'invalid-cursor'],
});

export const ownInvitations = route('invitations.own', {
  method: 'GET',
  path: '/api/me/own-invitations',
  access: 'member',
  summary:
    'Invitations without roles that are still open, to the organisations that the caller represents and those below them; without addresses. The newest 100.',
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        title: z.string(),
        organisation: z.string(),
        organisationId: id,
        invitedBy: z.string(),
        createdAt: timestamp,
        expiresAt: timestamp,
      }),
    ),
  }),
});

export const revokeInvitation = route('invitations.revoke', {
  method: 'POST',
  path: '/api/invitations/:id/revoke',
  access: 'member',
  summary: 'Takes an invitation back.',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const resendExpired = route('invitations.resendExpired', {
  method: 'POST',
  path: '/api/invitations/:id/resend',
  access: 'member',
  summary: 'Invites once more by an expired invitation: a new one for the same address, by whom sends it.',
  params: idParams,
  response: created,
  creates: true,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition', 'already-exists'],
});

export const readInvitation = route('invitations.read', {
  method: 'POST',
  path: '/api/invitation',
  access: 'anyone',
  summary: 'What stands in an invitation. Acts on nothing.',
  body: z.strictObject({ token }),
  response: z.object({
    name: z.string(),
    title: z.string(),
    organisation: z.string(),
    unit: z.string(),
    email: z.string(),
    invitedBy: z.string(),
    expiresAt: timestamp,
  }),
  problems: ['invitation-used', 'invitation-expired', 'not-found'],
  perMinute: 30,
});

export const acceptInvitation = route('invitations.accept', {
  method: 'POST',
  path: '/api/invitation/accept',
  access: 'anyone',
  summary:
    'Joins: makes the account and signs in on this device. One conditional update, so a second click finds it used.',
  body: z.strictObject({
    token,
    name: personName,
    title: line(2, 100),
    unit: line(0, 200),
    trustDevice: z.boolean().default(false),
  }),
  response: me,
  problems: ['invitation-used', 'invitation-expired', 'not-found'],
  perMinute: 20,
});

export const resendInvitation = route('invitations.resend', {
  method: 'POST',
  path: '/api/invitation/resend',
  access: 'anyone',
  summary: 'Asks by its link for an expired invitation again, to the stored address; answers alike in every case.',
  body: z.strictObject({ token }),
  response: z.object({ sent: z.literal(true) }),
  perMinute: 5,
});
