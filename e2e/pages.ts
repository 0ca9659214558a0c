import { expect, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import { join } from './newcomer.ts';
import { signIn } from './sign-in.ts';

/** One page of the product, as its router knows it. */
export interface ProductPage {
  path: string;
  title: { vi: string; en: string };
  as: 'visitor' | 'member' | 'moderator' | 'administrator' | 'newcomer';
  visitors?: true;
  fixture?: Record<string, string | readonly [address: string, value: string]>;
}

// The router's list pulls in the whole page by type; here it is only data.
async function readPages(): Promise<readonly ProductPage[]> {
  const address = new URL('../apps/web/src/app/routes.ts', import.meta.url).href;
  return ((await import(address)) as { pages: readonly ProductPage[] }).pages;
}

/** Every page of the router. */
export const pages = await readPages();

/** The parameters of a page that no fixture names: there must be none. */
export const missing = ({ path, fixture = {} }: ProductPage): string[] =>
  [...path.matchAll(/\$(\w+)/g)].map(([, name = '']) => name).filter((name) => !(name in fixture));

const valueAt = (answer: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (part, key) => (part !== null && typeof part === 'object' ? Reflect.get(part, key) : undefined),
      answer,
    );

/** The address of a page with the values of its fixture, as this reader's browser gets them. */
export async function addressOf({ path, fixture = {} }: ProductPage, origin: string, request: APIRequestContext) {
  let address = path;
  for (const [name, given] of Object.entries(fixture)) {
    const value =
      typeof given === 'string' ? given : valueAt(await (await request.get(origin + given[0])).json(), given[1]);
    if (value === undefined) throw new Error(`The fixture of ${path} finds no ${name}.`);
    address = address.replace(`$${name}`, String(value));
  }
  return address;
}

/** Signs the browser in as who opens the page; a newcomer has joined and not yet accepted the rules. */
export async function open(context: BrowserContext, origin: string, who: ProductPage['as']): Promise<void> {
  if (who === 'newcomer') await join(context, origin);
  else if (who !== 'visitor') await signIn(context, origin, who);
}

/** Waits until the page shows what it is about: its heading, its letters, nothing still loading. */
export async function shown(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .waiting')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** How far the page can be moved sideways, in CSS pixels: 0 is right. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
