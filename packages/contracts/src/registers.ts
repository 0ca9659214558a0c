import { z } from 'zod';
import { created, id, idParams, line, timestamp, topicLink } from './common.js';
import { route } from './route.js';

const version = z.int().positive();
const saved = z.object({ version });
/** A change of one entry, made from the version that was seen. */
const changes = {
  method: 'PUT',
  params: idParams,
  response: saved,
  problems: ['not-found'],
  ifMatch: true,
} as const;
const retiredBody = z.strictObject({ retired: z.boolean() });

const topicBody = z.strictObject({
  name: line(3, 120),
  nameEn: line(3, 120),
  description: line(3, 500),
  descriptionEn: line(3, 500),
});

export const topics = route('registers.topics', {
  method: 'GET',
  path: '/api/registers/topics',
  access: 'administrator',
  summary: 'Every topic in its order, retired ones too, with the number of threads that the caller may read.',
  response: z.object({
    items: z.array(
      topicLink.extend({
        description: z.string(),
        descriptionEn: z.string(),
        retired: z.boolean(),
        threads: z.int(),
        version,
      }),
    ),
    /** The version of their order. */
    order: version,
  }),
});

export const addTopic = route('registers.addTopic', {
  method: 'POST',
  path: '/api/registers/topics',
  access: 'administrator',
  summary: 'Adds a topic at the end of the order.',
  body: topicBody,
  response: created,
  creates: true,
});

export const editTopic = route('registers.editTopic', {
  ...changes,
  path: '/api/registers/topics/:id',
  access: 'administrator',
  summary: 'Renames or describes a topic; its address stays.',
  body: topicBody,
});

export const retireTopic = route('registers.retireTopic', {
  ...changes,
  path: '/api/registers/topics/:id/retired',
  access: 'administrator',
  summary: 'Takes a topic out of choice, or back in. Threads keep it; nothing is deleted.',
  body: retiredBody,
});

export const orderTopics = route('registers.orderTopics', {
  method: 'PUT',
  path: '/api/registers/topic-order',
  access: 'administrator',
  summary: 'Puts the topics in an order; those that are not named come after.',
  body: z.strictObject({ ids: z.array(id).min(1).max(200) }),
  response: saved,
  ifMatch: true,
});

const meaning = {
  abbreviation: line(1, 40),
  meaning: line(2, 200),
  meaningEn: line(0, 200),
  synonyms: line(0, 300),
  source: line(3, 300),
};
const word = z.object({
  id,
  abbreviation: z.string(),
  meaning: z.string(),
  meaningEn: z.string(),
  synonyms: z.string(),
  source: z.string(),
  retired: z.boolean(),
  version,
});

export const glossary = route('registers.glossary', {
  method: 'GET',
  path: '/api/registers/abbreviations',
  access: 'member',
  summary: 'Every abbreviation with its source, retired ones too; for editors and administrators.',
  response: z.object({ items: z.array(word) }),
});

export const addWord = route('registers.addWord', {
  method: 'POST',
  path: '/api/registers/abbreviations',
  access: 'member',
  summary: 'Adds an abbreviation, or another meaning of one.',
  body: z.strictObject(meaning),
  response: created,
  creates: true,
  problems: ['already-exists'],
});

export const editWord = route('registers.editWord', {
  ...changes,
  path: '/api/registers/abbreviations/:id',
  access: 'member',
  summary: 'Changes an abbreviation; what it was stays in its history.',
  body: z.strictObject(meaning),
  problems: ['not-found', 'already-exists'],
});

export const retireWord = route('registers.retireWord', {
  ...changes,
  path: '/api/registers/abbreviations/:id/retired',
  access: 'member',
  summary: 'Explains an abbreviation no more, or again.',
  body: retiredBody,
  problems: ['not-found', 'already-exists'],
});

export const wordHistory = route('registers.wordHistory', {
  method: 'GET',
  path: '/api/registers/abbreviations/:id/history',
  access: 'member',
  summary: 'What an abbreviation was before each change, the newest first.',
  params: idParams,
  response: z.object({
    items: z.array(word.omit({ id: true }).extend({ at: timestamp, by: z.string() })),
  }),
  problems: ['not-found'],
});
