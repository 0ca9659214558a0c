import { z } from 'zod';
import { created, day, done, id, idParams, idText, line } from './common.js';
import { organisationKind } from './organisations.js';
import { route } from './route.js';

/** The document that says so: number and date, as it is cited. */
const basis = line(0, 200).default('');
const names = { name: line(3, 200), nameEn: line(0, 200).default(''), abbreviation: line(0, 30).default('') };
const guarded = ['not-found', 'forbidden', 'sign-in-again', 'stale', 'precondition-required'] as const;

export const create = route('registry.create', {
  method: 'POST',
  path: '/api/organisations',
  access: 'member',
  summary: 'Adds an organisation that the registry does not know: coordinators and administrators.',
  body: z.strictObject({
    ...names,
    kind: organisationKind.exclude(['unit']),
    region: line(0, 100).default(''),
    parentId: id.nullable().default(null),
    validFrom: day.nullable().default(null),
  }),
  response: created,
  creates: true,
  problems: ['forbidden', 'sign-in-again', 'already-exists'],
});

export const rename = route('registry.rename', {
  method: 'PUT',
  path: '/api/organisations/:id/name',
  access: 'member',
  summary:
    'Renames an organisation from a day on; the former name stays and is found. Without a day it corrects a mistake.',
  params: idParams,
  body: z.strictObject({ ...names, from: day.nullable(), basis }),
  response: done,
  ifMatch: true,
  problems: [...guarded, 'already-exists', 'illegal-transition'],
});

export const merge = route('registry.merge', {
  method: 'POST',
  path: '/api/organisations/:id/merge',
  access: 'member',
  summary:
    'Merges others into this organisation from a day on: people in office and units move, bylines and former positions stay. A day to come is planned, and it is done on that day.',
  params: idParams,
  body: z.strictObject({ from: z.array(id).min(1).max(10), date: day, basis }),
  response: z.object({ people: z.int(), units: z.int(), representatives: z.int(), planned: z.boolean() }),
  ifMatch: true,
  problems: [...guarded, 'already-exists', 'illegal-transition'],
});

export const takeBackMerger = route('registry.takeBackMerger', {
  method: 'POST',
  path: '/api/mergers/:id/take-back',
  access: 'member',
  summary:
    'Calls off a planned merger, or undoes one by mistake (administrators): who still is where it put him goes back, and what has gone on since stays.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'illegal-transition', 'already-exists'],
});

export const addSuccession = route('registry.addSuccession', {
  method: 'POST',
  path: '/api/organisations/:id/successions',
  access: 'member',
  summary: 'Records what followed an organisation, whole or in part, from a day on. Nobody is moved by it.',
  params: idParams,
  body: z.strictObject({ toId: id, scope: line(0, 200).default(''), date: day, basis }),
  /** The id of what follows, by which it is taken back. */
  response: created,
  creates: true,
  ifMatch: true,
  problems: [...guarded, 'already-exists'],
});

export const removeSuccession = route('registry.removeSuccession', {
  method: 'DELETE',
  path: '/api/organisations/:id/successions/:toId',
  access: 'member',
  summary: 'Takes back what was recorded here to have followed; what the file of the registry says stays.',
  params: z.strictObject({ ...idParams.shape, toId: idText }),
  response: done,
  ifMatch: true,
  problems: guarded,
});

export const dissolve = route('registry.dissolve', {
  method: 'POST',
  path: '/api/organisations/:id/dissolve',
  access: 'member',
  summary: 'Ends an organisation that nobody is in office in and that nothing stands below of.',
  params: idParams,
  body: z.strictObject({ date: day, reason: line(3, 300) }),
  response: done,
  ifMatch: true,
  problems: [...guarded, 'illegal-transition', 'organisation-in-use'],
});

export const restore = route('registry.restore', {
  method: 'POST',
  path: '/api/organisations/:id/restore',
  access: 'member',
  summary: 'Takes a dissolution back that was recorded here.',
  params: idParams,
  body: z.strictObject({ reason: line(3, 300) }),
  response: done,
  ifMatch: true,
  problems: [...guarded, 'illegal-transition'],
});
