import { z } from 'zod';
import { email, idParams, line, prose, timestamp } from './common.js';
import { isPersonName } from './person-name.js';
import { me } from './sessions.js';
import { BODY_LIMIT, route } from './route.js';

export const pages = route('instance.pages', {
  method: 'GET',
  path: '/api/instance/pages',
  access: 'anyone',
  summary: 'The texts that the operator owns: rules of conduct, privacy notice, contact.',
  response: z.object({
    /** Which version of them: agreeing names the one that was read. */
    version: z.int().positive(),
    rules: z.object({ vi: z.string(), en: z.string() }),
    privacy: z.object({ vi: z.string(), en: z.string() }),
    contact: z.string(),
  }),
});

export const setUp = route('instance.setUp', {
  method: 'POST',
  path: '/api/instance/set-up',
  access: 'administrator',
  summary: 'First set-up of an empty network: its name, its first space, who coordinates.',
  body: z.strictObject({
    name: line(3, 120),
    contact: line(3, 200),
    space: line(3, 120),
    coordinatorEmail: email.nullable(),
    coordinatorName: line(0, 100)
      .refine((name) => name === '' || isPersonName(name), { params: { code: 'format' } })
      .default(''),
  }),
  response: me,
  problems: ['illegal-transition'],
});

export const mailTest = route('instance.mailTest', {
  method: 'POST',
  path: '/api/instance/mail-test',
  access: 'administrator',
  summary: 'Sends a mail to the caller and says what the mail server answered.',
  response: z.object({ sent: z.boolean(), answer: z.string() }),
  perMinute: 5,
});

const texts = {
  rulesVi: prose(1, 20_000),
  rulesEn: prose(1, 20_000),
  privacyVi: prose(1, 20_000),
  privacyEn: prose(1, 20_000),
  contact: line(3, 200),
};
const readable = {
  rulesVi: z.string(),
  rulesEn: z.string(),
  privacyVi: z.string(),
  privacyEn: z.string(),
  contact: z.string(),
};
const version = z.int().positive();
const textVersion = z.object({
  version,
  note: z.string(),
  /** Whether every member was asked to agree again. */
  asks: z.boolean(),
  by: z.string(),
  at: timestamp,
});

export const readTexts = route('instance.readTexts', {
  method: 'GET',
  path: '/api/instance/texts',
  access: 'administrator',
  summary: 'The operator’s texts as they are edited, and every version that they have had.',
  response: z.object({ version, ...readable, versions: z.array(textVersion) }),
});

export const readTextVersion = route('instance.readTextVersion', {
  method: 'GET',
  path: '/api/instance/texts/:id',
  access: 'administrator',
  summary: 'The operator’s texts as one version said them.',
  params: idParams,
  response: textVersion.extend(readable),
  problems: ['not-found'],
});

export const saveTexts = route('instance.saveTexts', {
  method: 'PUT',
  path: '/api/instance/pages',
  access: 'administrator',
  summary: 'Makes a new version of the operator’s texts; where it asks, every member agrees again at his next visit.',
  body: z.strictObject({ ...texts, note: line(3, 200), asks: z.boolean() }),
  response: z.object({ version }),
  bodyLimit: 4 * BODY_LIMIT,
  ifMatch: true,
});

const count = z.int().nonnegative();

export const status = route('instance.status', {
  method: 'GET',
  path: '/api/instance/status',
  access: 'administrator',
  summary: 'How the instance is running: version, migrations, last backup, disk, mail, queues.',
  response: z.object({
    version: z.string(),
    postgres: z.string(),
    migrations: z.object({ done: count, missing: count }),
    /** The last backup that was written whole; null where there was none yet. */
    backup: z.object({ at: z.string(), bytes: count, rows: count, files: count }).nullable(),
    /** Of the data folder, in percent; null where the system does not tell. */
    disk: z.object({ used: z.int().min(0).max(100), full: z.boolean() }).nullable(),
    /** Letters of the last 24 hours. */
    mail: z.object({ configured: z.boolean(), sent: count, failed: count }),
    /** `oldest`: seconds for which the first one has been waiting; `failed` for good in the last 24 hours. */
    queues: z.array(z.object({ name: z.string(), waiting: count, failed: count, oldest: count })),
  }),
});
