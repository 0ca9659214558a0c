import type { Call, Result, Route } from '@hat-nhan/contracts';
import {
  infiniteQueryOptions,
  QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { call, isProblem, ProblemError } from './api.js';
import type { PageRoute } from './routes.js';

const PAGES = 'pages';

/** Reads a route: `useQuery(query(threads.read, { id }))`. The key is [route name, input]. */
export const query = <R extends Route>(route: PageRoute<R>, input: Call<R>) =>
  queryOptions({
    queryKey: [route.name, input] as const,
    queryFn: ({ signal }): Promise<Result<R>> => call(route, input, { signal }),
  });

const nextOf = (page: unknown): string | null =>
  typeof page === 'object' && page !== null && 'next' in page && typeof page.next === 'string' ? page.next : null;

/** Reads a list page by page: `useInfiniteQuery(pages(threads.list, filters))`. `cursor` says where the next cursor stands. */
export const pages = <R extends Route>(
  route: PageRoute<R>,
  input: Call<R>,
  cursor: (page: Result<R>) => string | null = nextOf,
) =>
  infiniteQueryOptions({
    queryKey: [route.name, input, PAGES] as const,
    queryFn: ({ pageParam, signal }): Promise<Result<R>> =>
      call(route, pageParam === null ? input : { ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: cursor,
  });

/** Only a server that is not there now is asked again. */
const retry = (count: number, error: Error) => isProblem(error) && error.passing && count < 2;

export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 600_000, retry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Puts the answers that came inside the page where `query` and `pages` look for them. */
export function seed(client: QueryClient, answers: readonly { key: QueryKey; data: unknown }[]): void {
  for (const { key, data } of answers) {
    client.setQueryData(key, data);
    client.setQueryData([...key, PAGES], { pages: [data], pageParams: [null] });
  }
}

/** Changes what is shown of a route at once, before the server answers. Returns the way back. */
export function change<R extends Route>(
  client: QueryClient,
  route: PageRoute<R>,
  input: Call<R>,
  edit: (shown: Result<R>) => Result<R>,
): () => void {
  const one = [route.name, input];
  const many = [...one, PAGES];
  const before = [one, many].map((key) => [key, client.getQueryData(key)] as const);
  client.setQueryData<Result<R>>(one, (shown) => shown && edit(shown));
  client.setQueryData<InfiniteData<Result<R>>>(many, (shown) => shown && { ...shown, pages: shown.pages.map(edit) });
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
  };
}

export interface SendOptions<R extends Route> {
  /** Routes whose answers this changes: they are read again. */
  invalidates?: readonly { readonly name: string }[];
  /** The version that was read, for routes guarded by If-Match. */
  ifMatch?: number | string;
  /** Shows the result at once; returns the way back if the server refuses (see `change`). */
  optimistic?: (input: Call<R>) => () => void;
  onDone?: (result: Result<R>, input: Call<R>) => void;
  onProblem?: (problem: ProblemError, input: Call<R>) => void;
}

/**
 * Sends to a route: `const close = useSend(threads.close, { invalidates: [threads.read] }); close.mutate({ id, reason })`.
 * Sending the same again after a lost answer carries the same Idempotency-Key, so it counts once.
 */
export function useSend<R extends Route>(route: PageRoute<R>, options: SendOptions<R> = {}) {
  const client = useQueryClient();
  const last = useRef<{ text: string; key: string }>(undefined);
  return useMutation<Result<R>, ProblemError, Call<R>, (() => void) | undefined>({
    mutationKey: [route.name],
    mutationFn: (input) => {
      const sent = JSON.stringify(input);
      if (last.current?.text !== sent) last.current = { text: sent, key: crypto.randomUUID() };
      return call(route, input, { idempotencyKey: last.current.key, ifMatch: options.ifMatch });
    },
    onMutate: (input) => options.optimistic?.(input),
    onSuccess: (result, input) => {
      last.current = undefined;
      options.onDone?.(result, input);
    },
    onError: (problem, input, undo) => {
      undo?.();
      if (problem.code === 'unauthenticated' || problem.code === 'rules-changed')
        void client.invalidateQueries({ queryKey: ['session.read'] });
      options.onProblem?.(problem, input);
    },
    onSettled: () => {
      for (const { name } of options.invalidates ?? []) void client.invalidateQueries({ queryKey: [name] });
    },
  });
}
