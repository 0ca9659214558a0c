import type { Me } from '@hat-nhan/contracts';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from './api.js';
import { query } from './query.js';
import { factors, sessions } from './routes.js';
import { forgetWaiting } from './waiting-text.js';

const VISITOR: Me = {
  person: null,
  instance: { name: '', demo: false, setUp: false, mail: true },
  can: {
    ask: false,
    invite: false,
    represent: false,
    administer: false,
    review: false,
    readAudit: false,
    keepRegistry: false,
    appoint: false,
    keepGlossary: false,
  },
};

export const sessionQuery = query(sessions.session, {});

/** The caller as the server knows him: a visitor until told otherwise. */
export const useMe = (): Me => useQuery(sessionQuery).data ?? VISITOR;

/** Whether the caller is a visitor for certain: not while the server could not say who he is. */
export const useVisitor = (): boolean => useQuery(sessionQuery).data?.person === null;

/** What the caller may do on the whole: `useCan('ask')`. What he may do with one object stands in its own `can`. */
export const useCan = (action: keyof Me['can']): boolean => useMe().can[action];

const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('session');

/** Whether these are the eyes that see the page already: then what is open on it stays. */
const isSame = (client: QueryClient, { person }: Me) =>
  person !== null && client.getQueryData(sessionQuery.queryKey)?.person?.id === person.id;

/** Takes over who is signed in after an answer that says so, and reads everything else again with his eyes. */
export function useSignedIn(): (me: Me) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (me) => {
      if (isSame(client, me)) {
        client.setQueryData(sessionQuery.queryKey, me);
        return client.invalidateQueries();
      }
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessions.session.name });
      client.setQueryData(sessionQuery.queryKey, me);
      others?.postMessage('changed');
    },
    [client],
  );
}

/** Forgets everything of an account on this device after signing out on purpose. */
export async function signedOut(client: QueryClient, personId: number): Promise<void> {
  await forgetWaiting(personId);
  client.clear();
  others?.postMessage('changed');
}

const SIGNING_IN: readonly unknown[] = [
  sessions.confirmCode.name,
  sessions.passwordSignIn.name,
  factors.passkeySignIn.name,
  factors.recoverySignIn.name,
];

/**
 * Reads everything again, as a session that was ended elsewhere asks for; the other tabs too. One that a new sign-in of the
 * same person replaced changes nothing: while that is under way, its own answer will say who is there.
 */
export async function sessionEnded(client: QueryClient): Promise<void> {
  const signingIn = client.isMutating({ predicate: ({ options }) => SIGNING_IN.includes(options.mutationKey?.[0]) });
  if (signingIn > 0) return;
  const me = await call(sessions.session, {}).catch(() => VISITOR);
  if (isSame(client, me)) return;
  void client.resetQueries();
  others?.postMessage('changed');
}

/** Reads everything again when another tab signed in or out. */
export function followOtherTabs(client: QueryClient): void {
  others?.addEventListener('message', () => void client.resetQueries());
}
