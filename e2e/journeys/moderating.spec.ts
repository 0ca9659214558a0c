import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { answerQuestion, askQuestion } from '../writing.ts';

const menuOf = async (page: Page, words: string, entry: string) => {
  const post = page.getByRole('article').filter({ hasText: words });
  await post.getByRole('button', { name: 'Việc khác với bài này' }).last().click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
};
const inTheme = async (page: Page, theme: 'light' | 'dark') => {
  await page.evaluate((name) => {
    for (const attribute of ['data-theme', 'data-mantine-color-scheme'])
      document.documentElement.setAttribute(attribute, name);
  }, theme);
  await expectAccessible(page);
};
test('a post is reported, taken up, hidden and restored', async ({ as }) => {
  const [asker, author, moderator] = [await as('member'), await as('expert'), await as('moderator')];
  const title = `Chọn nhà cung cấp nào cho hội nghị trực tuyến, mã ${mark()}`;
  const address = await askQuestion(asker, { title });
  const words = `Liên hệ công ty chúng tôi để được báo giá tốt nhất, mã ${mark()}`;
  await answerQuestion(author, address, words);
  await asker.goto(address);
  await menuOf(asker, words, 'Báo điều hành viên');
  await asker.getByLabel('Quảng cáo, tiếp thị').check();
  await expectAccessible(asker);
  await asker.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(asker.getByText('Đã báo điều hành viên.')).toBeVisible();

  await moderator.goto('/');
  await expect(content(moderator).getByRole('heading', { name: 'Bài được báo' })).toBeVisible();
  await moderator.goto('/quan-tri/can-xem-lai');
  await expect(heading(moderator, 'Cần xem lại')).toBeVisible();
  const row = () => content(moderator).getByRole('listitem').filter({ hasText: words });
  await row().getByRole('button', { name: 'Nhận xem lại' }).click();
  await row().getByRole('button', { name: 'Quyết định' }).click();
  await moderator.getByRole('dialog').getByLabel('Ẩn bài').check();
  await moderator.getByRole('dialog').getByRole('button', { name: 'Lưu quyết định' }).click();
  await expect(row().getByRole('button', { name: 'Khôi phục' })).toBeVisible();
  await inTheme(moderator, 'light');
  await inTheme(moderator, 'dark');
  await expect(asker.getByText(words)).toHaveCount(0);

  await row().getByRole('button', { name: 'Khôi phục' }).click();
  await expect(moderator.getByText('Đã khôi phục.')).toBeVisible();
  await asker.goto(address);
  await expect(asker.getByText(words)).toBeVisible();
  await asker.goto('/hop-thu');
  await expect(content(asker).getByText('Kết quả: bài đã được ẩn.').first()).toBeVisible();
});

test('an author deletes an answer that has a comment: a tombstone stays, and he puts the text back', async ({ as }) => {
  const [asker, author] = [await as('member'), await as('expert')];
  const address = await askQuestion(asker, { title: `Lưu nhật ký hệ thống bao lâu là đủ, mã ${mark()}` });
  const words = `Giữ ít nhất mười hai tháng, mã ${mark()}`;
  await answerQuestion(author, address, words);
  await asker.goto(address);
  const id = await asker.getByRole('article').filter({ hasText: words }).getAttribute('id');
  const commented = await asker.request.post(`/api/posts/${id?.replace('tra-loi-', '')}/comments`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { text: 'Cảm ơn, đã rõ.' },
  });
  expect(commented.status(), await commented.text()).toBeLessThan(300);
  await author.goto(address);
  await author
    .getByRole('article')
    .filter({ hasText: words })
    .getByRole('button', { name: 'Việc khác với bài này' })
    .last()
    .click();
  await author.getByRole('menuitem', { name: 'Xóa' }).click();
  await expect(content(author).getByText('Nội dung đã được người viết xóa.')).toBeVisible();
  await expect(content(author).getByText(words)).toHaveCount(0);
  await inTheme(author, 'light');
  await inTheme(author, 'dark');
  await content(author).getByRole('button', { name: 'Khôi phục' }).click();
  await expect(content(author).getByText(words)).toBeVisible();
});
