import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';

test('a member opens a group, another asks, is accepted, reads and leaves, and reads it no more', async ({ as }) => {
  const [opener, other] = [await as('member'), await as('representative')];
  const name = `Nhóm làm việc Sổ vận hành dùng chung, mã ${mark()}`;
  await opener.goto('/nhom');
  await content(opener).getByRole('button', { name: 'Mở nhóm' }).click();
  const form = opener.getByRole('dialog');
  await form.getByLabel('Tên', { exact: true }).fill(name);
  await form.getByLabel('Mục đích', { exact: true }).fill('Một mẫu sổ cho mọi tổ vận hành');
  await form.getByLabel('Giới thiệu cho người trong nhóm').fill('Họp sáng thứ hai, ghi lại việc đã thử.');
  await expectAccessible(opener);
  await form.getByRole('button', { name: 'Mở nhóm' }).click();
  await expect(heading(opener, name)).toBeVisible();
  await expectAccessible(opener);
  const address = new URL(opener.url()).pathname;

  await other.goto('/nhom');
  await expectAccessible(other);
  await content(other).getByRole('link', { name }).click();
  await expect(content(other).getByText('Một mẫu sổ cho mọi tổ vận hành')).toBeVisible();
  await expect(content(other).getByText('Họp sáng thứ hai')).toHaveCount(0);
  await content(other).getByRole('button', { name: 'Đề nghị vào nhóm' }).click();
  await other.getByLabel('Lời nhắn cho điều hành viên').fill('Đơn vị tôi đang viết sổ này.');
  await expectAccessible(other);
  await other.getByRole('dialog').getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(content(other).getByRole('button', { name: /Rút đề nghị/ })).toBeVisible();

  await opener.goto('/hop-thu');
  await content(opener).getByRole('link', { name }).first().click();
  await content(opener)
    .getByRole('button', { name: /^Nhận .* vào nhóm$/ })
    .click();
  await expect(content(opener).getByText('2 người')).toBeVisible();

  await other.goto(address);
  await expect(content(other).getByText('Họp sáng thứ hai')).toBeVisible();
  await expectAccessible(other);
  await content(other).getByRole('button', { name: 'Rời nhóm' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Rời nhóm' }).click();
  await expect(heading(other, 'Nhóm làm việc')).toBeVisible();
  await other.goto(address);
  await expect(content(other).getByRole('button', { name: 'Đề nghị vào nhóm' })).toBeVisible();
  await expect(content(other).getByText('Họp sáng thứ hai')).toHaveCount(0);
});

test('what happens in a group shows in the other browser by itself', async ({ as }) => {
  const [opener, other] = [await as('expert'), await as('coordinator')];
  const name = `Nhóm tự cập nhật, mã ${mark()}`;
  const made = await opener.request.post('/api/spaces', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { kind: 'group', name, purpose: 'Thử hai trình duyệt', listed: true, takesRequests: true },
  });
  expect(made.status(), await made.text()).toBeLessThan(300);
  const { id } = (await made.json()) as { id: number };
  await opener.goto(`/khong-gian/${id}`);
  await expect(heading(opener, name)).toBeVisible();
  await other.goto(`/khong-gian/${id}`);
  await content(other).getByRole('button', { name: 'Đề nghị vào nhóm' }).click();
  await other.getByLabel('Lời nhắn cho điều hành viên').fill('Cùng thử.');
  await other.getByRole('dialog').getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(content(other).getByRole('button', { name: /Rút đề nghị/ })).toBeVisible();

  // Nobody reloads: the request comes to the moderator, the answer to who asked.
  await content(opener)
    .getByRole('button', { name: /^Nhận .* vào nhóm$/ })
    .click();
  await expect(content(opener).getByText('2 người')).toBeVisible();
  await expect(content(other).getByRole('button', { name: 'Rời nhóm' })).toBeVisible();
  await expect(content(other).getByText('2 người')).toBeVisible();

  await opener.request.post('/api/threads', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      kind: 'discussion',
      title: `Việc đầu tiên của nhóm, mã ${name.slice(-6)}`,
      text: 'Mỗi đơn vị gửi một mẫu đang dùng.',
      spaceId: id,
      topicIds: [
        ((await (await opener.request.get('/api/topics')).json()) as { items: { id: number }[] }).items[0]!.id,
      ],
    },
  });
  await expect(content(other).getByRole('link', { name: /^Việc đầu tiên của nhóm/ })).toBeVisible();

  await content(other).getByRole('button', { name: 'Rời nhóm' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Rời nhóm' }).click();
  await expect(heading(other, 'Nhóm làm việc')).toBeVisible();
  await expect(content(opener).getByText('1 người')).toBeVisible();
});
