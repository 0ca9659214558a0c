import { lazy, type ComponentType } from 'react';

/** A part that is fetched when it is needed; where its code cannot be fetched now, `instead` stands there (nothing by default). */
export const optional = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead: ComponentType<P> = () => null,
): ComponentType<P> => lazy(async () => ({ default: await load().catch(() => instead) }));
