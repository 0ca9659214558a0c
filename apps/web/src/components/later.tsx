import { lazy, Suspense, type ComponentType } from 'react';
import { unavailable } from '../lib/api.js';
import { ProblemLine } from './problem-view.js';

const NotFetched = () => <ProblemLine error={unavailable()} />;

/** A part that opens on a click, fetched then: a form, a dialog. Where its code cannot be fetched now, it says so. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded: ComponentType<P> = lazy(async () => ({ default: await load().catch(() => NotFetched) }));
  return function Later(props: P) {
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
