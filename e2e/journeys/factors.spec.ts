import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, heading, test } from '../journey.ts';
import { signInByCode } from '../sign-in.ts';

/** The code that an app shows for a secret in base32 now, or steps of half a minute later (RFC 6238). */
function codeOf(secret: string, steps: number): string {
  const bits = [...secret.replaceAll(/\s/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash.at(-1)! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/dang-nhap');
  await expect(heading(page, 'Đăng nhập')).toBeVisible();
}

test('codes by app and on paper: set up, and a lost mailbox is no lost account', async ({ as }) => {
  const page = await as('visitor');
  await page.goto('/dang-nhap?tro-lai=%2Fcai-dat');
  await signInByCode(page, 'lam.pham@namphong.example');
  await expect(heading(page, 'Cài đặt')).toBeVisible();
  await page.getByRole('button', { name: 'Bật mã trên ứng dụng' }).click();
  await expect(page.getByRole('img', { name: 'Hình để ứng dụng quét' })).toBeVisible();
  const secret = await page.locator('code.secret').innerText();
  await page.getByRole('textbox', { name: 'Mã trên ứng dụng' }).fill(codeOf(secret, 0));
  await page.getByRole('button', { name: 'Xác nhận mã' }).click();
  await page.getByRole('button', { name: 'Tạo mã dự phòng' }).click();
  const list = page.getByRole('list', { name: 'Mã dự phòng' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const codes = await list.allInnerTexts();
  await expectAccessible(page);

  await signOut(page);
  await page.getByRole('button', { name: 'Hộp thư cũ không còn: dùng mã dự phòng' }).click();
  await page.getByLabel('Địa chỉ thư').fill('lam.pham@namphong.example');
  await page.getByRole('textbox', { name: 'Mã dự phòng' }).fill(codes[0]!.trim());
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Đặt câu hỏi' })).toBeVisible();

  // A sensitive step asks again, over the page; what was filled in stays there.
  await page.goto('/cai-dat');
  await page.getByLabel('Thêm địa chỉ').fill('dia-chi-moi@vidu.example');
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
  const dialog = page.getByRole('dialog', { name: 'Xác nhận lại' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Mã trên ứng dụng' }).fill(codeOf(secret, 1));
  await dialog.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Thêm địa chỉ')).toHaveValue('dia-chi-moi@vidu.example');
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
  await expect(page.getByText('dia-chi-moi@vidu.example', { exact: true })).toBeVisible();
});
