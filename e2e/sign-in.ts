import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Say } from './journey.ts';
import { letterTo } from './letters.ts';

/** The roles that the demonstration lets one step into. */
export type Role =
  | 'member'
  | 'expert'
  | 'enterprise'
  | 'representative'
  | 'moderator'
  | 'editor'
  | 'coordinator'
  | 'administrator';

/** Puts a browser into the place of the demonstration's person with that role. `origin` of the product. */
export async function signIn(context: BrowserContext, origin: string, role: Role): Promise<void> {
  const answer = await context.request.get(`${origin}/demo/sign-in/${role}`, { maxRedirects: 0 });
  expect(answer.status(), `sign-in link of ${role}`).toBe(302);
}

/** Fills in the sign-in page that is open: address, then the six digits of the letter. */
export async function signInByCode(page: Page, email: string, say: Say = (vi) => vi): Promise<void> {
  await page.getByLabel(say('Địa chỉ thư', 'E-mail address')).fill(email);
  const asked = Date.now();
  await page.getByRole('button', { name: say('Gửi mã', 'Send the code'), exact: true }).click();
  const field = page.getByLabel(say('Mã sáu chữ số', 'Six-digit code'));
  await expect(field).toBeVisible();
  await field.fill(await codeFor(page, email, asked));
  await page.getByRole('button', { name: say('Đăng nhập', 'Sign in'), exact: true }).click();
}

/** The six digits of the newest sign-in letter. */
export async function codeFor(page: Page, email: string, after: number): Promise<string> {
  const letter = await letterTo(page.context(), new URL(page.url()).origin, email, /mã đăng nhập|sign-in code/i, after);
  const code = /\b(\d{6})\b/.exec(letter.text)?.[1];
  if (!code) throw new Error(`No code in the letter:\n${letter.text}`);
  return code;
}
