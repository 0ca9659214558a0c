import { z } from 'zod';
import { id, idText, timestamp, topicLink, words } from './common.js';
import { route } from './route.js';

export const foundKind = z.enum(['question', 'discussion', 'answer', 'person', 'organisation', 'topic']);
const found = z.object({
  id,
  kind: foundKind,
  /** The thread that an answer belongs to; otherwise the item itself. */
  threadId: id,
  title: z.string(),
  /** Pieces of the original text; `hit` marks what matched. */
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  titleParts: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  meta: z.string(),
  state: z.string().nullable(),
  accepted: z.boolean(),
  /** A canonical answer, or a thread that has one. */
  canonical: z.boolean(),
  answers: z.int().nullable(),
  at: timestamp.nullable(),
});
export type Found = z.infer<typeof found>;

export const search = route('search.find', {
  method: 'GET',
  path: '/api/search',
  access: 'anyone',
  summary: 'Finds threads, answers, people, organisations and topics, marked or not, among what the caller may read.',
  query: z.strictObject({ q: words, kind: foundKind.optional(), space: idText.optional(), topic: idText.optional() }),
  response: z.object({
    items: z.array(found),
    /** Matches among the candidates; `more` says that there are at least so many. */
    total: z.int(),
    more: z.boolean(),
    kinds: z.array(z.object({ kind: foundKind, count: z.int() })),
    topics: z.array(topicLink),
  }),
  problems: ['unavailable'],
  perMinute: 120,
  queue: 'search',
});

export const similar = route('search.similar', {
  method: 'GET',
  path: '/api/similar',
  access: 'member',
  summary: 'At most five threads like a title being typed, and the topics that they have.',
  query: z.strictObject({ title: words }),
  response: z.object({
    items: z.array(z.object({ id, title: z.string(), state: z.string(), answers: z.int(), accepted: z.int() })),
    topics: z.array(topicLink),
  }),
  perMinute: 120,
  queue: 'search',
});

export const mentionable = route('search.mentionable', {
  method: 'GET',
  path: '/api/mentionable',
  access: 'member',
  summary: 'People and organisations by the first letters of any word of their name, for mentions.',
  query: z.strictObject({ q: words }),
  response: z.object({
    items: z.array(z.object({ kind: z.enum(['person', 'organisation']), id, name: z.string(), detail: z.string() })),
  }),
  perMinute: 240,
});
