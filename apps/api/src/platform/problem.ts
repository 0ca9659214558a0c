import {
  fieldMessage,
  problems,
  type FieldCode,
  type FieldError,
  type Locale,
  type ProblemBody,
  type ProblemCode,
} from '@hat-nhan/contracts';
import type { z } from 'zod';

interface Details {
  errors?: { pointer: string; code: FieldCode; values?: Record<string, unknown> }[];
  current?: unknown;
  allowed?: string[];
  retryAfter?: number;
}

/** A failure that the caller is told about, by its code in the catalogue. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Details = {},
  ) {
    super(code);
  }

  get status(): number {
    return problems[this.code].status;
  }

  /** The problem+json body in the reader's language. */
  body(locale: Locale, requestId: string): ProblemBody {
    const words = problems[this.code][locale];
    const { errors, current, allowed } = this.details;
    return {
      type: `/problems/${this.code}`,
      title: words.title,
      status: this.status,
      detail: words.detail,
      code: this.code,
      requestId,
      ...(errors && {
        errors: errors.map((error): FieldError => ({
          pointer: error.pointer,
          code: error.code,
          message: fieldMessage(error.code, locale, error.values),
        })),
      }),
      ...(current !== undefined && { current }),
      ...(allowed && { allowed }),
    };
  }
}

/** One wrong field as a problem; pointer as in RFC 6901. */
export const wrongField = (pointer: string, code: FieldCode) =>
  new Problem('invalid-input', { errors: [{ pointer, code }] });

type Issue = z.core.$ZodIssue;
const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Whether anything stands at a path of the request. */
const standsAt = (given: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  ) !== undefined;

function codeOf(issue: Issue, given: unknown): { code: FieldCode; values?: Record<string, unknown> } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: standsAt(given, issue.path) ? 'type' : 'required' };
    case 'too_small':
      if (issue.origin === 'array') return { code: 'too-few', values: { minimum: issue.minimum } };
      return issue.origin === 'string'
        ? { code: 'too-short', values: { minimum: issue.minimum } }
        : { code: 'out-of-range' };
    case 'too_big':
      if (issue.origin === 'array') return { code: 'too-many', values: { maximum: issue.maximum } };
      return issue.origin === 'string'
        ? { code: 'too-long', values: { maximum: issue.maximum } }
        : { code: 'out-of-range' };
    case 'invalid_value':
      return { code: 'choice' };
    case 'custom':
      return {
        code: (issue.params?.['code'] as FieldCode | undefined) ?? 'format',
        values: issue.params as Record<string, unknown>,
      };
    default:
      return { code: issue.message === 'email' ? 'email' : 'format' };
  }
}

/** Turns what zod found in `given` into one problem with a JSON pointer per field. */
export function invalidInput(issues: readonly Issue[], given: unknown): Problem {
  const errors = issues.flatMap((issue): NonNullable<Details['errors']> =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown' as const }))
      : [{ pointer: pointerOf(issue.path), ...codeOf(issue, given) }],
  );
  return new Problem('invalid-input', { errors: errors.slice(0, 50) });
}

/** Names of constraints whose violation has a word for the caller. */
const constraintProblems: Record<string, ProblemCode> = {
  email_taken: 'already-exists',
  join_request_open: 'already-exists',
  passkey_taken: 'already-exists',
  organisation_unit_taken: 'already-exists',
  organisation_abbreviation_taken: 'already-exists',
  invitation_open_for_address: 'already-exists',
  space_shared_slug_taken: 'already-exists',
  abbreviation_taken: 'already-exists',
  space_listed_name_taken: 'group-name-taken',
  space_own_limit: 'too-many-groups',
  space_joining_open: 'already-asked',
  flag_once: 'already-flagged',
  space_keeps_moderator: 'last-moderator',
};

const pgCode = (error: object) => ('code' in error && typeof error.code === 'string' ? error.code : '');
const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
  '57014',
  '55P03',
  '40001',
  '40P01',
]);

/** The disk of this server is full, or what it may use of it, or what one file of it may have; or that of PostgreSQL. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

/** The problem behind any thrown value; what is not known becomes `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (typeof error !== 'object' || error === null) return new Problem('internal');
  const driver =
    'driverError' in error && typeof error.driverError === 'object' && error.driverError !== null
      ? error.driverError
      : error;
  const code = pgCode(driver);
  if (
    LOST.has(code) ||
    (driver instanceof Error &&
      /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error/.test(
        driver.message,
      ))
  ) {
    return new Problem('unavailable', { retryAfter: 2 });
  }
  if (FULL.has(code)) return new Problem('disk-full');
  if ((code === '23505' || code === '23514') && 'constraint' in driver) {
    const known = constraintProblems[String(driver.constraint)];
    if (known) return new Problem(known);
  }
  if (code === '23514' && 'constraint' in driver && driver.constraint === 'last_administrator')
    return new Problem('last-administrator');
  if (code === '42501') return new Problem('forbidden');
  if (code === '22021' || code === '22P05') return new Problem('invalid-input');
  return fromFastify(error) ?? new Problem('internal');
}

function fromFastify(error: object): Problem | undefined {
  switch (pgCode(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body-too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('unsupported-media-type');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Problem('invalid-input');
    case 'FST_UNDER_PRESSURE':
      return new Problem('unavailable', { retryAfter: 2 });
    default:
      return 'statusCode' in error && error.statusCode === 400 ? new Problem('invalid-input') : undefined;
  }
}
