import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';

test('a coordinator invites, the newcomer joins without a password and accepts the rules; the link works once @short', async ({
  as,
}) => {
  const email = `lien.tran.${mark()}@donglinh.example`;
  const coordinator = await as('coordinator');
  await coordinator.goto('/quan-tri/loi-moi');
  await expect(heading(coordinator, 'Lời mời')).toBeVisible();
  await coordinator.getByLabel('Họ và tên').fill('Trần Thị Liên');
  await coordinator.getByLabel('Địa chỉ thư').fill(email);
  await coordinator.getByLabel('Chức vụ').fill('Chuyên viên');
  const unit = coordinator.getByRole('combobox', { name: 'Đơn vị' });
  await unit.click();
  await unit.pressSequentially('so khoa hoc dong linh');
  await coordinator
    .getByRole('option', { name: /Sở Khoa học và Công nghệ tỉnh Đông Lĩnh/ })
    .first()
    .click();
  await coordinator.getByRole('button', { name: 'Gửi lời mời' }).click();
  const row = coordinator
    .getByRole('list', { name: 'Lời mời đã gửi' })
    .getByRole('listitem')
    .filter({ hasText: email });
  await expect(row).toBeVisible();
  await expectAccessible(coordinator);

  const newcomer = await as('visitor');
  await newcomer.goto('/hop-thu-minh-hoa');
  const letter = newcomer.getByRole('listitem').filter({ hasText: email }).getByRole('button');
  await expect(letter).toBeVisible({ timeout: 15_000 });
  await letter.click();
  const article = newcomer.getByRole('article').filter({ hasText: email });
  await expect(article).toContainText('Trần Thị Liên');
  const link = article.getByRole('link').filter({ hasText: '/loi-moi#' });
  const address = (await link.getAttribute('href')) ?? '';
  expect(address, 'the token stands behind #').toMatch(/^\/loi-moi#.{20,}$/);
  await expectAccessible(newcomer);
  await link.click();

  await expect(heading(newcomer, 'Mời tham gia Mạng lưới chuyên gia Chính phủ điện tử')).toBeVisible();
  await expect(content(newcomer).getByText('Chuyên viên')).toBeVisible();
  await newcomer.getByRole('button', { name: 'Đúng', exact: true }).click();
  await expect(newcomer.getByRole('checkbox', { name: 'Ghi nhớ máy này' })).not.toBeChecked();
  await expectAccessible(newcomer);
  await newcomer.getByRole('button', { name: 'Tham gia' }).click();
  await expect(heading(newcomer, 'Quy tắc ứng xử')).toBeVisible();
  for (const consent of await newcomer.getByRole('checkbox').all()) await expect(consent).not.toBeChecked();
  await expectAccessible(newcomer);
  await newcomer.goto('/hoi-dap');
  await expect(heading(newcomer, 'Quy tắc ứng xử')).toBeVisible();
  await newcomer.goto('/quy-tac');
  await newcomer.getByRole('button', { name: 'Đồng ý quy tắc và tiếp tục' }).click();
  await expect(newcomer).toHaveURL(/\/$/);
  await expect(newcomer.getByRole('banner').getByRole('link', { name: 'Đặt câu hỏi' })).toBeVisible();
  await expectAccessible(newcomer);

  const other = await as('visitor');
  await other.goto(address);
  await expect(heading(other, 'Lời mời không còn dùng được')).toBeVisible();
  await expectAccessible(other);
  await other.goto('/loi-moi#khong-phai-loi-moi-nao-ca-0123456789');
  await other.reload();
  await expect(heading(other, 'Không có lời mời này')).toBeVisible();
  await coordinator.reload();
  await expect(row.getByText('Đã dùng')).toBeVisible();
});
