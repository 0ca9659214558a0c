import { z } from 'zod';
import { audience, can, created, done, id, idText, idParams, line, page, paging, spaceKind } from './common.js';
import { route } from './route.js';

const level = z.enum(['read', 'write', 'moderate']);

export const space = z.object({
  id,
  kind: spaceKind,
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  description: z.string(),
  threads: z.int(),
  watch: z.enum(['watch', 'normal', 'mute']),
  /** Minutes between two posts of a person; 0 where slow mode is off. */
  slowMinutes: z.int(),
  can: can('write', 'moderate', 'manage', 'slow'),
});
export type Space = z.infer<typeof space>;

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
  summary: 'One space.',
  params: idParams,
  response: space,
  problems: ['not-found'],
});

export const create = route('spaces.create', {
  method: 'POST',
  path: '/api/spaces',
  access: 'member',
  summary: 'Opens a space. Administrators and coordinators only.',
  body: z.strictObject({
    kind: z.enum(['public', 'members', 'state', 'group']),
    name: line(3, 120),
    nameEn: line(0, 120).default(''),
    description: line(0, 500).default(''),
  }),
  response: created,
  creates: true,
  problems: ['forbidden', 'sign-in-again', 'already-exists'],
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
  summary: 'Makes a person a member of a space, or changes what he may do there.',
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
