import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { askQuestion, write } from '../writing.ts';

const list = (page: Page) => content(page).getByRole('list', { name: 'Bản nháp' });
/** Saves a draft as the person of this browser without typing it. */
const save = (page: Page, key: string, text: string) =>
  page.request.put(`/api/drafts/${key}`, { headers: { 'if-match': '"0"' }, data: { title: '', text, fields: {} } });

test('the first click opens the account menu, even while its code is still on its way', async ({ as }) => {
  const page = await as('editor');
  let fetched = 0;
  await page.route(/\/me-menu-.*\.js$/, async (route) => {
    fetched += 1;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.goto('/');
  expect(fetched, 'nothing of the menu belongs to the first view').toBe(0);
  await page.getByRole('button', { name: /tài khoản của/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Bản nháp' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem', { name: 'Bản nháp' })).toBeHidden();
  await page.getByRole('button', { name: /tài khoản của/ }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Bản nháp' })).toBeVisible();
});

test('a draft is found again in the list, goes on where it belongs, and can be thrown away and brought back @short', async ({
  as,
}) => {
  const title = `Bản nháp nằm ở đâu, mã ${mark()}`;
  const address = await askQuestion(await as('administrator'), { title });
  const page = await as('editor');
  await page.goto(address);
  const words = `Đang viết dở, mã ${mark()}`;
  const box = await write(page, 'Viết câu trả lời', words);
  await expect(content(page).getByText(/^Đã lưu nháp lúc \d\d:\d\d$/)).toBeVisible();

  await page.getByRole('button', { name: /tài khoản của/ }).click();
  await page.getByRole('menuitem', { name: 'Bản nháp' }).click();
  await expect(heading(page, 'Bản nháp')).toBeVisible();
  const row = list(page).getByRole('listitem').filter({ hasText: words });
  await expect(row).toContainText('Câu trả lời');
  await expect(row).toContainText(`Cho: ${title}`);
  await expectAccessible(page);

  await row.getByRole('button', { name: /^Xóa bản nháp/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await row.getByRole('link', { name: 'Viết tiếp' }).click();
  await expect(heading(page, title)).toBeVisible();
  await expect(box).toContainText(words);

  await page.goto('/ban-nhap');
  await row.getByRole('button', { name: /^Xóa bản nháp/ }).click();
  await expect(row).toHaveCount(0);
  await page.goto(address);
  await expect(box).toBeVisible();
  await expect(box).not.toContainText(words);
});

test('with as many drafts as are kept, the page says so and leads to where some can go', async ({ as }) => {
  const address = await askQuestion(await as('administrator'), { title: `Một bản nháp quá nhiều, mã ${mark()}` });
  const page = await as('moderator');
  const many = `chat-${mark()}`;
  for (let n = 0; n < 50; n++) await save(page, `${many}-${n}`, `Bản nháp thứ ${n} của ${many}.`);
  try {
    await page.goto(address);
    await write(page, 'Viết câu trả lời', 'Bản nháp thứ năm mươi mốt.');
    await expect(content(page).getByText('Đã đủ số bản nháp được giữ')).toBeVisible();
    await expectAccessible(page);
    await content(page).getByRole('link', { name: 'Xóa bớt bản nháp' }).click();
    const first = list(page)
      .getByRole('listitem')
      .filter({ hasText: `Bản nháp thứ 7 của ${many}.` });
    await first.getByRole('button', { name: /^Xóa bản nháp/ }).click();
    await expect(first).toHaveCount(0);
    await page.goto(address);
    await expect(content(page).getByText(/^Đã lưu nháp lúc/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Viết câu trả lời' })).toContainText('năm mươi mốt');
  } finally {
    for (let n = 0; n < 50; n++) await page.request.delete(`/api/drafts/${many}-${n}`);
  }
});
