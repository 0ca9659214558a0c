import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test as base } from '../journey.ts';
import { startProduct } from '../product.ts';
import { signIn, type Role } from '../sign-in.ts';
import { askQuestion, write } from '../writing.ts';

/** A network of its own: new rules ask everybody, the other journeys too. */
const test = base.extend<object, { origin: string }>({
  origin: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright learns from the pattern what a fixture needs
    async ({}, use) => {
      const product = await startProduct();
      await use(product.origin);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

interface Texts {
  version: number;
  rulesVi: string;
  rulesEn: string;
  privacyVi: string;
  privacyEn: string;
  contact: string;
}

/** New rules that everybody is to agree to. */
async function changeRules(administrator: Page, line: string): Promise<void> {
  const { version, rulesVi, rulesEn, privacyVi, privacyEn, contact } = (await (
    await administrator.request.get('/api/instance/texts')
  ).json()) as Texts;
  const texts = { rulesVi: `${rulesVi}\n\n${line}`, rulesEn, privacyVi, privacyEn, contact };
  const saved = await administrator.request.put('/api/instance/pages', {
    headers: { 'if-match': `"${version}"` },
    data: { ...texts, note: 'Thêm một điều', asks: true },
  });
  expect(saved.status(), await saved.text()).toBeLessThan(300);
}

test('new rules: one reads on, is asked over what he does, and what he sent goes out once he agrees', async ({
  browser,
  origin,
}) => {
  const opened = async (role: Role) => {
    const context = await browser.newContext({ baseURL: origin });
    await signIn(context, origin, role);
    return context.newPage();
  };
  const [asker, member, administrator] = [
    await opened('member'),
    await opened('expert'),
    await opened('administrator'),
  ];
  const address = await askQuestion(asker, { title: `Quy tắc đổi khi đang viết, mã ${mark()}` });
  await member.goto(address);
  const words = `Câu trả lời viết trước khi quy tắc đổi, mã ${mark()}.`;
  await write(member, 'Viết câu trả lời', words);
  const line = `Điều thêm, mã ${mark()}.`;
  await changeRules(administrator, line);

  // Refused, and asked over the page; what was written stays.
  await member.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  const dialog = member.getByRole('dialog', { name: 'Quy tắc đã thay đổi' });
  await expect(dialog.getByText(line)).toBeVisible();
  await expect(member.getByRole('dialog')).toHaveCount(1);
  for (const theme of ['dark', 'light'] as const) {
    await member.emulateMedia({ colorScheme: theme });
    await expectAccessible(member);
  }
  // Later: he reads on, and is told above the page.
  await dialog.getByRole('button', { name: 'Để sau' }).click();
  await expect(dialog).toBeHidden();
  await expect(member.getByRole('textbox', { name: 'Viết câu trả lời' })).toContainText(words);
  await expect(member.getByText('Quy tắc ứng xử đã thay đổi.').first()).toBeVisible();
  await expect(content(member).getByRole('article').filter({ hasText: words })).toHaveCount(0);
  await expectAccessible(member);

  // On a phone: agreed, sent once, and nobody asks again.
  await member.setViewportSize({ width: 390, height: 844 });
  await member.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(member);
  await dialog.getByRole('button', { name: 'Đồng ý quy tắc và tiếp tục' }).click();
  await expect(dialog).toBeHidden();
  await expect(content(member).getByRole('article').filter({ hasText: words })).toHaveCount(1);
  await expect(member.getByText('Quy tắc ứng xử đã thay đổi.')).toHaveCount(0);
  await member.reload();
  await expect(content(member).getByRole('article').filter({ hasText: words })).toHaveCount(1);
  await member.goto('/');
  await expect(heading(member, 'Trang chủ')).toBeVisible();
  await expect(member.getByText('Quy tắc ứng xử đã thay đổi.')).toHaveCount(0);
  for (const page of [asker, member, administrator]) await page.context().close();
});
