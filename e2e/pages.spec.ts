import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, productOrigin, test } from './journey.ts';
import { addressOf, missing, open, pages, shown, sideways } from './pages.ts';

const SHORT = new Set(['/', '/hoi-dap', '/hoi-dap/$id', '/dang-nhap', '/cai-dat']);
const NARROW = { width: 360, height: 740 };

/** What a page must never do: complain on the console, or ask another host. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== productOrigin()) heard.push(`asked ${request.url()}`);
  });
  return heard;
}

test('every parameter of a page has an example @short', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap((page) => missing(page).map((name) => `${page.path}: $${name}`))).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  for (const product of pages) {
    const tag = SHORT.has(product.path) && theme === 'dark' ? ' @short' : '';
    test(`${product.path} in the ${theme} theme: accessible, quiet, nothing sideways${tag}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme: theme });
      await open(context, productOrigin(), product.as);
      const page = await context.newPage();
      const heard = complaints(page);
      await page.goto(await addressOf(product, productOrigin(), context.request));
      await shown(page);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^Không tìm thấy|lỗi/);
      await expectAccessible(page);
      await page.setViewportSize(NARROW);
      expect(await sideways(page), 'pixels sideways at 360').toBe(0);
      await expectAccessible(page);
      expect(heard).toEqual([]);
      await context.close();
    });
  }
}
