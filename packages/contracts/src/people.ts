import { z } from 'zod';
import {
  can,
  created,
  day,
  done,
  flag,
  id,
  idParams,
  idText,
  line,
  page,
  paging,
  prose,
  role,
  timestamp,
  topicLink,
  words,
} from './common.js';
import { route } from './route.js';
import { threadKind } from './thread.js';

const position = z.object({
  id,
  title: z.string(),
  unit: z.string(),
  organisation: z.object({ id, name: z.string(), nameEn: z.string() }),
  kind: z.enum(['in_office', 'former', 'retired']),
  from: day.nullable(),
  to: day.nullable(),
});

const card = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  title: z.string(),
  unit: z.string(),
  organisation: z.object({ id, name: z.string(), nameEn: z.string() }).nullable(),
  region: z.string(),
  roles: z.array(role),
  expertOf: z.array(topicLink),
  canAnswer: z.array(topicLink),
  enterprise: z.boolean(),
  demo: z.boolean(),
});
export type PersonCard = z.infer<typeof card>;

export const list = route('people.list', {
  method: 'GET',
  path: '/api/people',
  access: 'member',
  summary: 'The directory: names in any order without marks, organisation, region, topic, who can answer.',
  query: z.strictObject({
    q: words.optional(),
    organisation: idText.optional(),
    region: words.optional(),
    topic: idText.optional(),
    canAnswer: flag.optional(),
    ...paging,
  }),
  response: page(card),
  problems: ['invalid-cursor'],
});

export const read = route('people.read', {
  method: 'GET',
  path: '/api/people/:id',
  access: 'member',
  summary:
    'A person: positions as dated facts, topics, contact as he allows it, what he wrote lately as the caller may read it.',
  params: idParams,
  response: z.object({
    ...card.shape,
    bio: z.string(),
    contact: z.object({ email: z.string().nullable(), telephone: z.string().nullable() }),
    joinedAt: timestamp,
    positions: z.array(position),
    counts: z.object({ questions: z.int(), answers: z.int(), accepted: z.int() }),
    recent: z.array(
      z.object({
        id,
        kind: z.string(),
        threadId: id,
        threadKind,
        title: z.string(),
        excerpt: z.string(),
        at: timestamp,
        accepted: z.boolean(),
        helpful: z.int(),
      }),
    ),
    can: can('edit', 'disable', 'suspend', 'addPosition', 'endPosition'),
    interests: z.array(z.object({ topic: topicLink, text: z.string() })),
    disabled: z.boolean(),
  }),
  problems: ['not-found'],
});

export const saveProfile = route('people.saveProfile', {
  method: 'PUT',
  path: '/api/profile',
  access: 'member',
  summary: 'Own profile: text, contact and who sees it, topics that one can answer on.',
  body: z.strictObject({
    bio: prose(0, 2000),
    telephone: line(0, 30),
    contactVisible: z.boolean(),
    canAnswer: z.array(id).max(10),
  }),
  response: done,
  ifMatch: true,
  problems: ['stale', 'precondition-required'],
});

export const profile = route('people.profile', {
  method: 'GET',
  path: '/api/profile',
  access: 'member',
  summary: 'Own profile, to edit it.',
  response: z.object({
    version: z.int(),
    name: z.string(),
    bio: z.string(),
    telephone: z.string(),
    contactVisible: z.boolean(),
    canAnswer: z.array(id),
    positions: z.array(position),
    /** A year has passed since the post in office was begun or confirmed. */
    askOffice: z.boolean(),
  }),
});

export const addPosition = route('people.addPosition', {
  method: 'POST',
  path: '/api/people/:id/positions',
  access: 'member',
  summary: 'Records a position as a dated fact; the one in office ends the day before.',
  params: idParams,
  body: z.strictObject({
    title: line(2, 100),
    unit: line(0, 200).default(''),
    organisationId: id,
    kind: z.enum(['in_office', 'former', 'retired']),
    from: day,
    to: day.nullable().default(null),
  }),
  response: created,
  creates: true,
  problems: ['not-found', 'forbidden', 'sign-in-again'],
});

export const endPosition = route('people.endPosition', {
  method: 'POST',
  path: '/api/people/:id/positions/end',
  access: 'member',
  summary: 'Ends the position in office: by oneself, who represents the organisation, or a coordinator.',
  params: idParams,
  body: z.strictObject({ to: day }),
  response: done,
  problems: ['not-found', 'forbidden', 'illegal-transition'],
});

export const confirmPosition = route('people.confirmPosition', {
  method: 'POST',
  path: '/api/profile/position/confirm',
  access: 'member',
  summary: 'Still in office: asked once a year.',
  response: done,
  problems: ['illegal-transition'],
});

export const represented = route('people.represented', {
  method: 'GET',
  path: '/api/represented',
  access: 'member',
  summary: 'The organisations that the caller represents, each with who is in office there and below.',
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        nameEn: z.string(),
        people: z.array(
          z.object({
            id,
            name: z.string(),
            title: z.string(),
            unit: z.string(),
            organisation: z.string(),
            organisationId: id,
            since: day.nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const interests = route('people.interests', {
  method: 'GET',
  path: '/api/profile/interests',
  access: 'member',
  summary: 'Interests that the caller has declared, by topic.',
  response: z.object({ items: z.array(z.object({ topicId: id, text: z.string(), declaredAt: timestamp })) }),
});

export const declareInterest = route('people.declareInterest', {
  method: 'PUT',
  path: '/api/profile/interests/:topicId',
  access: 'member',
  summary: 'Declares an interest once for a topic: the label stands on each later post of the caller under it.',
  params: z.strictObject({ topicId: idText }),
  body: z.strictObject({ text: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden'],
});

export const withdrawInterest = route('people.withdrawInterest', {
  method: 'DELETE',
  path: '/api/profile/interests/:topicId',
  access: 'member',
  summary: 'Takes a declared interest back; posts written meanwhile keep their label.',
  params: z.strictObject({ topicId: idText }),
  response: done,
  problems: ['not-found'],
});
