import { expectAccessible } from '../axe.ts';
import { content, expect, mark, test } from '../journey.ts';
import { answerQuestion, askQuestion, write } from '../writing.ts';

test('a reader finds it helpful, has the same problem, and comments', async ({ as }) => {
  const asker = await as('coordinator');
  const address = await askQuestion(asker, { title: `Chia ca trực hỗ trợ cho 41 xã, mã ${mark()}` });
  const reader = await as('expert');
  await answerQuestion(reader, address, 'Chia theo vùng, mỗi vùng hai người thay nhau.');
  const page = await as('moderator');
  await page.goto(address);

  const answer = content(page).getByRole('article').filter({ hasText: 'Chia theo vùng' });
  const helpful = answer.getByRole('button', { name: /^Hữu ích/ });
  await expect(helpful).toHaveText('Hữu ích · 0');
  await helpful.click();
  await expect(helpful).toHaveText('Hữu ích · 1');
  await expect(helpful).toHaveAttribute('aria-pressed', 'true');
  const sameHere = page.getByRole('button', { name: /^Đơn vị tôi cũng gặp/ });
  const before = await sameHere.innerText();
  await sameHere.click();
  await expect(sameHere).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(helpful).toHaveText('Hữu ích · 1');
  await expect(sameHere).toHaveAttribute('aria-pressed', 'true');
  expect(await sameHere.innerText()).not.toBe(before);

  await answer.getByRole('button', { name: 'Góp ý', exact: true }).click();
  const comment = `Hai người một vùng thì ai trực cuối tuần? Mã ${mark()}`;
  // The editor of answers, without its tools: "@" opens the list of names here too.
  const box = answer.locator('.comment-form [contenteditable]');
  await box.fill(comment);
  await box.press('End');
  await box.pressSequentially(' @hạnh');
  const names = page.getByRole('listbox', { name: 'Nhắc tới' });
  await expect(names.getByRole('option', { name: /Vũ Thị Hạnh/ })).toBeVisible();
  await expectAccessible(page);
  await box.press('Enter');
  await expect(names).toHaveCount(0);
  await answer.getByRole('button', { name: 'Gửi góp ý' }).click();
  const sent = answer.getByRole('listitem').filter({ hasText: comment });
  await expect(sent.getByRole('link', { name: '@Vũ Thị Hạnh' })).toBeVisible();
  await expect(answer.getByRole('textbox', { name: 'Góp ý' })).toHaveCount(0);
  await helpful.click();
  await expect(helpful).toHaveText('Hữu ích · 0');
  await expectAccessible(page);
});

test('a text edited in two windows is shown twice, and one is chosen @short', async ({ as }) => {
  const asker = await as('coordinator');
  const address = await askQuestion(asker, { title: `Sửa cùng lúc ở hai cửa sổ, mã ${mark()}` });
  const one = await as('expert');
  await answerQuestion(one, address, 'Bản đầu tiên của câu trả lời.');
  const two = await one.context().newPage();
  const mine = 'Bản sửa ở cửa sổ thứ nhất, dài hơn bản đầu.';
  const theirs = 'Bản sửa ở cửa sổ thứ hai, lưu trước.';
  for (const page of [one, two]) {
    await page.goto(address);
    await page.getByRole('article').getByRole('button', { name: 'Sửa', exact: true }).click();
  }
  const [first, second] = [one, two].map((page) => page.getByRole('article').last());
  if (!first || !second) throw new Error('two windows');
  await write(first, 'Sửa câu trả lời', mine);
  await write(second, 'Sửa câu trả lời', theirs);
  await second.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(second.getByText(theirs)).toBeVisible();
  await expect(second.getByRole('button', { name: 'Lưu', exact: true })).toHaveCount(0);

  await first.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(first.getByText('Nội dung đã được sửa ở nơi khác. Chọn nội dung giữ lại, rồi lưu.')).toBeVisible();
  await expect(first.locator('.side-text').filter({ hasText: mine })).toBeVisible();
  await expect(first.locator('.side-text').filter({ hasText: theirs })).toBeVisible();
  await expectAccessible(one);
  await first.getByRole('button', { name: 'Giữ nội dung ở đây' }).click();
  await first.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(first.getByRole('button', { name: 'Lưu', exact: true })).toHaveCount(0);
  await expect(first.getByText(mine)).toBeVisible();
  await expect(second.getByText(mine)).toBeVisible();
});

test('somebody is named by several words of his name, typed without marks', async ({ as }) => {
  const asker = await as('member');
  const page = await as('moderator');
  await page.goto(await askQuestion(asker, { title: `Nhắc tên nhiều chữ, mã ${mark()}` }));
  const box = await write(page, 'Viết câu trả lời', 'Nhờ ');
  await box.press('End');
  await box.pressSequentially('@vu thi ha', { delay: 30 });
  await page.getByRole('option', { name: /Vũ Thị Hạnh/ }).click();
  await box.pressSequentially('xem giúp.');
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  const answer = content(page).getByRole('article').filter({ hasText: 'xem giúp' });
  await expect(answer.getByRole('link', { name: 'Vũ Thị Hạnh' })).toBeVisible();
});
