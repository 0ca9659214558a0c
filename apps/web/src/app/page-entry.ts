import type { ReactNode } from 'react';

/** Who opens a page: what the tests sign in as. `visitor` pages work signed out too. */
type Opener = 'visitor' | 'member' | 'moderator' | 'administrator' | 'newcomer';
/** Example values of the parameters: a text, or where the API names one: [address, path to the value in its answer]. */
type Fixture = Record<string, string | readonly [address: string, value: string]>;

export interface PageEntry {
  path: string;
  title: { vi: string; en: string };
  as: Opener;
  fixture?: Fixture;
  /** What only members open as a rule is shown to visitors too, by the page itself. */
  visitors?: true;
  /** Only in a demonstration. */
  demo?: true;
  /** Takes the whole window: no navigation beside it. */
  alone?: true;
  load: () => Promise<() => ReactNode>;
}
