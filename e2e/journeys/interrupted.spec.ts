import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { signInByCode, type Role } from '../sign-in.ts';
import { answerQuestion, askQuestion, write } from '../writing.ts';

const BOX = 'Viết câu trả lời';
const SEND = { name: 'Gửi câu trả lời' };
/** The page tries again by itself every five seconds. */
const AGAIN = { timeout: 15_000 };

interface Writer {
  page: Page;
  asker: Page;
  address: string;
  words: string;
}

interface Session {
  id: number;
  current: boolean;
}

/** Somebody who is about to send an answer to a question of somebody else. */
async function writer(as: (role: Role) => Promise<Page>, role: Role): Promise<Writer> {
  const asker = await as('administrator');
  const address = await askQuestion(asker, { title: `Điều gì xảy ra khi đang viết, mã ${mark()}` });
  const page = await as(role);
  await page.goto(address);
  const words = `Câu trả lời không được mất, mã ${mark()}.`;
  await write(page, BOX, words);
  return { page, asker, address, words };
}

const sent = (page: Page, words: string) => content(page).getByRole('article').filter({ hasText: words });

test('the session ends while writing: the text is kept, one signs in and goes on @short', async ({ as }) => {
  const { page, address, words } = await writer(as, 'representative');
  await page.context().clearCookies();
  await page.getByRole('button', SEND).click();
  await expect(page.getByText('Phiên đăng nhập đã hết.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: BOX })).toContainText(words);
  await expectAccessible(page);
  await content(page).getByRole('link', { name: 'Đăng nhập', exact: true }).first().click();
  await expect(heading(page, 'Đăng nhập')).toBeVisible();
  await signInByCode(page, 'tho.mai@donglinh.example');
  await expect(page).toHaveURL(new RegExp(address));
  await expect(page.getByRole('textbox', { name: BOX })).toContainText(words);
  await page.getByRole('button', SEND).click();
  await expect(sent(page, words)).toBeVisible();
  await page.reload();
  await expect(sent(page, words)).toHaveCount(1);
  await expectAccessible(page);
});

test('the question is closed while writing: the text is kept', async ({ as }) => {
  const { page, asker, address, words } = await writer(as, 'expert');
  await asker.goto(address);
  await asker.getByRole('button', { name: 'Đóng câu hỏi' }).click();
  const dialog = asker.getByRole('dialog', { name: 'Đóng câu hỏi' });
  await dialog.getByRole('radio', { name: 'Không còn cần trả lời' }).check();
  await expectAccessible(asker);
  await dialog.getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(content(asker).getByText('Đã đóng', { exact: true })).toBeVisible();

  await expect(page.getByText('Câu hỏi vừa được đóng. Nội dung đã viết được giữ trong bản nháp.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: BOX })).toContainText(words);
  await expect(page.getByRole('button', SEND)).toBeDisabled();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: BOX })).toHaveValue(words);
});

test('the database is gone: the page says so, the text waits and is sent by itself @short', async ({ as }) => {
  const { page, words } = await writer(as, 'moderator');
  const problem = { type: 'about:blank', status: 503, code: 'unavailable', requestId: crypto.randomUUID() };
  const told = { title: 'Hệ thống đang bận', detail: 'Thử lại sau vài giây.' };
  await page.route('**/api/**', (route) =>
    route.fulfill({
      status: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
      body: JSON.stringify({ ...problem, ...told }),
    }),
  );
  await page.getByRole('button', SEND).click();
  await expect(page.getByText('Chưa gửi được: hệ thống đang bận hoặc mất kết nối.')).toBeVisible();
  await expect(page.getByText('Chưa kết nối được với máy chủ.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: BOX })).toContainText(words);
  await expectAccessible(page);
  await page.unroute('**/api/**');
  await expect(sent(page, words)).toHaveCount(1, AGAIN);
  await expect(page.getByText('Chưa gửi được: hệ thống đang bận hoặc mất kết nối.')).toHaveCount(0);
  await expect(page.getByText('Chưa kết nối được với máy chủ.')).toHaveCount(0, AGAIN);
  await page.reload();
  await expect(sent(page, words)).toHaveCount(1);
});

test('the service does not answer while a page is opened: nobody is shown as signed out, and it comes back by itself', async ({
  as,
}) => {
  const page = await as('editor');
  const problem = { type: 'about:blank', status: 503, code: 'unavailable', requestId: crypto.randomUUID() };
  const told = { title: 'Hệ thống đang bận', detail: 'Thử lại sau vài giây.' };
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '1' };
  await page.route('**/api/**', (route) =>
    route.fulfill({ status: 503, headers, body: JSON.stringify({ ...problem, ...told }) }),
  );
  // As the server makes it when nothing answers: without session, lines and answers.
  await page.route('**/hoi-dap', async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/(<script[^>]*id="answers"[^>]*>).*?(?=<\/script>)/s, '$1{"answers":[]}')
      .replace(/(<div id="root">).*(<\/div>)/s, '$1$2');
    await route.fulfill({ response, status: 503, body: html });
  });
  await page.goto('/hoi-dap');
  await expect(page.getByText('Chưa kết nối được với máy chủ.').first()).toBeVisible();
  await expect(content(page).getByText('Hệ thống đang bận')).toBeVisible(AGAIN);
  await expect(page.getByRole('link', { name: 'Đăng nhập' })).toHaveCount(0);
  await expectAccessible(page);
  await page.unrouteAll();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Hộp thư' })).toBeVisible(AGAIN);
  await expect(content(page).getByText('Hệ thống đang bận')).toHaveCount(0, AGAIN);
  await expect(page.getByText('Chưa kết nối được với máy chủ.')).toHaveCount(0, AGAIN);
});

test('the network is cut: writing goes on, and nothing is lost when it comes back', async ({ as }) => {
  const { page, asker, address, words } = await writer(as, 'coordinator');
  await page.context().setOffline(true);
  await expect(page.getByText('Mất kết nối mạng.')).toBeVisible();
  const more = `${words} Viết thêm khi không có mạng.`;
  await page.getByRole('textbox', { name: BOX }).fill(more);
  await expect(page.getByText('Chưa lưu được nháp, nội dung vẫn còn trên máy này; đang thử lại')).toBeVisible();
  await expectAccessible(page);
  const meanwhile = `Trả lời của người khác trong lúc đó, mã ${mark()}.`;
  await answerQuestion(asker, address, meanwhile);
  await page.context().setOffline(false);
  await expect(page.getByText('Mất kết nối mạng.')).toHaveCount(0, AGAIN);
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible(AGAIN);
  await expect(sent(page, meanwhile)).toBeVisible(AGAIN);
  await page.reload();
  await expect(page.getByRole('textbox', { name: BOX })).toHaveValue(more);
});

test('one draft in two windows: both texts are shown, and one is chosen', async ({ as }) => {
  const asker = await as('administrator');
  const address = await askQuestion(asker, { title: `Một bản nháp, hai cửa sổ, mã ${mark()}` });
  const one = await as('expert');
  await one.goto(address);
  const two = await one.context().newPage();
  await two.goto(address);
  await expect(two.getByRole('textbox', { name: BOX })).toBeVisible();
  await write(one, BOX, 'Nội dung viết ở cửa sổ thứ nhất.');
  await expect(one.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await write(two, BOX, 'Nội dung viết ở cửa sổ thứ hai.');
  await expect(two.getByText('Bản nháp này đã được sửa ở cửa sổ hoặc thiết bị khác.')).toBeVisible();
  await expect(two.locator('.side-text')).toHaveText([
    'Nội dung viết ở cửa sổ thứ hai.',
    'Nội dung viết ở cửa sổ thứ nhất.',
  ]);
  await expect(two.getByRole('button', SEND)).toBeDisabled();
  await expectAccessible(two);
  await two.getByRole('button', { name: 'Giữ nội dung ở đây' }).click();
  await expect(two.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  await two.reload();
  await expect(two.getByRole('textbox', { name: BOX })).toHaveValue('Nội dung viết ở cửa sổ thứ hai.');
});

test('one question edited in two windows while it is answered: nothing is overwritten unseen', async ({ as }) => {
  const asker = await as('administrator');
  const address = await askQuestion(asker, { title: `Một câu hỏi, hai cửa sổ, mã ${mark()}` });
  const two = await asker.context().newPage();
  await two.goto(address);
  const edit = async (page: Page, text: string) => {
    await page.getByRole('button', { name: 'Sửa', exact: true }).first().click();
    await write(page, 'Nội dung', text);
  };
  await edit(two, 'Nội dung sửa ở cửa sổ thứ hai.');
  await answerQuestion(await as('expert'), address, `Một câu trả lời, mã ${mark()}.`);
  await expect(content(two).getByRole('article')).not.toHaveCount(0);
  await asker.goto(address);
  await edit(asker, 'Nội dung sửa ở cửa sổ thứ nhất.');
  await asker.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(asker.getByRole('button', { name: 'Lưu', exact: true })).toHaveCount(0);
  await expect(content(asker).getByText('Nội dung sửa ở cửa sổ thứ nhất.')).toBeVisible();
  await expect(two.getByRole('textbox', { name: 'Nội dung' })).toContainText('Nội dung sửa ở cửa sổ thứ hai.');
  await two.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(two.getByText('Nội dung đã được sửa ở nơi khác.')).toBeVisible();
  await expect(two.locator('.side-text')).toContainText(['cửa sổ thứ hai', 'cửa sổ thứ nhất']);
  await expectAccessible(two);
});

test('the session is ended from another device under a members’ question: the page says so and keeps the text', async ({
  as,
}) => {
  const asker = await as('administrator');
  const address = await askQuestion(asker, { title: `Chỉ thành viên đọc, mã ${mark()}` });
  const page = await as('representative');
  await page.goto(address);
  const words = `Đang viết thì phiên kết thúc, mã ${mark()}.`;
  await write(page, BOX, words);
  await expect(page.getByText(/Đã lưu nháp lúc/)).toBeVisible();
  // As the list of devices does it, from wherever.
  const { items } = (await (await page.request.get('/api/sessions')).json()) as { items: Session[] };
  await page.request.delete(`/api/sessions/${items.find(({ current }) => current)?.id}`);
  await expect(heading(page, 'Phiên đăng nhập đã kết thúc')).toBeVisible(AGAIN);
  await expect(page.getByRole('textbox', { name: BOX })).toContainText(words);
  await expectAccessible(page);
  await content(page).getByRole('link', { name: 'Đăng nhập lại' }).click();
  await signInByCode(page, 'tho.mai@donglinh.example');
  await expect(page.getByRole('textbox', { name: BOX })).toContainText(words);
});

test('streams do not get through: the page asks by itself, and misses nothing since it was read', async ({ as }) => {
  const asker = await as('administrator');
  const address = await askQuestion(asker, { title: `Luồng trực tiếp bị giữ lại, mã ${mark()}` });
  const page = await as('expert');
  await page.route('**/api/stream*', () => {});
  await page.goto(address);
  await expect(page.getByRole('textbox', { name: BOX })).toBeVisible();
  const words = `Trả lời khi luồng chưa tới, mã ${mark()}.`;
  await answerQuestion(asker, address, words);
  await expect(sent(page, words)).toBeVisible(AGAIN);
});
