import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { signIn, type Role } from './sign-in.ts';

/** Where the product of this run answers. */
export function productOrigin(): string {
  const origin = process.env['PRODUCT_ORIGIN'];
  if (!origin) throw new Error('The global set-up has not started the product.');
  return origin;
}

/** Words in the language of who reads the page. */
export type Say = (vi: string, en: string) => string;

interface Fixtures {
  /** A browser of its own for somebody with this role, or for a visitor; closed after the journey. */
  as: (role: Role | 'visitor') => Promise<Page>;
}

/** A journey: its browsers talk to the product, and an exception inside a page fails it. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright learns from the pattern what a fixture needs
  baseURL: async ({}, use) => use(productOrigin()),
  as: async ({ browser }, use) => {
    const opened: Page[] = [];
    const faults: string[] = [];
    await use(async (role) => {
      const context = await browser.newContext();
      if (role !== 'visitor') await signIn(context, productOrigin(), role);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(faults, 'exceptions in the page').toEqual([]);
  },
});

export { expect };

/** The heading of the page. */
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

/** Everything between the bars. */
export const content = (page: Page): Locator => page.getByRole('main', { name: 'Nội dung chính' });

/** A number that makes a title its own, so that journeys may run beside each other and again. */
export const mark = (): string => `${Date.now() % 1_000_000}-${Math.floor(Math.random() * 1000)}`;
