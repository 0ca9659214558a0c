import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { askQuestion, write } from '../writing.ts';

const LIVE_MS = 2_000;

test('an expert answers, the asker sees it at once and chooses it, and the answerer is told @short', async ({ as }) => {
  const asker = await as('member');
  const expert = await as('expert');
  const title = `Đo thời gian gián đoạn của dịch vụ thuê thế nào, mã ${mark()}`;
  const address = await askQuestion(asker, { title });
  await asker.goto(address);
  await expert.goto(address);
  await expect(asker.getByText('Chưa có câu trả lời. Câu trả lời ngắn cũng giúp được, bổ sung sau.')).toBeVisible();
  await expect(content(asker).getByText('Mở', { exact: true })).toBeVisible();

  const words = `Đặt máy đo ở hai nơi ngoài mạng của nhà thầu, lấy số của mình khi lệch quá 5 %. Mã ${mark()}`;
  await write(expert, 'Viết câu trả lời', words);
  const sent = expert.waitForResponse((answer) => answer.url().endsWith('/answers'));
  await expert.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await sent;
  await expect(asker.getByRole('article').filter({ hasText: words })).toBeVisible({ timeout: LIVE_MS });
  await expect(expert.getByRole('article').filter({ hasText: words })).toBeVisible();
  await expectAccessible(expert);

  const chosen = asker.waitForResponse((answer) => answer.url().endsWith('/accept'));
  await asker.getByRole('button', { name: 'Chọn câu trả lời này' }).click();
  await chosen;
  await expect(content(expert).getByText('Được chọn', { exact: true })).toBeVisible({ timeout: LIVE_MS });
  await expect(content(expert).getByText('Đã giải đáp, 1 câu trả lời được chọn')).toBeVisible();
  await expect(content(asker).getByText('Đã giải đáp, 1 câu trả lời được chọn')).toBeVisible();
  await expect(content(asker).getByText('Được chọn', { exact: true })).toBeVisible();
  await expectAccessible(asker);

  await expert
    .getByRole('banner')
    .getByRole('link', { name: /^Hộp thư/ })
    .click();
  await expect(heading(expert, 'Hộp thư')).toBeVisible();
  await expect(content(expert).getByText(title).first()).toBeVisible();
  await expectAccessible(expert);
});
