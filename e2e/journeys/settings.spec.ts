import { expectAccessible } from '../axe.ts';
import { expect, heading, test } from '../journey.ts';

test('language and theme stay, and a session elsewhere is ended from here @short', async ({ as }) => {
  const page = await as('editor');
  const elsewhere = await as('editor');
  await elsewhere.goto('/hoi-dap');
  await expect(elsewhere.getByRole('banner').getByRole('link', { name: 'Đặt câu hỏi' })).toBeVisible();
  await page.goto('/cai-dat');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(heading(page, 'Settings')).toBeVisible();
  const saved = page.waitForResponse((answer) => /"dark"/.test(answer.request().postData() ?? ''));
  await page.getByRole('radio', { name: 'Dark' }).click();
  await saved;
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(heading(page, 'Settings')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page);

  // Another device brings the same choice along.
  const third = await as('editor');
  await third.goto('/cai-dat');
  await expect(heading(third, 'Settings')).toBeVisible();
  await expect(third.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.getByRole('radio', { name: 'Tiếng Việt' }).click();
  await page.getByRole('radio', { name: 'Sáng' }).click();
  await expect(heading(page, 'Cài đặt')).toBeVisible();
  const devices = page.getByRole('list', { name: 'Máy đang đăng nhập' });
  await expect(devices.getByText('Máy này', { exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Đăng xuất mọi máy khác' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(elsewhere.getByRole('banner').getByRole('link', { name: 'Đăng nhập' })).toBeVisible();
  await elsewhere.goto('/cai-dat');
  await expect(heading(elsewhere, 'Cần đăng nhập')).toBeVisible();
  await expectAccessible(page);
});
