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

  // The server leads there before any page is made.
  const led = await asker.request.get(address, { headers: { accept: 'text/html' }, maxRedirects: 0 });
  expect([led.status(), led.headers()['cache-control']]).toEqual([301, 'no-store']);
  expect(led.headers()['location']).toMatch(new RegExp(`^/hoi-dap/${numberIn(target)}-.*\\?tu=${numberIn(address)}$`));
  await asker.goto(address);
  await expect(heading(asker, first)).toBeVisible();
  await expect(content(asker).getByText(`“${again}” trùng với câu hỏi này.`)).toBeVisible();
  await inBothThemes(asker);
  await asker.getByRole('link', { name: 'Xem bản trùng' }).click();
  await expect(heading(asker, again)).toBeVisible();
  await expect(content(asker).getByText(`Câu hỏi này trùng với “${first}”.`)).toBeVisible();
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

test('asked about another audience meanwhile, the asker agrees to nothing that was not read', async ({ as }) => {
  const [asker, moderator] = [await as('member'), await as('moderator')];
  const address = await askQuestion(asker, { title: `Quy chế trực phòng máy, mã ${mark()}`, audience: 'state' });
  const { items } = (await (await asker.request.get('/api/spaces')).json()) as {
    items: { id: number; kind: string }[];
  };
  const of = (kind: string) => items.find((place) => place.kind === kind)?.id;
  const put = (spaceId: number | undefined) =>
    moderator.request.put(`/api/threads/${numberIn(address)}/space`, { data: { spaceId, reason: 'Cần ở nơi khác' } });
  await put(of('members'));
  // A page that hears of nothing, as on a line that was cut.
  await asker.route(/\/api\/(stream|changes)/, (route) => route.abort());
  await asker.goto(address);
  const asked = content(asker).getByText('Điều hành viên đề nghị chuyển nơi đăng sang');
  await expect(asked).toContainText('Mọi thành viên');
  await moderator.request.delete(`/api/threads/${numberIn(address)}/move-request`);
  await put(of('public'));
  await asker.getByRole('button', { name: 'Đồng ý chuyển' }).click();
  await expect(asker.getByText('Đề nghị đã thay đổi nên chưa ghi nhận.')).toBeVisible();
  await expect(asked).toContainText('Công khai');
  await expectAccessible(asker);
  const visitor = await as('visitor');
  expect((await visitor.request.get(`/api/threads/${numberIn(address)}`)).status()).toBe(404);
  await asker.getByRole('button', { name: 'Đồng ý chuyển' }).click();
  await expect(asked).toHaveCount(0);
  expect((await visitor.request.get(`/api/threads/${numberIn(address)}`)).status()).toBe(200);
});

test('who asked without name stays without it in what is split off, until it is shown there', async ({ as }) => {
  const [asker, author, moderator] = [await as('member'), await as('expert'), await as('moderator')];
  const title = `Thiếu người trực hệ thống ban đêm, mã ${mark()}`;
  const address = await askQuestion(asker, { title, unnamed: true });
  await answerQuestion(author, address, 'Nơi này thuê trực theo tháng.');
  const { answers } = (await (await asker.request.get(`/api/threads/${numberIn(address)}`)).json()) as {
    answers: { items: { id: number }[] };
  };
  const split = await moderator.request.post(`/api/threads/${numberIn(address)}/split`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { kind: 'question', title: `Thuê người trực theo tháng, mã ${mark()}`, answerIds: [answers.items[0]?.id] },
  });
  const { id } = (await split.json()) as { id: number };
  const said = `Đơn vị chưa từng thuê, mã ${mark()}`;
  await answerQuestion(asker, `/hoi-dap/${id}`, said);
  await author.goto(`/hoi-dap/${id}`);
  const answer = (page: Page) => page.getByRole('article').filter({ hasText: said });
  await expect(answer(author)).toContainText('Một thành viên');
  await moderator.goto(`/hoi-dap/${id}`);
  await expect(content(moderator).getByText('Điều hành viên được biết')).toBeVisible();
  await inBothThemes(moderator);
  await asker.setViewportSize({ width: 390, height: 844 });
  await asker.goto(`/hoi-dap/${id}`);
  await expect(content(asker).getByText('Đang ẩn tên và đơn vị.')).toBeVisible();
  await inBothThemes(asker);
  await asker.getByRole('button', { name: 'Hiện tên và đơn vị' }).click();
  await expect(asker.getByRole('button', { name: 'Hiện tên và đơn vị' })).toHaveCount(0);
  await expect(answer(asker)).not.toContainText('Một thành viên');
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
  await expect(merge.getByText('Gộp là vĩnh viễn, không hoàn tác được.')).toBeVisible();
  await inBothThemes(moderator);
  await merge.getByRole('button', { name: 'Gộp', exact: true }).click();
  await expect(heading(moderator, title)).toBeVisible();
  await expect(content(moderator).getByText('Câu hỏi được gộp vào đây')).toBeVisible();
  await asker.goto(`/hoi-dap/${postId}`);
  await expect(heading(asker, title)).toBeVisible();
  await expect(content(asker).getByText(`“${newTitle}” đã được gộp vào đây.`)).toBeVisible();
  await asker.getByRole('link', { name: 'Đến phần đã gộp' }).click();
  await expect(content(asker).getByText(aside)).toBeInViewport();
  await inBothThemes(asker);
});

test('a link to an answer under a duplicate still finds it', async ({ as }) => {
  const [asker, author, moderator] = [await as('member'), await as('expert'), await as('moderator')];
  const target = await askQuestion(asker, { title: `Đặt lịch nâng cấp trong quý, mã ${mark()}` });
  const title = `Nâng cấp vào tuần nào của quý, mã ${mark()}`;
  const address = await askQuestion(asker, { title });
  const said = `Tuần thứ hai, tránh cuối quý, mã ${mark()}`;
  await answerQuestion(author, address, said);
  await moderator.request.put(`/api/threads/${numberIn(address)}/duplicate-of`, {
    data: { targetId: Number(numberIn(target)) },
  });
  await asker.goto(`${address}?xem=cu`);
  const post = numberIn((await content(asker).getByRole('article').last().getAttribute('id'))!);
  for (const link of [`${address}#bai-${post}`, `${address}#tra-loi-${post}`]) {
    await asker.goto('about:blank');
    await asker.goto(link);
    await expect(heading(asker, title)).toBeVisible();
    await expect(content(asker).getByText(said)).toBeInViewport();
  }
});

test('what is pinned comes with the list: nothing moves when the page draws', async ({ as }) => {
  const [moderator, reader] = [await as('moderator'), await as('member')];
  const title = `Lịch bảo trì hệ thống dùng chung, mã ${mark()}`;
  const address = await askQuestion(moderator, { title });
  const pin = (pinned: boolean) => moderator.request.put(`/api/threads/${numberIn(address)}/pin`, { data: { pinned } });
  expect((await pin(true)).status()).toBe(200);
  try {
    await reader.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // What others write meanwhile would move lines for a good reason.
    await reader.route(/\/api\/(stream|changes)/, (route) => route.abort());
    const lists: string[] = [];
    reader.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/threads') lists.push(request.url());
    });
    for (const width of [1366, 390]) {
      await reader.setViewportSize({ width, height: 844 });
      await reader.goto('/hoi-dap');
      const above = reader.getByRole('region', { name: 'Thông báo đã ghim' });
      await expect(above.getByRole('link', { name: title })).toBeVisible();
      await reader.waitForTimeout(1500);
      const moved = await reader.evaluate(() =>
        (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
      );
      expect(moved).toBeLessThan(0.02);
      expect(lists).toEqual([]);
      await inBothThemes(reader);
    }
  } finally {
    await pin(false);
  }
});
