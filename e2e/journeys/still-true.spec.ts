import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { answerQuestion, askQuestion } from '../writing.ts';

const TOPIC = 'Thuê dịch vụ công nghệ thông tin';
const answerOf = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words }).last();
const inDark = (page: Page) =>
  page.evaluate(() => {
    for (const attribute of ['data-theme', 'data-mantine-color-scheme'])
      document.documentElement.setAttribute(attribute, 'dark');
  });

async function deny(page: Page, address: string, words: string, reason: string) {
  await page.goto(address);
  await answerOf(page, words).getByRole('button', { name: 'Còn đúng không?' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Không còn đúng').check();
  await dialog.getByLabel('Lý do').fill(reason);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(answerOf(page, words).getByRole('button', { name: 'Đã báo không còn đúng' })).toBeVisible();
}

test('an expert marks an answer canonical; two organisations doubt it; the expert says why it still holds', async ({
  as,
}) => {
  const [asker, author, expert, other] = [
    await as('member'),
    await as('editor'),
    await as('expert'),
    await as('coordinator'),
  ];
  const title = `Gia hạn hợp đồng thuê khi chưa chọn xong nhà thầu, mã ${mark()}`;
  const address = await askQuestion(asker, { title, topic: TOPIC });
  const words = `Ký phụ lục tối đa ba tháng, mã ${mark()}`;
  await answerQuestion(author, address, words);

  await expert.goto(address);
  await answerOf(expert, words).getByRole('button', { name: 'Đánh dấu trả lời chuẩn' }).click();
  await expect(answerOf(expert, words).getByText('Trả lời chuẩn', { exact: true })).toBeVisible();
  await expectAccessible(expert);
  await asker.goto('/hoi-dap');
  await expect(
    content(asker).getByRole('listitem').filter({ hasText: title }).getByText('có trả lời chuẩn'),
  ).toBeVisible();

  await deny(asker, address, words, 'Kho bạc không nhận phụ lục quá một tháng nữa.');
  await asker.setViewportSize({ width: 390, height: 844 });
  await deny(other, address, words, 'Mẫu phụ lục đã đổi từ tháng trước.');
  await inDark(other);
  await expectAccessible(other);

  await expert.goto('/');
  await expect(content(expert).getByRole('link', { name: title }).first()).toBeVisible();
  await expert.goto('/chu-de/thue-dich-vu-cntt');
  await expect(heading(expert, TOPIC)).toBeVisible();
  const doubted = () => content(expert).getByRole('list', { name: 'Cần xem lại' }).getByRole('listitem');
  await expect(doubted().filter({ hasText: title })).toContainText('Mẫu phụ lục đã đổi từ tháng trước.');
  await expectAccessible(expert);
  await doubted().filter({ hasText: title }).getByRole('link', { name: title }).click();
  await answerOf(expert, words).getByRole('button', { name: 'Còn đúng không?' }).click();
  const dialog = expert.getByRole('dialog');
  await expect(dialog.getByText('Kho bạc không nhận phụ lục quá một tháng nữa.')).toBeVisible();
  await dialog.getByLabel('Còn đúng', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(dialog.getByText('Cần điền mục này.')).toBeVisible();
  await dialog.getByLabel('Lý do').fill('Đã đối chiếu, phụ lục ba tháng vẫn được nhận ở bốn tỉnh.');
  await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(answerOf(expert, words).getByRole('button', { name: 'Đã báo còn đúng' })).toBeVisible();
  await expert.goto('/chu-de/thue-dich-vu-cntt');
  await expect(heading(expert, TOPIC)).toBeVisible();
  await expect(content(expert).getByRole('link', { name: title }).first()).toBeVisible();
  await expect(doubted().filter({ hasText: title })).toHaveCount(0);
});

test('a moderator puts a thread away: it leaves the list, says so, and a new answer opens it again', async ({ as }) => {
  const [asker, moderator] = [await as('member'), await as('moderator')];
  const title = `Danh mục phần mềm dùng chung của năm trước, mã ${mark()}`;
  const address = await askQuestion(asker, { title });
  await moderator.goto(address);
  await content(moderator).getByRole('button', { name: 'Lưu trữ', exact: true }).click();
  await expect(content(moderator).getByText('Câu trả lời mới sẽ mở lại.')).toBeVisible();
  await expectAccessible(moderator);
  await asker.goto('/hoi-dap');
  await expect(heading(asker, 'Hỏi đáp')).toBeVisible();
  await expect(content(asker).getByRole('listitem').first()).toBeVisible();
  await expect(content(asker).getByRole('link', { name: title })).toHaveCount(0);
  await asker.goto('/hoi-dap?state=archived');
  await expect(content(asker).getByRole('link', { name: title })).toBeVisible();
  await answerQuestion(moderator, address, `Danh mục mới đã có, mã ${mark()}`);
  await asker.goto('/hoi-dap');
  await expect(content(asker).getByRole('link', { name: title })).toBeVisible();
});
