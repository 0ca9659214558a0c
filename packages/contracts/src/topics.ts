import { z } from 'zod';
import { id, topicLink, words } from './common.js';
import { route } from './route.js';

export const list = route('topics.list', {
  method: 'GET',
  path: '/api/topics',
  access: 'anyone',
  summary: 'The topics that can be chosen, with the number of threads that the caller may read.',
  response: z.object({
    items: z.array(
      topicLink.extend({ description: z.string(), descriptionEn: z.string(), threads: z.int(), unanswered: z.int() }),
    ),
  }),
});

export const read = route('topics.read', {
  method: 'GET',
  path: '/api/topics/:slug',
  access: 'anyone',
  summary: 'One topic: what it covers, the words of the founding article, its experts (for members).',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/, 'format') }),
  response: topicLink.extend({
    description: z.string(),
    descriptionEn: z.string(),
    quote: z.string(),
    /** Cannot be chosen any more; what stands under it stays. */
    retired: z.boolean(),
    threads: z.int(),
    unanswered: z.int(),
    watch: z.enum(['watch', 'normal', 'mute']),
    experts: z.array(z.object({ personId: id, name: z.string(), title: z.string(), organisation: z.string() })),
  }),
  problems: ['not-found'],
});

export const abbreviations = route('topics.abbreviations', {
  method: 'GET',
  path: '/api/abbreviations',
  access: 'anyone',
  summary: 'The glossary of abbreviations; an ambiguous one has several rows.',
  query: z.strictObject({ q: words.optional() }),
  response: z.object({
    items: z.array(
      z.object({ id, abbreviation: z.string(), meaning: z.string(), meaningEn: z.string(), ambiguous: z.boolean() }),
    ),
  }),
});
