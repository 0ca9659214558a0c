import { useSyncExternalStore } from 'react';

export type Connection = 'good' | 'offline' | 'unavailable';

let state: Connection = 'good';
const listeners = new Set<() => void>();

function set(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** A request was answered: the line is good. */
export const reached = (): void => set('good');
/** A request got no answer, or only "busy". */
export const unreachable = (): void => set(navigator.onLine ? 'unavailable' : 'offline');

if (typeof window !== 'undefined') window.addEventListener('offline', () => set('offline'));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the last request said about the line to the server. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => state);
