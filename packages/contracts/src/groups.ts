import { z } from 'zod';
import { byline, created, done, flag, id, idParams, line, page, paging, timestamp, words } from './common.js';
import { route } from './route.js';

/** Open working groups that one person may have opened and moderate at a time. */
export const OWN_GROUPS = 5;

export const joiningKind = z.enum(['asked', 'invited']);

/** A group in a list: what every member may know of it, and more for who is inside. */
const group = z.object({
  id,
  name: z.string(),
  nameEn: z.string(),
  purpose: z.string(),
  purposeEn: z.string(),
  members: z.int(),
  listed: z.boolean(),
  takesRequests: z.boolean(),
  closedAt: timestamp.nullable(),
  inside: z.boolean(),
  /** When something was last written there; null for who does not read it, and where nothing was. */
  activeAt: timestamp.nullable(),
  /** Requests that wait for the caller, who moderates it. */
  requests: z.int(),
  joining: joiningKind.nullable(),
});
export type Group = z.infer<typeof group>;

export const list = route('groups.list', {
  method: 'GET',
  path: '/api/groups',
  access: 'member',
  summary: 'Working groups by name: those of the caller, or others that he may know of.',
  query: z.strictObject({ mine: flag, q: words.optional(), ...paging }),
  response: page(group).extend({ total: z.int(), can: z.object({ open: z.boolean(), openOther: z.boolean() }) }),
  problems: ['invalid-cursor'],
});

const joining = z.object({
  id,
  kind: joiningKind,
  spaceId: id,
  /** The group as it was called when this began. */
  group: z.string(),
  note: z.string(),
  at: timestamp,
  person: byline,
  by: byline,
  can: z.object({ accept: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
});
export type Joining = z.infer<typeof joining>;

export const joinings = route('groups.joinings', {
  method: 'GET',
  path: '/api/joinings',
  access: 'member',
  summary: 'Requests and invitations that wait: the caller’s own, and those of the groups that he moderates.',
  query: z.strictObject({ space: idParams.shape.id.optional() }),
  response: z.object({ items: z.array(joining) }),
});

export const ask = route('groups.ask', {
  method: 'POST',
  path: '/api/spaces/:id/requests',
  access: 'member',
  summary: 'Asks to join a group, with a sentence; its moderators decide.',
  params: idParams,
  body: z.strictObject({ note: line(3, 500) }),
  response: created,
  creates: true,
  perMinute: 10,
  problems: ['not-found', 'already-asked', 'already-member', 'takes-no-requests', 'group-closed'],
});

export const invite = route('groups.invite', {
  method: 'POST',
  path: '/api/spaces/:id/invitations',
  access: 'member',
  summary: 'Invites a person of the directory into a group; he accepts or refuses.',
  params: idParams,
  body: z.strictObject({ personId: id, note: line(0, 500).default('') }),
  response: created,
  creates: true,
  perMinute: 30,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'already-asked', 'already-member', 'group-closed'],
});

const settles = {
  method: 'POST',
  access: 'member',
  params: idParams,
  response: done,
  problems: ['not-found', 'forbidden', 'illegal-transition'],
} as const;

export const accept = route('groups.accept', {
  ...settles,
  path: '/api/joinings/:id/accept',
  summary: 'A moderator accepts who asked; who was invited accepts the invitation. He reads and writes from now on.',
});

export const decline = route('groups.decline', {
  ...settles,
  path: '/api/joinings/:id/decline',
  summary: 'A moderator declines with a reason; who was invited refuses, with or without one.',
  body: z.strictObject({ reason: line(0, 300).default('') }),
});

export const withdraw = route('groups.withdraw', {
  ...settles,
  path: '/api/joinings/:id/withdraw',
  summary: 'Who asked takes the request back; a moderator takes an invitation back.',
});
