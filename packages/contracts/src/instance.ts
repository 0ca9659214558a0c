import { z } from 'zod';
import { done, email, line, prose } from './common.js';
import { isPersonName } from './person-name.js';
import { me } from './sessions.js';
import { route } from './route.js';

export const pages = route('instance.pages', {
  method: 'GET',
  path: '/api/instance/pages',
  access: 'anyone',
  summary: 'The texts that the operator owns: rules of conduct, privacy notice, contact.',
  response: z.object({
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

export const saveTexts = route('instance.saveTexts', {
  method: 'PUT',
  path: '/api/instance/pages',
  access: 'administrator',
  summary: 'Changes the operator’s texts.',
  body: z.strictObject({
    rulesVi: prose(1, 20_000),
    rulesEn: prose(1, 20_000),
    privacyVi: prose(1, 20_000),
    privacyEn: prose(1, 20_000),
    contact: line(3, 200),
  }),
  response: done,
});
