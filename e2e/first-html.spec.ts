import type { BrowserContext, Page } from '@playwright/test';
import { expect, productOrigin, test } from './journey.ts';
import { addressOf, open, pages, shown } from './pages.ts';

/** The pages of which the server writes more than the heading, and what it writes there. */
const DRAWN: Record<string, string> = {
  '/': '.home-about p',
  '/hoi-dap': '.ttl',
  '/hoi-dap/$id': '.prose p',
  '/don-vi/$id': 'h1',
  '/danh-ba/$id': '.person-bio',
};
const SCREENS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];
/** So far the reader's eye does not have to look for its line again. */
const NEAR_PX = 4;

interface Seen {
  heading: string;
  first: string;
  top: number;
  title: string;
}

const see = async (page: Page, selector: string): Promise<Seen> => {
  const first = page.locator('main').locator(selector).first();
  return {
    heading: await page.getByRole('heading', { level: 1 }).innerText(),
    first: await first.innerText(),
    top: (await first.boundingBox())?.y ?? NaN,
    title: await page.title(),
  };
};

/** The same reader in a browser that runs no script. */
async function withoutScript(context: BrowserContext): Promise<BrowserContext> {
  const storageState = await context.storageState();
  return context.browser()!.newContext({ javaScriptEnabled: false, storageState });
}

for (const product of pages.filter(({ path }) => path in DRAWN)) {
  test(`${product.path}: the server writes the first lines where the page draws them`, async ({ browser }) => {
    const context = await browser.newContext();
    await open(context, productOrigin(), product.as);
    const plain = await withoutScript(context);
    const address = await addressOf(product, productOrigin(), context.request);
    const [written, page] = [await plain.newPage(), await context.newPage()];
    for (const screen of SCREENS) {
      await Promise.all([written.setViewportSize(screen), page.setViewportSize(screen)]);
      await written.goto(address);
      await page.goto(address);
      await shown(page);
      await expect(page.locator('main[aria-busy]')).toHaveCount(0);
      const [before, after] = [await see(written, DRAWN[product.path]!), await see(page, DRAWN[product.path]!)];
      expect({ ...before, top: 0 }).toEqual({ ...after, top: 0 });
      expect(Math.abs(before.top - after.top), `${before.top} before, ${after.top} after`).toBeLessThanOrEqual(NEAR_PX);
    }
    await plain.close();
    await context.close();
  });
}

test('the page asks the API for nothing that the server has written into it', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  // What others write meanwhile is a reason to ask again.
  await page.route('**/api/stream*', () => {});
  page.on('request', (request) => asked.push(request.url().slice(productOrigin().length)));
  for (const [path, answer] of [
    ['/', '/api/home'],
    ['/hoi-dap', '/api/threads'],
    ['/don-vi', '/api/organisations'],
    ['/chu-de', '/api/topics'],
  ] as const) {
    asked.length = 0;
    await page.goto(productOrigin() + path);
    await shown(page);
    expect(asked).not.toContain('/api/session');
    expect(asked, path).not.toContain(answer);
    expect(asked.filter((name) => name.startsWith('/assets/')).length).toBe(
      new Set(asked.filter((name) => name.startsWith('/assets/'))).size,
    );
  }
  await context.close();
});
