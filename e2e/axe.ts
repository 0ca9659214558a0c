import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA on the page as it stands: one readable line a place. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary, html }) => {
      const why = (failureSummary ?? '').replace(/\s+/g, ' ');
      return `${id} (${help})\n    at ${target.join(' ')}\n    ${html.slice(0, 200)}\n    ${why}`;
    }),
  );
}

/** Fails with every violation of WCAG 2.2 AA on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // From the top: what a scroll leaves half under the top bar is too small to touch only there.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await violationsOf(page), `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}
