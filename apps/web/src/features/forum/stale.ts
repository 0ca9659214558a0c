import type { ProblemError } from '../../lib/api.js';

/** The text as it stands on the server now, which a 412 carries. */
export interface Current {
  version: number;
  text: string;
  title?: string;
}

/** The text of the other side of a 412; undefined where the answer holds none. */
export function currentOf({ body: { current } }: ProblemError): Current | undefined {
  if (typeof current !== 'object' || current === null) return undefined;
  const { version, text, title } = current as Partial<Record<keyof Current, unknown>>;
  if (typeof version !== 'number' || typeof text !== 'string') return undefined;
  return typeof title === 'string' ? { version, text, title } : { version, text };
}
