import { useSyncExternalStore } from 'react';
import { useFormat } from '../lib/format.js';

const MINUTE_MS = 60_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, MINUTE_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/** The clock of the page, which moves once a minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

/** A moment: how long ago, with the full date and time on hover. `full` writes the date out. */
export function Time({ at, full }: { at: string; full?: boolean }) {
  const format = useFormat();
  const clock = useNow();
  return (
    <time dateTime={at} title={format.moment(at)}>
      {full ? format.moment(at) : format.relative(at, Math.max(clock, Date.parse(at)))}
    </time>
  );
}
