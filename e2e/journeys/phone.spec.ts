import { expectAccessible } from '../axe.ts';
import { expect, heading, mark, productOrigin, test } from '../journey.ts';
import { addressOf, open, pages, shown, sideways } from '../pages.ts';
import { askQuestion, write } from '../writing.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone the bottom bar leads on, the menu holds the rest, and an answer can be written @short', async ({
  as,
}) => {
  const page = await as('expert');
  await page.goto('/');
  const bar = page.getByRole('navigation', { name: 'Danh mục nhanh' });
  await expect(bar).toBeInViewport();
  await expect(page.getByRole('navigation', { name: 'Danh mục chính' })).toBeHidden();
  for (const entry of await bar.locator('a, button').all()) {
    const box = await entry.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), await entry.innerText()).toBeGreaterThanOrEqual(44);
  }
  await bar.getByRole('link', { name: 'Hỏi đáp' }).tap();
  await expect(heading(page, 'Hỏi đáp')).toBeVisible();
  await bar.getByRole('button', { name: 'Tôi' }).tap();
  await page.getByRole('menuitem', { name: 'Cài đặt' }).tap();
  await expect(heading(page, 'Cài đặt')).toBeVisible();
  const title = `Trả lời trên điện thoại có được không, mã ${mark()}`;
  await askQuestion(await as('coordinator'), { title });
  await page.goto('/hoi-dap/chua-tra-loi');
  await page.getByRole('list', { name: 'Câu hỏi và thảo luận' }).getByRole('link', { name: title }).tap();
  await expect(heading(page, title)).toBeVisible();
  const box = await write(page, 'Viết câu trả lời', 'Viết trên điện thoại, giữa hai cuộc họp.');
  await expect(box).toBeInViewport();
  expect(await sideways(page)).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bỏ nháp' }).tap();
  await expect(box).not.toContainText('Viết trên điện thoại');
});

test('nothing can be moved sideways on any page of the router at 390 px', async ({ browser }) => {
  test.setTimeout(120_000);
  const wide: string[] = [];
  for (const who of ['visitor', 'member', 'administrator', 'newcomer'] as const) {
    const context = await browser.newContext();
    await open(context, productOrigin(), who);
    const page = await context.newPage();
    for (const product of pages.filter((each) => each.as === who)) {
      await page.goto(await addressOf(product, productOrigin(), context.request));
      await shown(page);
      const pixels = await sideways(page);
      if (pixels > 0) wide.push(`${product.path}: ${pixels} px`);
    }
    await context.close();
  }
  expect(wide).toEqual([]);
});
