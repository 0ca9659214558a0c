import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { sideways } from '../pages.ts';
import { askQuestion } from '../writing.ts';

test('an administrator finds in the log who hid what, in words and by the day', async ({ as }) => {
  const [asker, moderator, page] = [await as('member'), await as('moderator'), await as('administrator')];
  const title = `Nhật ký ghi lại điều gì, mã ${mark()}`;
  const address = await askQuestion(asker, { title });
  const hidden = await moderator.request.post(`/api/posts/${/\d+/.exec(address)![0]}/hide`, {
    data: { reason: 'Quảng cáo trá hình' },
  });
  expect(hidden.status(), await hidden.text()).toBeLessThan(300);
  const closed = await askQuestion(asker, { title: `${title} (đóng)` });
  await moderator.request.post(`/api/threads/${/\d+/.exec(closed)![0]}/close`, { data: { reason: 'outdated' } });

  await page.goto('/quan-tri/nhat-ky');
  await expect(heading(page, 'Nhật ký quản trị')).toBeVisible();
  const rows = content(page).getByRole('list', { name: 'Nhật ký quản trị' }).getByRole('listitem');
  await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'Đóng câu hỏi hoặc thảo luận' });
  const row = rows.filter({ hasText: `${title} (đóng)` });
  await expect(row).toContainText('đang mở → đã đóng');
  await expect(row).toContainText('không còn cần trả lời');
  await expect(row).toContainText('điều hành viên');
  await expect(row.getByRole('link', { name: `${title} (đóng)` })).toBeVisible();
  await expect(content(page)).not.toContainText('thread.close');

  // Days as they are typed everywhere; what is none says so and narrows nothing.
  const from = page.getByLabel('Từ ngày');
  await expect(from).not.toHaveAttribute('type', 'date');
  await from.fill('31/02/2026');
  await expect(page.getByText('Ngày viết theo thứ tự ngày, tháng, năm.')).toBeVisible();
  expect(page.url()).not.toContain('from=');
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await from.fill(today);
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
  await expect(row).toBeVisible();
  await page.reload();
  await expect(from).toHaveValue(today);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBe(0);
  await page.getByLabel('Đến ngày').fill('01/01/2020');
  await expect(page.getByText('Không có dòng nào theo cách lọc này')).toBeVisible();
});
