import { useEffect } from 'react';
import type { ProblemError } from '../../lib/api.js';

const RETRY_MS = 5_000;

interface Sending<I> {
  error: ProblemError | null;
  variables: I | undefined;
  mutate: (input: I) => void;
}

/** Sends again by itself while the server is away; the key of the sending makes it count once. True while it waits. */
export function useResend<I>({ error, variables, mutate }: Sending<I>): boolean {
  const waits = error?.passing === true;
  useEffect(() => {
    if (!waits || variables === undefined) return;
    const timer = setTimeout(() => mutate(variables), RETRY_MS);
    return () => clearTimeout(timer);
  }, [waits, error, variables, mutate]);
  return waits;
}
