import { QueryClient } from '@tanstack/react-query';
import type { Me } from '@hat-nhan/contracts';
import { ProblemError } from './api.ts';

interface Embedded {
  session?: Me;
  answers: { key: [string, unknown]; data: unknown }[];
}

/** What the server put into the page: the session and the first answers. */
function embedded(): Embedded {
  const text = document.getElementById('answers')?.textContent;
  return text ? (JSON.parse(text) as Embedded) : { answers: [] };
}

const lost = (failure: unknown) => failure instanceof ProblemError && failure.code === 'unavailable';

/** The cache of answers, seeded with what came in the page. Only a lost server is asked again by itself. */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, failure) => lost(failure) && count < 5,
        retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
  const { session, answers } = embedded();
  if (session) client.setQueryData(['session.read', {}], session);
  for (const { key, data } of answers) client.setQueryData(key, data);
  return client;
}
