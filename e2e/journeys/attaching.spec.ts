import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { askQuestion, write } from '../writing.ts';

const pdf = (bytes = 2_000) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, 'x'), Buffer.from('\n%%EOF')]);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const given = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const files = (page: Page) => content(page).getByRole('group', { name: 'Tệp đính kèm' });
/** Chooses a file, as the dialog of the system would. */
const attach = async (page: Page, file: ReturnType<typeof given>) => {
  const chooser = page.waitForEvent('filechooser');
  await files(page).getByRole('button', { name: 'Đính kèm tệp' }).click();
  await (await chooser).setFiles(file);
};
const slowly = async (page: Page, uploadThroughput: number) => {
  const session = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput };
  await session.send('Network.emulateNetworkConditions', line);
};

test('a document goes with a question to state bodies only, stays through a reload, and is read by no one else', async ({
  as,
}) => {
  const page = await as('editor');
  const code = mark();
  const title = `Hồ sơ thuê dịch vụ cần góp ý, mã ${code}`;
  const name = `Hồ sơ mời thầu ${code}.pdf`;
  const bytes = pdf();
  await page.goto('/dat-cau-hoi');
  await page.getByLabel('Tiêu đề').fill(title);
  await write(page, 'Nội dung', 'Đề nghị góp ý phần căn cứ của hồ sơ gửi kèm theo đây.');

  await attach(page, given(name, 'application/pdf', bytes));
  const row = files(page).getByRole('listitem').filter({ hasText: name });
  await expect(row.getByRole('link', { name })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Chỉ cơ quan nhà nước' })).toBeChecked();
  await page.getByRole('radio', { name: 'Chưa phát hành' }).check();

  await attach(page, given('không phải.pdf', 'application/pdf', Buffer.from('<html><script>1</script></html>')));
  await expect(files(page).getByRole('alert')).toHaveText('Nội dung không đúng với đuôi tên tệp.');
  await files(page).getByRole('button', { name: 'Gỡ: không phải.pdf' }).click();

  await slowly(page, 300_000);
  await attach(page, given('chậm.pdf', 'application/pdf', pdf(3_000_000)));
  const progress = files(page).getByRole('progressbar', { name: 'Đang tải lên: chậm.pdf' });
  await expect.poll(() => progress.getAttribute('value').then(Number)).toBeGreaterThan(5);
  await expect(page.getByRole('button', { name: 'Đăng câu hỏi' })).toBeDisabled();
  await expectAccessible(page);
  await files(page).getByRole('button', { name: 'Hủy tải lên: chậm.pdf' }).click();
  await expect(progress).toHaveCount(0);
  await slowly(page, -1);

  await attach(page, given('sơ đồ.png', 'image/png', PNG));
  await files(page).getByRole('button', { name: 'Chèn vào bài: sơ đồ.png' }).click();
  await page.getByLabel('Mô tả ảnh cho người không xem được ảnh').fill('Sơ đồ quy trình');
  await files(page).getByRole('button', { name: 'Chèn', exact: true }).click();
  await expect(content(page).getByRole('img', { name: 'Sơ đồ quy trình' })).toBeVisible();

  await expect(content(page).getByText(/^Đã lưu nháp lúc \d\d:\d\d$/)).toBeVisible();
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts/ask') && answer.ok());
  await page.getByLabel('Tiêu đề').fill(`${title} `);
  await saved;
  await page.reload();
  await expect(row.getByRole('link', { name })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Chưa phát hành' })).toBeChecked();
  await expect(content(page).getByRole('img', { name: 'Sơ đồ quy trình' })).toBeVisible();

  await page.getByRole('group', { name: 'Chủ đề' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Đăng câu hỏi' }).click();
  await expect(heading(page, title)).toBeVisible();
  const link = content(page).getByRole('list', { name: 'Tệp đính kèm' }).getByRole('link', { name });
  await expect(link).toBeVisible();
  await expect(content(page).getByRole('img', { name: 'Sơ đồ quy trình' })).toBeVisible();
  await expectAccessible(page);

  const reader = await as('expert');
  await reader.goto(page.url());
  const download = reader.waitForEvent('download');
  await content(reader).getByRole('link', { name }).click();
  const taken = await download;
  expect(taken.suggestedFilename()).toBe(name);
  expect((await readFile(await taken.path())).equals(bytes)).toBe(true);

  const address = await link.getAttribute('href');
  for (const outsider of ['enterprise', 'visitor'] as const)
    expect((await (await as(outsider)).request.get(address!)).status(), outsider).toBe(404);
});

test('an answer takes a file dropped on it, and loses it by editing', async ({ as }) => {
  const address = await askQuestion(await as('administrator'), { title: `Biểu mẫu nào đang dùng, mã ${mark()}` });
  const page = await as('expert');
  await page.goto(address);
  await write(page, 'Viết câu trả lời', 'Biểu mẫu đơn vị đang dùng ở tệp kèm theo.');
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'biểu mẫu.pdf', { type: 'application/pdf' }));
    return data;
  }, pdf().toString('latin1'));
  await files(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(files(page).getByRole('link', { name: 'biểu mẫu.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  const answer = content(page).getByRole('article').last();
  const shown = answer.getByRole('list', { name: 'Tệp đính kèm' });
  await expect(shown.getByRole('link', { name: 'biểu mẫu.pdf' })).toBeVisible();

  await answer.getByRole('button', { name: 'Sửa', exact: true }).click();
  await answer.getByRole('button', { name: 'Gỡ: biểu mẫu.pdf' }).click();
  await answer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(shown).toHaveCount(0);
});
