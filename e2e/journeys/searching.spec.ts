import { expectAccessible } from '../axe.ts';
import { content, expect, heading, test } from '../journey.ts';

const LEASING = /^Dự toán thuê dịch vụ duyệt cuối 2025 theo NĐ 73/;

test('search without marks, by number of a document, by a name in any order; nothing found leads to asking @short', async ({
  as,
}) => {
  const page = await as('moderator');
  await page.goto('/');
  const box = page.getByRole('banner').getByRole('searchbox');
  const results = page.getByRole('list', { name: 'Kết quả' });

  await box.fill('thue dich vu');
  await box.press('Enter');
  await expect(heading(page, 'Kết quả cho “thue dich vu”')).toBeVisible();
  await expect(results.getByRole('link', { name: /thuê dịch vụ/i }).first()).toBeVisible();
  await expect(
    results
      .locator('mark')
      .filter({ hasText: /^thuê dịch vụ$/i })
      .first(),
  ).toBeVisible();
  const kinds = page.getByRole('navigation', { name: 'Loại kết quả' });
  await kinds.getByRole('link', { name: /^Câu hỏi/ }).click();
  await expect(page).toHaveURL(/kind=question/);
  await expect(results.getByRole('link', { name: LEASING })).toBeVisible();
  await expectAccessible(page);

  await box.fill('73');
  await box.press('Enter');
  await expect(heading(page, 'Kết quả cho “73”')).toBeVisible();
  await expect(results.getByRole('link', { name: LEASING }).first()).toBeVisible();

  await box.fill('hanh vu thi');
  await box.press('Enter');
  await expect(heading(page, 'Kết quả cho “hanh vu thi”')).toBeVisible();
  await expect(results.getByRole('link').first()).toHaveText('Vũ Thị Hạnh');
  await page.goBack();
  await expect(heading(page, 'Kết quả cho “73”')).toBeVisible();

  const nowhere = 'quyzvx wkzjq brtvx';
  await content(page).getByRole('searchbox').fill(nowhere);
  await expect(content(page).getByText(/^Không có kết quả nào cho/)).toBeVisible();
  await expectAccessible(page);
  await content(page).getByRole('link', { name: 'Đặt câu hỏi này' }).first().click();
  await expect(heading(page, 'Đặt câu hỏi')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tiêu đề' })).toHaveValue(nowhere);
  await expectAccessible(page);
});

test('a visitor searches too, and finds only what is public', async ({ as }) => {
  const page = await as('visitor');
  await page.goto('/tim?q=thue+dich+vu');
  const results = page.getByRole('list', { name: 'Kết quả' });
  await expect(results.getByRole('link').first()).toBeVisible();
  await expect(results.getByRole('link', { name: LEASING })).toHaveCount(0);
  await expect(results.getByRole('link', { name: 'Vũ Thị Hạnh' })).toHaveCount(0);
  await expectAccessible(page);
});
