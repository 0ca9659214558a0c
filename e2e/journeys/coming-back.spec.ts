import { expectAccessible } from '../axe.ts';
import { content, expect, mark, test } from '../journey.ts';
import { answerQuestion, askQuestion, write } from '../writing.ts';

const idIn = (address: string) => Number(/\d+/.exec(address)?.[0]);

test('a visitor with the letter’s address signs in first, and opening it does nothing', async ({ as }) => {
  const address = await askQuestion(await as('member'), {
    title: `Thư mở ra ô trả lời, mã ${mark()}`,
    audience: 'public',
  });
  const visitor = await as('visitor');
  await visitor.goto(`/tra-loi/${idIn(address)}`);
  await content(visitor).getByRole('link', { name: 'Đăng nhập để trả lời' }).click();
  await expect(visitor).toHaveURL(/tro-lai=%2Ftra-loi/);
});

test('a changed answer shows its history word by word, and several may change one', async ({ as }) => {
  const [asker, expert] = [await as('member'), await as('expert')];
  const address = await askQuestion(asker, { title: `Sửa có lịch sử, mã ${mark()}` });
  await answerQuestion(expert, address, 'Danh mục việc cần làm trước khi nghiệm thu.');
  await expert.goto(address);
  await expert.getByRole('button', { name: 'Cho nhiều người sửa' }).click();
  await expect(expert.getByText('Nhiều người cùng sửa')).toBeVisible();
  await asker.goto(address);
  const answer = asker.locator('article.post');
  await answer.getByRole('button', { name: 'Sửa', exact: true }).click();
  const text = 'Danh mục việc phải làm trước khi nghiệm thu.';
  // The history tells what changed to the word, so the old text must be wholly gone.
  const box = await write(answer, 'Sửa câu trả lời', text);
  await expect(box).toHaveText(text);
  await answer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await answer.getByRole('button', { name: 'Lịch sử sửa' }).click();
  const dialog = asker.getByRole('dialog');
  await expect(dialog.locator('del', { hasText: 'cần' })).toBeVisible();
  await expect(dialog.locator('ins', { hasText: 'phải' })).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(asker);
});

test('a question is saved with a reminder, found under "Đã lưu", and taken out', async ({ as }) => {
  const page = await as('editor');
  const title = `Xem lại vào thứ Hai, mã ${mark()}`;
  await page.goto(await askQuestion(page, { title }));
  await page.getByRole('button', { name: 'Lưu lại', exact: true }).click();
  await page.getByRole('radio', { name: 'Sáng thứ Hai 08:00' }).check();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(content(page).getByRole('button', { name: 'Đã lưu', pressed: true }).first()).toBeVisible();
  await page.goto('/da-luu');
  const row = content(page).getByRole('listitem').filter({ hasText: title });
  await expect(row.getByText(/^Nhắc lúc .* 08:00$/)).toBeVisible();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Nhắc, bỏ lưu' }).click();
  await page.getByRole('button', { name: 'Bỏ khỏi mục đã lưu' }).click();
  await expect(row).toHaveCount(0);
});

test('what came since the last visit is marked, and an abbreviation tells its meaning', async ({ as }) => {
  const [reader, other] = [await as('member'), await as('expert')];
  const address = await askQuestion(reader, { title: `Đọc tiếp chỗ đang dở, mã ${mark()}` });
  await answerQuestion(other, address, 'Câu trả lời đầu tiên, nói về CPĐT của tỉnh.');
  const kept = reader.waitForResponse((answer) => answer.url().endsWith('/read-to'));
  await reader.goto(address);
  await reader.getByRole('button', { name: 'CPĐT' }).focus();
  await expect(reader.getByRole('tooltip', { name: 'Chính phủ điện tử' })).toBeVisible();
  await kept;
  await answerQuestion(other, address, 'Câu trả lời thứ hai, sau khi đã đọc.');
  await reader.goto('/');
  await reader.goto(address);
  await expect(reader.getByText('Mới từ lần đọc trước:')).toBeVisible();
  await reader.getByRole('link', { name: '1 câu trả lời', exact: true }).click();
  await expect(reader.locator('article.post').filter({ hasText: 'thứ hai' })).toBeFocused();
  await expectAccessible(reader);
});

test('a question without name shows the level alone; the asker shows the name himself', async ({ as }) => {
  const asker = await as('member');
  const { person } = (await (await asker.request.get('/api/session')).json()) as { person: { name: string } };
  const title = `Hỏi mà không nêu tên, mã ${mark()}`;
  await asker.goto('/dat-cau-hoi');
  await asker.getByLabel('Ẩn tên và đơn vị').check();
  await expectAccessible(asker);
  const { items } = (await (await asker.request.get('/api/topics')).json()) as { items: { id: number }[] };
  const spaces = (await (await asker.request.get('/api/spaces')).json()) as { items: { id: number; kind: string }[] };
  const made = await asker.request.post('/api/threads', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      title,
      text: 'Đơn vị còn thiếu người, nên hỏi mà không nêu tên.',
      topicIds: [items[0]?.id],
      spaceId: spaces.items.find(({ kind }) => kind === 'members')?.id,
      unnamed: true,
    },
  });
  const address = `/hoi-dap/${((await made.json()) as { id: number }).id}`;
  const [reader, moderator] = [await as('expert'), await as('moderator')];
  await reader.goto(address);
  await expect(content(reader).getByText('Một thành viên cấp tỉnh').first()).toBeVisible();
  await expect(content(reader).getByText(person.name)).toHaveCount(0);
  await moderator.goto(address);
  await expect(content(moderator).getByText(/^Điều hành viên được biết:/)).toContainText(person.name);
  await expectAccessible(moderator);
  await asker.goto(address);
  await asker.getByRole('button', { name: 'Hiện tên và đơn vị' }).click();
  await expect(asker.getByText('Đang ẩn tên và đơn vị.')).toHaveCount(0);
  await reader.reload();
  await expect(content(reader).getByText(person.name).first()).toBeVisible();
});
