import { isIP } from 'node:net';
import { z } from 'zod';

// Carries both languages through zod's one message.
const BREAK = ' ¦ ';
const wrong = (vi: string, en: string) => ({ error: `${vi}${BREAK}${en}` });

const whole = (preset: number, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, wrong(`phải là số nguyên từ ${least} đến ${most}`, `a whole number from ${least} to ${most}`))
    .transform(Number)
    .refine((value) => value >= least && value <= most, wrong(`phải từ ${least} đến ${most}`, `${least} to ${most}`))
    .default(preset);

// Whoever opens it decodes user and password; a lone % would fail there without a name.
const isComplete = ({ hostname, username, password }: URL) =>
  hostname !== '' && !/%(?![0-9a-f]{2})/i.test(username + password);

const urlOf = (schemes: string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol) && isComplete(new URL(value)),
      wrong(`phải có dạng ${example}`, `must look like ${example}`),
    );

const database = urlOf(['postgres:', 'postgresql:'], 'postgres://USER:PASSWORD@HOST:5432/DATABASE').default('');

const isBareOrigin = (value: string) => URL.canParse(value) && new URL(value).href === `${new URL(value).origin}/`;

function isProxy(value: string): boolean {
  const [address = '', prefix, ...more] = value.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const schema = z.object({
  PORT: whole(3000, 0, 65_535),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, wrong('phải là địa chỉ IP hoặc tên máy', 'an IP address or a host name'))
    .default('127.0.0.1'),
  DATABASE_URL: database,
  MIGRATE_URL: database,
  PUBLIC_ORIGIN: urlOf(['https:', 'http:'], 'https://mang-luoi.example.vn')
    .refine(
      isBareOrigin,
      wrong('chỉ gồm giao thức, tên máy và cổng, không có đường dẫn', 'scheme, host and port only, no path'),
    )
    .transform((value) => new URL(value).origin)
    .default(''),
  TRUSTED_PROXIES: z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every(isProxy), wrong('phải là các IP hoặc CIDR, cách nhau bằng dấu phẩy', 'IPs or CIDRs'))
    .default([]),
  SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtps://USER:PASSWORD@HOST:465').default(''),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/, wrong('phải là một địa chỉ thư', 'must be one mail address, without a name'))
    .default(''),
  LOG_LEVEL: z.enum(LEVELS, wrong(`phải là một trong ${LEVELS.join(', ')}`, `one of these`)).default('info'),
  POOL_SIZE: whole(10, 1, 200),
  WORKER: z.enum(['on', 'off'], wrong('phải là on hoặc off', 'must be on or off')).default('on'),
  HEALTH_PORT: whole(0, 0, 65_535),
  S3_URL: urlOf(['https:', 'http:'], 'https://KEY:SECRET@HOST/BUCKET')
    .refine(
      (value) => URL.canParse(value) && /^\/[\w.-]+$/.test(new URL(value).pathname) && new URL(value).username !== '',
      wrong('phải có dạng https://KEY:SECRET@HOST/BUCKET', 'https://KEY:SECRET@HOST/BUCKET'),
    )
    .default(''),
  CLAMD_URL: urlOf(['tcp:'], 'tcp://HOST:3310').default(''),
  DATA_DIR: z.string().default('.data'),
});

/** The names of all settings. */
export const settingNames = Object.keys(schema.shape) as (keyof Given)[];

/** The settings as given, each in its own type, absent ones with their default. */
export type Given = z.infer<typeof schema>;
export type LogLevel = Given['LOG_LEVEL'];

/** Reads each setting by itself; else names the first wrong one, with what it should be in both languages. */
export function parseSettings(
  env: Record<string, string | undefined>,
): { given: Given } | { wrong: string; vi: string; en: string } {
  const filled = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const read = schema.safeParse(Object.fromEntries(filled));
  if (read.success) return { given: read.data };
  const [issue] = read.error.issues;
  const [vi = '', en = ''] = (issue?.message ?? '').split(BREAK);
  return { wrong: String(issue?.path[0] ?? ''), vi, en };
}
