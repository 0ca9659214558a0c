import { expectAccessible } from '../axe.ts';
import { content, expect, heading, test } from '../journey.ts';

test('a province that is no more leads to what followed it, over a chain of three @short', async ({ as }) => {
  const page = await as('visitor');
  await page.goto('/don-vi');
  await expect(heading(page, 'Đơn vị')).toBeVisible();
  await content(page).getByRole('searchbox', { name: 'Tìm theo tên hoặc tên viết tắt' }).fill('binh phuoc');
  await content(page).getByRole('combobox', { name: 'Tình trạng' }).selectOption('Đã giải thể, không còn');
  await expect(page).toHaveURL(/q=binh\+phuoc&former=1|former=1&q=binh\+phuoc/);
  const list = content(page).getByRole('list', { name: 'Đơn vị' });
  await expectAccessible(page);
  await list.getByRole('link', { name: 'Tỉnh Bình Phước', exact: true }).first().click();

  await expect(heading(page, 'Tỉnh Bình Phước')).toBeVisible();
  await expect(content(page).getByText('Không còn sau 30/06/2025')).toBeVisible();
  const line = content(page).getByRole('region', { name: 'Đơn vị trước và nay' }).getByRole('listitem');
  await expect(line).toHaveText([/Đang xem, không còn.*Tỉnh Bình Phước/s, /Tỉnh Đồng Nai/, /Thành phố Đồng Nai/]);
  await expectAccessible(page);
  await line.nth(2).getByRole('link', { name: 'Thành phố Đồng Nai' }).click();
  await expect(heading(page, 'Thành phố Đồng Nai')).toBeVisible();
  await expect(line.last()).toContainText('Thành phố Đồng Nai');
  await expect(content(page).getByRole('link', { name: 'Tỉnh Bình Phước' }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a member finds a person by a name in any order, and reads his positions; a visitor does not @short', async ({
  as,
}) => {
  const page = await as('representative');
  await page.goto('/danh-ba');
  await expect(heading(page, 'Danh bạ')).toBeVisible();
  await content(page).getByRole('searchbox', { name: 'Tìm theo họ tên' }).fill('chau nguyen minh');
  const list = content(page).getByRole('list', { name: 'Danh bạ' });
  const person = list.getByRole('link', { name: /Nguyễn Thị Minh Châu/ });
  await expect(list.getByRole('listitem').first()).toContainText('Nguyễn Thị Minh Châu');
  await expectAccessible(page);
  await person.click();
  await expect(heading(page, /Nguyễn Thị Minh Châu/)).toBeVisible();
  await expect(content(page).getByText('đương nhiệm')).toBeVisible();
  await expectAccessible(page);

  const visitor = await as('visitor');
  await visitor.goto(new URL(page.url()).pathname);
  await expect(content(visitor).getByRole('link', { name: 'Đăng nhập' })).toBeVisible();
  await expect(visitor.getByText('Nguyễn Thị Minh Châu')).toHaveCount(0);
  await expectAccessible(visitor);
});
