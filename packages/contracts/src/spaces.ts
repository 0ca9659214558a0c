import { z } from 'zod';
import {
  audience,
  can,
  created,
  done,
  id,
  idParams,
  idText,
  line,
  page,
  paging,
  prose,
  spaceKind,
  timestamp,
} from './common.js';
import { route } from './route.js';

const level = z.enum(['read', 'write', 'moderate']);

export const space = z.object({
  id,
  kind: spaceKind,
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  purpose: z.string(),
  purposeEn: z.string(),
  description: z.string(),
  descriptionEn: z.string(),
  /** A closed group is read and not written, by its moderators neither. */
  closedAt: timestamp.nullable(),
  threads: z.int(),
  watch: z.enum(['watch', 'normal', 'mute']),
  /** Minutes between two posts of a person; 0 where slow mode is off. */
  slowMinutes: z.int(),
  can: can('write', 'moderate', 'manage', 'slow'),
});
export type Space = z.infer<typeof space>;

/** Whether every member may know that the group exists, and whether they may ask to join it. */
const openness = { listed: z.boolean(), takesRequests: z.boolean() };

/** One space for who reads it; of a group also its face, for who may know of it and reads nothing in it. */
export const spacePage = space.extend({
  ...openness,
  inside: z.boolean(),
  version: z.int(),
  /** People of a group; null where who they are follows from the account. */
  members: z.int().nullable(),
  moderators: z.array(z.object({ personId: id, name: z.string() })),
  /** What waits between the caller and the group: his request, or an invitation to him. */
  joining: z
    .object({ id, kind: z.enum(['asked', 'invited']), note: z.string(), by: z.string(), at: timestamp })
    .nullable(),
  can: can('write', 'moderate', 'manage', 'slow', 'change', 'close', 'reopen', 'ask', 'add', 'invite', 'leave'),
});
export type SpacePage = z.infer<typeof spacePage>;

export const list = route('spaces.list', {
  method: 'GET',
  path: '/api/spaces',
  access: 'anyone',
  summary: 'Spaces that the caller may read, with what he may do there.',
  response: z.object({ items: z.array(space) }),
});

export const read = route('spaces.read', {
  method: 'GET',
  path: '/api/spaces/:id',
  access: 'anyone',
  summary: 'One space that the caller reads, or the face of a group that he may know of.',
  params: idParams,
  response: spacePage,
  problems: ['not-found'],
});

const texts = {
  name: line(3, 120),
  nameEn: line(0, 120).default(''),
  purpose: line(0, 200).default(''),
  purposeEn: line(0, 200).default(''),
  description: prose(0, 2000).default(''),
  descriptionEn: prose(0, 2000).default(''),
};

export const create = route('spaces.create', {
  method: 'POST',
  path: '/api/spaces',
  access: 'member',
  summary: 'Opens a working group, as every member may, or another space, as coordinators and administrators may.',
  body: z.strictObject({
    kind: z.enum(['public', 'members', 'state', 'group']),
    ...texts,
    listed: openness.listed.default(false),
    takesRequests: openness.takesRequests.default(false),
  }),
  response: created,
  creates: true,
  perMinute: 10,
  problems: ['forbidden', 'sign-in-again', 'already-exists', 'group-name-taken', 'too-many-groups'],
});

export const change = route('spaces.change', {
  method: 'PUT',
  path: '/api/spaces/:id',
  access: 'member',
  summary: 'Changes what a space is called, what it says of itself, and who may know of it and ask to join.',
  params: idParams,
  body: z.strictObject({ ...texts, ...openness }),
  response: z.object({ version: z.int() }),
  ifMatch: true,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'already-exists', 'group-name-taken', 'group-closed'],
});

const ends = { access: 'member', params: idParams, response: done } as const;

export const close = route('spaces.close', {
  ...ends,
  method: 'POST',
  path: '/api/spaces/:id/close',
  summary: 'Closes a group: its members read on, nobody writes; what waited to join is over.',
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const reopen = route('spaces.reopen', {
  ...ends,
  method: 'POST',
  path: '/api/spaces/:id/reopen',
  summary: 'Opens a closed group again.',
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition'],
});

export const members = route('spaces.members', {
  method: 'GET',
  path: '/api/spaces/:id/members',
  access: 'member',
  summary: 'People who are members of a space by name.',
  params: idParams,
  query: z.strictObject(paging),
  response: page(z.object({ personId: id, name: z.string(), level })).extend({ total: z.int() }),
  problems: ['not-found', 'invalid-cursor'],
});

const memberParams = z.strictObject({ id: idText, personId: idText });

export const setMember = route('spaces.setMember', {
  method: 'PUT',
  path: '/api/spaces/:id/members/:personId',
  access: 'member',
  summary:
    'Changes what a member may do in a space. Who is not in it yet is added by coordinators and administrators alone.',
  params: memberParams,
  body: z.strictObject({ level }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'last-moderator'],
});

export const removeMember = route('spaces.removeMember', {
  method: 'DELETE',
  path: '/api/spaces/:id/members/:personId',
  access: 'member',
  summary: 'Ends a membership; it takes effect on the next statement, open streams included.',
  params: memberParams,
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'last-moderator'],
});

export { audience };
