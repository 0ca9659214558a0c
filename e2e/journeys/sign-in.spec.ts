import { expectAccessible } from '../axe.ts';
import { expect, heading, test } from '../journey.ts';
import { codeFor } from '../sign-in.ts';

const EMAIL = 'tra.phung@donglinh.example';
const NAME = 'Phùng Thị Thu Trà';

test('a member signs in with six digits from the mail, is remembered on this device, and signs out @short', async ({
  as,
}) => {
  const page = await as('visitor');
  await page.goto('/dang-nhap');
  await page.getByLabel('Địa chỉ thư').fill(EMAIL);
  const asked = Date.now();
  await page.getByRole('button', { name: 'Gửi mã', exact: true }).click();
  const field = page.getByLabel('Mã sáu chữ số');
  const enter = page.getByRole('button', { name: 'Đăng nhập', exact: true });
  await expect(enter).toBeDisabled();
  await expectAccessible(page);

  const code = await codeFor(page, EMAIL, asked);
  const wrong = code === '000000' ? '000001' : '000000';
  await field.fill(wrong);
  await enter.click();
  await expect(page.getByText('Mã không đúng hoặc đã hết hạn. Còn 4 lần thử.')).toBeVisible();
  await expect(field).toHaveValue('');
  await expectAccessible(page);

  // The letter as a person finds it: in the mailbox of the demonstration.
  const mailbox = await page.context().newPage();
  await mailbox.goto('/hop-thu-minh-hoa');
  await mailbox.getByRole('listitem').filter({ hasText: EMAIL }).first().getByRole('button').click();
  await expect(mailbox.getByRole('article')).toContainText(code);
  await expectAccessible(mailbox);
  await mailbox.close();

  await page.getByLabel('Ghi nhớ máy này').check();
  await field.fill(code);
  await enter.click();
  await expect(page.getByRole('link', { name: 'Đặt câu hỏi' }).first()).toBeVisible();
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('session'));
  const days = ((session?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(Math.round(days), 'days for which this device is remembered').toBeGreaterThanOrEqual(30);
  await page.reload();
  const account = page.getByRole('button', { name: `tài khoản của ${NAME}` });
  const signOut = page.getByRole('menuitem', { name: 'Đăng xuất' });
  // The menu itself comes a moment after its button.
  await expect(async () => {
    await account.click();
    await expect(signOut).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const gone = page.waitForEvent('load');
  await signOut.click();
  await gone;
  await expect(page.getByRole('banner').getByRole('link', { name: 'Đăng nhập' })).toBeVisible();
  await page.goto('/cai-dat');
  await expect(heading(page, 'Cần đăng nhập')).toBeVisible();
  await expectAccessible(page);
});

test('an address that nobody has is answered in the same words', async ({ as }) => {
  const page = await as('visitor');
  await page.goto('/dang-nhap');
  await page.getByLabel('Địa chỉ thư').fill('khong-co@vidu.example');
  await page.getByRole('button', { name: 'Gửi mã', exact: true }).click();
  await expect(page.getByText('Nếu khong-co@vidu.example là địa chỉ của thành viên')).toBeVisible();
  await page.getByLabel('Mã sáu chữ số').fill('123456');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByText('Mã không đúng hoặc đã hết hạn. Còn 4 lần thử.')).toBeVisible();
  await expectAccessible(page);
});
