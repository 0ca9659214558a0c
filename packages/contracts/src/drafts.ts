import { z } from 'zod';
import { POST_LIMIT, done, id, line, prose, timestamp } from './common.js';
import { bodyLimitFor, route } from './route.js';

export const draftKey = z.string().regex(/^[a-z0-9:-]{1,80}$/, 'format');
const draft = z.object({
  key: z.string(),
  version: z.int(),
  savedAt: timestamp,
  title: z.string(),
  text: z.string(),
  fields: z.record(z.string(), z.string()),
});

export const drafts = route('drafts.list', {
  method: 'GET',
  path: '/api/drafts',
  access: 'member',
  summary:
    'Own drafts, newest first, with the thread that each answers; of each text and field the first 400 characters.',
  response: z.object({
    items: z.array(
      draft.extend({
        /** What is being answered; null for a new thread, and for one that may not be read any more. */
        thread: z.object({ id, title: z.string(), kind: z.enum(['question', 'discussion']) }).nullable(),
      }),
    ),
  }),
});

export const readDraft = route('drafts.read', {
  method: 'GET',
  path: '/api/drafts/:key',
  access: 'member',
  summary: 'One draft of one’s own; version 0 and empty where there is none yet.',
  params: z.strictObject({ key: draftKey }),
  response: draft,
});

export const saveDraft = route('drafts.save', {
  method: 'PUT',
  path: '/api/drafts/:key',
  access: 'member',
  summary:
    'Saves a draft, one of at most 50; If-Match with the version last seen, so that two tabs never overwrite each other unseen.',
  params: z.strictObject({ key: draftKey }),
  body: z.strictObject({
    title: line(0, 200),
    text: prose(0),
    fields: z
      .record(z.string().max(40), prose(0, 4000))
      .refine((fields) => Object.keys(fields).length <= 20, { params: { code: 'too-many', maximum: 20 } }),
  }),
  response: z.object({ version: z.int(), savedAt: timestamp }),
  ifMatch: true,
  bodyLimit: bodyLimitFor(POST_LIMIT),
  problems: ['stale', 'precondition-required'],
});

export const removeDraft = route('drafts.remove', {
  method: 'DELETE',
  path: '/api/drafts/:key',
  access: 'member',
  summary: 'Throws a draft away.',
  params: z.strictObject({ key: draftKey }),
  response: done,
});
