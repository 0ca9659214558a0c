import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { answerQuestion, askQuestion } from '../writing.ts';

/** Opens an entry of the menu of the question, which stands first on its page. */
const ofQuestion = async (page: Page, entry: string) => {
  await page.getByRole('article').first().getByRole('button', { name: 'Việc khác với bài này' }).first().click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};
const inBothThemes = async (page: Page) => {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      for (const attribute of ['data-theme', 'data-mantine-color-scheme'])
        document.documentElement.setAttribute(attribute, name);
    }, theme);
    await expectAccessible(page);
  }
};
const numberIn = (address: string) => /\d+/.exec(address)![0];

test('a question asked twice leads to the first one, which it can be told from, and is opened again', async ({
  as,
}) => {
  const [asker, moderator] = [await as('member'), await as('moderator')];
  const first = `Sao lưu cấu hình tường lửa bao lâu một lần, mã ${mark()}`;
  const again = `Bao lâu thì sao lưu cấu hình tường lửa, mã ${mark()}`;
  const target = await askQuestion(asker, { title: first });
  const address = await askQuestion(asker, { title: again });
  await moderator.goto(address);
  await ofQuestion(moderator, 'Đánh dấu trùng');
  const dialog = moderator.getByRole('dialog');
  // Found by its number, by a link, and by its words.
  const search = dialog.getByRole('searchbox', { name: 'Tìm theo tiêu đề, số hoặc liên kết' });
  await search.fill(numberIn(target));
  await expect(dialog.getByRole('radio', { name: first })).toBeVisible();
  await search.fill(first);
  await dialog.getByRole('radio', { name: first }).check();
  await inBothThemes(moderator);
  await dialog.getByRole('button', { name: 'Đánh dấu trùng' }).click();
  await expect(moderator.getByText('Đã đánh dấu trùng.')).toBeVisible();
  await expect(heading(moderator, first)).toBeVisible();

  await asker.goto(address);
  await expect(heading(asker, first)).toBeVisible();
  await expect(content(asker).getByText(`Câu hỏi “${again}” đã được gộp vào đây.`)).toBeVisible();
  await inBothThemes(asker);
  await asker.getByRole('link', { name: 'Xem câu hỏi cũ' }).click();
  await expect(heading(asker, again)).toBeVisible();
  await expect(content(asker).getByText('Câu hỏi này đã được gộp vào')).toBeVisible();
  await expect(content(asker).getByText('Trùng', { exact: true })).toBeVisible();
  await expectAccessible(asker);
  await asker.goto('/hoi-dap?state=duplicate');
  await expect(content(asker).getByRole('link', { name: again })).toBeVisible();

  await moderator.goto(`${address}?xem=cu`);
  await content(moderator).getByRole('button', { name: 'Mở lại' }).click();
  await expect(moderator.getByText('Đã mở lại.')).toBeVisible();
  await asker.goto(address);
  await expect(heading(asker, again)).toBeVisible();
});

test('a question goes to more readers once its asker agrees, on a phone', async ({ as }) => {
  const [asker, moderator] = [await as('member'), await as('moderator')];
  await asker.setViewportSize({ width: 390, height: 844 });
  const title = `Mẫu biên bản bàn giao phòng máy, mã ${mark()}`;
  const address = await askQuestion(asker, { title, audience: 'members' });
  await moderator.goto(address);
  await ofQuestion(moderator, 'Chuyển nơi đăng');
  const dialog = moderator.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Công khai' }).check();
  await dialog.getByLabel('Lý do').fill('Nơi khác cũng cần mẫu này');
  await inBothThemes(moderator);
  await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
  await expect(moderator.getByText('Đã gửi đề nghị tới người hỏi.')).toBeVisible();
  await expect(content(moderator).getByText('Đang chờ người hỏi đồng ý chuyển nơi đăng sang')).toBeVisible();
  await expect(moderator.getByRole('button', { name: 'Rút đề nghị' })).toBeVisible();

  await asker.goto('/hop-thu');
  await expect(content(asker).getByText('Đề nghị chuyển nơi đăng').first()).toBeVisible();
  await content(asker).getByRole('link', { name: title }).first().click();
  await expect(heading(asker, title)).toBeVisible();
  await expect(content(asker).getByText('Nơi khác cũng cần mẫu này')).toBeVisible();
  await inBothThemes(asker);
  await asker.getByRole('button', { name: 'Đồng ý chuyển' }).click();
  await expect(asker.getByRole('button', { name: 'Đồng ý chuyển' })).toHaveCount(0);
  const visitor = await as('visitor');
  await visitor.goto(address);
  await expect(heading(visitor, title)).toBeVisible();
});

test('answers are split off, and another question is merged: every old address leads on', async ({ as }) => {
  const [asker, author, moderator] = [await as('member'), await as('expert'), await as('moderator')];
  const title = `Thay tủ đĩa dự phòng trong giờ làm việc, mã ${mark()}`;
  const address = await askQuestion(asker, { title });
  const aside = `Còn việc thuê chỗ đặt máy thì nên hỏi riêng, mã ${mark()}`;
  await answerQuestion(author, address, aside);
  await moderator.goto(address);
  await ofQuestion(moderator, 'Tách câu trả lời');
  const split = moderator.getByRole('dialog');
  await split.getByRole('checkbox').first().check();
  const newTitle = `Thuê chỗ đặt máy của tỉnh khác, mã ${mark()}`;
  await split.getByRole('textbox', { name: 'Tiêu đề' }).fill(newTitle);
  await inBothThemes(moderator);
  await split.getByRole('button', { name: 'Tách', exact: true }).click();
  await expect(heading(moderator, newTitle)).toBeVisible();
  await expect(moderator.getByRole('heading', { name: 'Được tách từ' })).toBeVisible();
  const postId = numberIn(new URL(moderator.url()).pathname);
  // A link to the answer where it stood.
  await asker.goto(`${address}#bai-${postId}`);
  await expect(heading(asker, newTitle)).toBeVisible();

  await ofQuestion(moderator, 'Gộp vào mục khác');
  const merge = moderator.getByRole('dialog');
  await merge.getByRole('searchbox').fill(address);
  await merge.getByRole('radio', { name: title }).check();
  await merge.getByRole('button', { name: 'Gộp', exact: true }).click();
  await expect(heading(moderator, title)).toBeVisible();
  await expect(content(moderator).getByText('Câu hỏi được gộp vào đây')).toBeVisible();
  await asker.goto(`/hoi-dap/${postId}`);
  await expect(heading(asker, title)).toBeVisible();
  await expect(content(asker).getByText(aside)).toBeVisible();
  await inBothThemes(asker);
});
