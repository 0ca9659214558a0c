import type { FieldCode, FieldError } from '@hat-nhan/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
export interface FoundError {
  /** Path of the form field: `title`, `context.system`. */
  field: string;
  code: FieldCode;
  values: Record<string, unknown>;
}

const sizes = (issue: { origin: string }, array: FieldCode, string: FieldCode): FieldCode => {
  if (issue.origin === 'array') return array;
  return issue.origin === 'string' ? string : 'out-of-range';
};

function codeOf(issue: Issue): Pick<FoundError, 'code' | 'values'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined || issue.input === null ? 'required' : 'type', values: {} };
    case 'too_small':
      return { code: sizes(issue, 'too-few', 'too-short'), values: { minimum: issue.minimum } };
    case 'too_big':
      return { code: sizes(issue, 'too-many', 'too-long'), values: { maximum: issue.maximum } };
    case 'invalid_value':
      return { code: 'choice', values: {} };
    case 'custom':
      return { code: (issue.params?.['code'] as FieldCode | undefined) ?? 'format', values: issue.params ?? {} };
    default:
      return { code: issue.message === 'email' ? 'email' : 'format', values: {} };
  }
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );

/** What zod found, per form field, in the codes that the server uses too. An empty text that must not be empty is "required". */
export function foundErrors(issues: readonly Issue[], values: unknown): FoundError[] {
  return issues.map((issue) => {
    const found = codeOf(issue);
    const value = at(values, issue.path);
    // A choice that was not made is an empty text, no number, or null.
    const empty = (value === '' || value === 0 || value === null) && found.code !== 'too-long';
    return { field: issue.path.map(String).join('.'), ...(empty ? { code: 'required', values: {} } : found) };
  });
}

/** The form field that a JSON pointer names: `/context/system` → `context.system`. */
export const fieldOf = ({ pointer }: FieldError): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
