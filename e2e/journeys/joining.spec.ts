import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { letterTo } from '../letters.ts';

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
