import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { signInByCode } from '../sign-in.ts';
import { askQuestion } from '../writing.ts';

const NOBODY = '/hoi-dap/999999999';

/** Title and words of the page; only the number of the request differs from one to the next. */
async function shown(page: Page) {
  const words = (await content(page).innerText()).replace(/[0-9a-f-]{36}/, '');
  return { title: await page.title(), words };
}

test('a visitor reads the public part, and hidden and absent questions are one and the same page @short', async ({
  as,
}) => {
  const title = `Câu hỏi chỉ thành viên đọc được, số ${mark()}`;
  const member = await as('expert');
  const hidden = await askQuestion(member, { title, audience: 'state' });

  const visitor = await as('visitor');
  await visitor.goto('/hoi-dap');
  await expect(heading(visitor, 'Hỏi đáp')).toBeVisible();
  const list = visitor.getByRole('list', { name: 'Câu hỏi và thảo luận' });
  await expect(list.getByText(title)).toHaveCount(0);
  const people = content(visitor).locator('a[href^="/danh-ba/"]');
  await expect(people, 'the directory is for members').toHaveCount(0);
  const open = list.getByRole('listitem').filter({ hasNotText: 'Đã đóng' });
  const first = open.getByRole('link', { name: /\?$/ }).first();
  const asked = await first.innerText();
  await first.click();
  await expect(heading(visitor, asked)).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'Đăng nhập để trả lời' })).toBeVisible();
  await expect(people).toHaveCount(0);
  await expectAccessible(visitor);

  await visitor.goto(NOBODY);
  await expect(heading(visitor, /^Không tìm thấy/)).toBeVisible();
  const absent = await shown(visitor);
  await visitor.goto(hidden);
  await expect(heading(visitor, /^Không tìm thấy/)).toBeVisible();
  expect(await shown(visitor)).toEqual(absent);
  expect(absent.words).toContain('hoặc chỉ dành cho thành viên');
  await expectAccessible(visitor);

  await content(visitor).getByRole('link', { name: 'Đăng nhập' }).click();
  await expect(heading(visitor, 'Đăng nhập')).toBeVisible();
  await signInByCode(visitor, 'quang.vu@dichvuxahoi.example');
  await expect(heading(visitor, title)).toBeVisible();
  await expectAccessible(visitor);
});
