import type { Locator } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { askQuestion } from '../writing.ts';

test('by keyboard only: skip link, g h, j, k, Enter, / and ? @short', async ({ as }) => {
  const page = await as('member');
  await page.goto('/');
  await expect(content(page)).toBeVisible();
  const keys = page.keyboard;
  await keys.press('Tab');
  await expect(page.getByRole('link', { name: 'Tới nội dung chính' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Tới nội dung chính' })).toBeInViewport();
  await keys.press('Enter');
  await expect(content(page)).toBeFocused();

  await keys.press('g');
  await keys.press('h');
  await expect(heading(page, 'Hỏi đáp')).toBeVisible();
  const titles = page.getByRole('list', { name: 'Câu hỏi và thảo luận' }).locator('a[data-open]');
  await expect(titles.nth(1)).toBeVisible();
  await keys.press('j');
  await expect(titles.nth(0)).toBeFocused();
  await keys.press('j');
  await expect(titles.nth(1)).toBeFocused();
  await keys.press('k');
  await expect(titles.nth(0)).toBeFocused();
  const asked = await titles.nth(0).innerText();
  await keys.press('Enter');
  await expect(heading(page, asked)).toBeVisible();
  await expect(content(page)).toBeFocused();

  await keys.press('?');
  const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'Hỏi đáp' }).focus();
  await keys.press('Space');
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.press('g');
  await keys.press('h');
  await page.waitForTimeout(300);
  await expect(heading(page, asked)).toBeVisible();

  await keys.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keys.type('thue dich vu');
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/tim\?q=thue/);
  await page.goBack();
  await expect(heading(page, asked)).toBeVisible();
});

test('a question is answered by keyboard only', async ({ as }) => {
  const title = `Trả lời bằng bàn phím có được không, mã ${mark()}`;
  await askQuestion(await as('moderator'), { title });
  const page = await as('enterprise');
  await page.goto('/hoi-dap/chua-tra-loi');
  const asked = page.getByRole('link', { name: title });
  await expect(asked).toBeVisible();
  const reached = (part: Locator) => part.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 20 && !(await reached(asked)); step++) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(heading(page, title)).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Viết câu trả lời' });
  await expect(box).toBeVisible();
  for (let step = 0; step < 80 && !(await reached(box)); step++) await page.keyboard.press('Tab');
  await expect(box).toBeFocused();
  await expect(page.getByRole('group', { name: 'Cách soạn' })).toBeVisible();
  const words = 'Viết bằng bàn phím, gửi bằng Ctrl Enter.';
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible();
  await expectAccessible(page);
});
