import { readFile } from 'node:fs/promises';

/** What the bench calls in the built product, which is no package: its database, its migrations, its registries. */
export interface Product {
  startEmbedded(options: {
    dataDir: string;
    say: (line: string) => void;
    settings?: Record<string, string>;
  }): Promise<{ ownerUrl: string; appUrl: string; version: string; stop(): Promise<void> }>;
  migrate(ownerUrl: string, appRole: string): Promise<void>;
  loadRegistries(ownerUrl: string): Promise<void>;
}

const DIST = new URL('../../apps/api/dist/', import.meta.url);

/** The program that production runs. */
export const PRODUCT_MAIN = new URL('main.js', DIST);

/** The options that Node is given there, as the root's `start:production` says. */
export async function productionOptions(): Promise<string[]> {
  const root = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return root.scripts['start:production']?.match(/--\S+/g) ?? [];
}

/** Loads the built product; the cast stands here because an application emits no declarations. */
export async function loadProduct(): Promise<Product> {
  const embedded = await import(new URL('platform/embedded-postgres.js', DIST).href);
  const migrations = await import(new URL('migrations/migrate.js', DIST).href);
  const registries = await import(new URL('registries/load.js', DIST).href);
  return { ...embedded, ...migrations, ...registries } as Product;
}
