import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { shown, sideways } from '../pages.ts';
import { answerQuestion, askQuestion, write } from '../writing.ts';

const PHONE = { width: 390, height: 844 };
const OFFICE = { width: 1366, height: 768 };

test('150 characters without a space break, on every page that shows them', async ({ as }) => {
  const title = `${mark()}${'x'.repeat(150)}`.slice(0, 150);
  const page = await as('member');
  const address = await askQuestion(page, { title, text: 'y'.repeat(300) });
  const expert = await as('expert');
  await answerQuestion(expert, address, 'z'.repeat(300));
  await page.goto(address);
  await write(page, 'Viết câu trả lời', 'w'.repeat(200));
  await expect(page.getByText('Đã lưu nháp lúc')).toBeVisible();
  for (const size of [PHONE, OFFICE]) {
    await page.setViewportSize(size);
    for (const path of [address, '/', '/hoi-dap', '/hop-thu', '/ban-nhap', `/tim?q=${title}`]) {
      await page.goto(path);
      await shown(page);
      expect(await sideways(page), `${path} at ${size.width}`).toBe(0);
    }
  }
});

test('one notice about the chosen answer at a time, away from the authors', async ({ as }) => {
  const page = await as('member');
  const address = await askQuestion(page, { title: `Chọn rồi bỏ chọn nhiều lần, mã ${mark()}` });
  await answerQuestion(await as('expert'), address, 'Một câu trả lời để chọn.');
  await page.goto(address);
  const notices = page.locator('.mantine-Notification-root');
  const says = async (words: RegExp) => {
    await expect(notices.filter({ hasText: words })).toBeVisible();
    await expect(notices).toHaveCount(1);
  };
  const choose = page.getByRole('button', { name: 'Chọn câu trả lời này' });
  await choose.click();
  await says(/^Đã chọn câu trả lời/);
  await page.getByRole('button', { name: 'Bỏ chọn' }).click();
  await says(/^Đã bỏ chọn câu trả lời/);
  await notices.getByRole('button', { name: 'Hoàn tác' }).click();
  await says(/^Đã chọn câu trả lời/);
  const [notice, author] = [await notices.boundingBox(), await page.locator('.post .mnote').last().boundingBox()];
  expect(notice!.x).toBeGreaterThan(author!.x + author!.width);
  await page.mouse.move(0, 0);
  await expect(notices).toHaveCount(0);
});

test('a button keeps its words while it sends', async ({ as }) => {
  const page = await as('expert');
  await page.goto(await askQuestion(await as('member'), { title: `Nút đang gửi còn đọc được, mã ${mark()}` }));
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.route('**/answers', async (route) => {
    await held;
    await route.continue();
  });
  await write(page, 'Viết câu trả lời', 'Gửi chậm một chút.');
  const send = page.getByRole('button', { name: 'Gửi câu trả lời' });
  await send.click();
  await expect(send).toHaveAttribute('data-loading', 'true');
  await expect(send.locator('.btn-inner')).toHaveCSS('opacity', '1');
  await expect(send.locator('.btn-label')).toHaveCSS('opacity', '1');
  await expect(send.locator('.btn-loader')).toHaveCSS('position', 'static');
  await expectAccessible(page);
  go();
  await expect(page.getByRole('article').filter({ hasText: 'Gửi chậm một chút.' })).toBeVisible();
});

test('the name of the product never stands alone', async ({ as }) => {
  const network = 'Mạng lưới chuyên gia Chính phủ điện tử';
  const page = await as('member');
  await page.goto('/hoi-dap');
  await expect(page.getByRole('banner').getByText(network)).toBeVisible();
  await page.setViewportSize(PHONE);
  await expect(page.getByRole('banner').getByRole('link', { name: `Hạt Nhân ${network}` })).toBeVisible();
  await page.getByRole('navigation', { name: 'Danh mục nhanh' }).getByRole('button', { name: 'Tôi' }).click();
  await expect(page.getByRole('menu').getByText(network)).toBeVisible();
  await expect(page.getByRole('contentinfo').getByText(network)).toBeAttached();
});

test('a refusal offers a way on, not the same once more', async ({ as }) => {
  const page = await as('member');
  await page.goto('/quan-tri/loi-moi');
  await expect(heading(page, 'Không có quyền làm việc này')).toBeVisible();
  await expect(content(page).getByRole('link', { name: 'Về trang chủ' })).toBeVisible();
  await expect(content(page).getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
});

test('rules and privacy never stand as headings over nothing', async ({ as }) => {
  const page = await as('visitor');
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.goto('/');
  await shown(page);
  // Whatever is fetched for the texts comes late.
  await page.route('**/assets/dist-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('contentinfo').getByRole('link', { name: 'Giới thiệu' }).click();
  await expect(heading(page, 'Giới thiệu')).toBeVisible();
  const privacy = page.getByRole('heading', { name: 'Dữ liệu cá nhân' });
  await expect(content(page).getByRole('status')).toBeVisible();
  await expect(privacy).toHaveCount(0);
  go();
  await expect(privacy).toBeVisible();
  await expect(content(page).getByText('Luật Bảo vệ dữ liệu cá nhân')).toBeVisible();
});

test('each who looks after others finds at home what he can do now', async ({ as }) => {
  const said = {
    representative: /người trong danh bạ/,
    moderator: /Quá 3 ngày làm việc/,
    editor: /Quá 3 ngày làm việc/,
    administrator: /lời mời (?:hết hạn|chưa được nhận)/,
    coordinator: /lời mời (?:hết hạn|chưa được nhận)/,
  } as const;
  for (const [role, words] of Object.entries(said) as [keyof typeof said, RegExp][]) {
    const page = await as(role);
    await page.goto('/');
    const list = page.getByRole('list', { name: 'Việc trong tầm tay' });
    await expect(list.getByText(words).first(), role).toBeVisible();
    await expectAccessible(page);
  }
  const member = await as('member');
  await member.goto('/');
  await expect(heading(member, 'Trang chủ')).toBeVisible();
  await expect(member.getByText('Việc trong tầm tay')).toHaveCount(0);
});
