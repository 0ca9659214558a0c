import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { letterTo } from '../letters.ts';
import { signInByCode } from '../sign-in.ts';

test('a visitor asks to join, a representative confirms, and the link of the letter opens the invitation', async ({
  as,
}) => {
  const representative = await as('representative');
  await representative.goto('/nguoi-cua-don-vi');
  await expect(heading(representative, 'Người của đơn vị')).toBeVisible();
  await expectAccessible(representative);
  const place = await content(representative)
    .getByRole('heading', { level: 2, name: /^(?!Lời mời)/ })
    .first()
    .innerText();

  const visitor = await as('visitor');
  const email = `xin.tham.gia.${mark()}@donglinh.example`;
  await visitor.goto('/dang-nhap');
  await visitor.getByRole('link', { name: 'Chưa có tài khoản: đề nghị tham gia' }).click();
  await expect(heading(visitor, 'Đề nghị tham gia')).toBeVisible();
  await visitor.getByLabel('Họ và tên').fill('Lương Thị Thêm');
  await visitor.getByLabel('Địa chỉ thư').fill(email);
  await visitor.getByLabel('Chức vụ').fill('Chuyên viên');
  await visitor.getByRole('combobox', { name: 'Đơn vị' }).fill(place);
  await visitor.getByRole('option', { name: place, exact: true }).click();
  await expectAccessible(visitor);
  await visitor.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await expect(visitor.getByText('Đã nhận đề nghị.')).toBeVisible();

  await representative.getByRole('link', { name: 'Đề nghị tham gia' }).click();
  await expect(representative.getByText(email)).toBeVisible();
  await expectAccessible(representative);
  await representative
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('button', { name: 'Xác nhận Lương Thị Thêm', exact: true })
    .click();
  await expect(representative.getByText(email)).toHaveCount(0);

  const letter = await letterTo(visitor.context(), new URL(visitor.url()).origin, email, /mời/i);
  await visitor.goto(/\/loi-moi#\S+/.exec(letter.text)![0]);
  await expect(visitor.getByText(email)).toBeVisible();
});

test('a member moves to another post: dated, shown at once, and what he wrote stays as it was', async ({ as }) => {
  const page = await as('visitor');
  await page.goto('/dang-nhap?tro-lai=%2Fcai-dat');
  await signInByCode(page, 'hien.ho@namphong.example');
  await expect(heading(page, 'Cài đặt')).toBeVisible();
  const me = (await (await page.request.get('/api/session')).json()) as { person: { id: number } };
  await page.goto(`/danh-ba/${me.person.id}`);
  await content(page).getByRole('link', { name: 'Chuyển công tác' }).click();
  await expect(heading(page, 'Chuyển công tác')).toBeVisible();
  await page.getByRole('combobox', { name: 'Chức vụ' }).fill('Phó Giám đốc');
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('Bộ Khoa học và Công nghệ');
  await page.getByRole('option', { name: 'Bộ Khoa học và Công nghệ', exact: true }).click();
  const yesterday = new Date(Date.now() - 86_400_000);
  const typed = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(yesterday);
  await page.getByLabel('Ngày cuối giữ chức vụ hiện tại').fill(typed);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('heading', { name: 'Ở lại đơn vị cũ' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi chuyển công tác' }).click();
  await expect(page.getByRole('list', { name: 'Chức vụ theo thời gian' })).toContainText('Phó Giám đốc');
});
