import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, productOrigin, test } from '../journey.ts';
import { newMember } from '../newcomer.ts';
import { sideways } from '../pages.ts';

/** A province of its own, so that journeys may run beside each other. */
async function addOrganisation(page: Page, name: string): Promise<void> {
  await page.goto('/don-vi');
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm đơn vị' });
  await dialog.getByLabel('Tên đầy đủ').fill(name);
  await dialog.getByLabel('Loại').selectOption({ label: 'Tỉnh, thành phố' });
  await dialog.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await expect(heading(page, name)).toBeVisible();
}

test('a coordinator renames an organisation and merges it into another; the old page says what followed', async ({
  as,
}) => {
  const page = await as('coordinator');
  await page.goto('/quan-tri');
  await expect(heading(page, 'Quản trị')).toBeVisible();
  await expectAccessible(page);
  const [first, second, whole] = ['Trên', 'Dưới', 'Chung'].map((part) => `Tỉnh Sông ${part} ${mark()}`) as [
    string,
    string,
    string,
  ];
  await addOrganisation(page, whole);
  const wholePage = page.url();
  await addOrganisation(page, first);
  const firstPage = page.url();

  await page.getByRole('button', { name: 'Đổi tên' }).click();
  const rename = page.getByRole('dialog', { name: 'Đổi tên đơn vị' });
  await rename.getByLabel('Tên đầy đủ').fill(second);
  await rename.getByLabel('Mang tên mới từ ngày').fill('01/02/2026');
  await rename.getByLabel('Căn cứ').fill('Nghị quyết 12/NQ-HĐND');
  await expectAccessible(page);
  await rename.getByRole('button', { name: 'Ghi tên mới' }).click();
  await expect(heading(page, second)).toBeVisible();
  await expect(page.getByText('đến 31/01/2026')).toBeVisible();
  await page.goto(`/don-vi?q=${encodeURIComponent(first)}`);
  await expect(page.getByRole('link', { name: second })).toBeVisible();

  await page.goto(wholePage);
  await page.getByRole('button', { name: 'Sáp nhập vào đơn vị này' }).click();
  const merge = page.getByRole('dialog', { name: `Sáp nhập vào ${whole}` });
  await merge.getByRole('combobox', { name: 'Đơn vị được sáp nhập' }).fill(second);
  await page.getByRole('option', { name: second, exact: true }).click();
  await expect(merge.getByRole('list', { name: 'Đơn vị được sáp nhập' })).toContainText(second);
  await merge.getByLabel('Từ ngày').fill('01/03/2026');
  await expectAccessible(page);
  await merge.getByRole('button', { name: 'Sáp nhập' }).click();
  await expect(merge).toBeHidden();
  const merged = content(page).getByRole('list', { name: 'Sáp nhập đã ghi' });
  await expect(merged.getByRole('link', { name: second })).toBeVisible();

  const visitor = await as('visitor');
  await visitor.goto(firstPage);
  await expect(visitor.getByText('Không còn sau 28/02/2026')).toBeVisible();
  await expect(content(visitor).getByRole('link', { name: whole })).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Đổi tên' })).toHaveCount(0);
  await expectAccessible(visitor);
});

test('an administrator gives a role, names an expert and a representative, and the sessions of the other end', async ({
  as,
}) => {
  const [page, other] = [await as('administrator'), await as('visitor')];
  const name = `Đinh Thị Vai ${mark()
    .replaceAll(/\d/g, (digit) => 'abcdeghikl'[Number(digit)]!)
    .replace('-', '')}`;
  await newMember(other.context(), productOrigin(), { name });
  await other.goto('/');
  await page.goto('/quan-tri');
  await content(page).getByRole('link', { name: 'Người và vai trò' }).click();
  await page.getByLabel('Tìm theo họ tên').fill(name);
  await content(page).getByRole('link', { name }).click();
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole('button', { name: 'Giao vai trò Điều hành viên' }).click();
  const dialog = page.getByRole('dialog', { name: 'Giao vai trò Điều hành viên' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Giao vai trò' }).click();
  await expect(page.getByRole('button', { name: 'Thôi vai trò Điều hành viên' })).toBeVisible();
  const session = (await (await other.request.get('/api/session')).json()) as { person: unknown };
  expect(session.person).toBeNull();

  await page.getByRole('region', { name: 'Chuyên gia chủ đề' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Lưu chủ đề' }).click();
  await expect(page.getByText('Đã lưu chuyên gia chủ đề.')).toBeVisible();
  await page.getByRole('region', { name: 'Đầu mối đơn vị' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Lưu đầu mối' }).click();
  await expect(page.getByText('Đã lưu đầu mối đơn vị.')).toBeVisible();
  await expectAccessible(page);
});

test('who is to administer and has no second factor is told by the set-up page that it comes first', async ({ as }) => {
  const page = await as('visitor');
  await newMember(page.context(), productOrigin(), { name: 'Phan Thị Mở', roles: ['administrator'] });
  await page.goto('/bat-dau');
  await expect(heading(page, 'Thiết lập mạng lưới')).toBeVisible();
  await expect(content(page).getByText('chỉ dùng được sau khi xác nhận hai bước')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBe(0);
  await content(page).getByRole('link', { name: 'Bật xác nhận hai bước' }).click();
  await expect(heading(page, 'Cài đặt')).toBeVisible();
  await expect(page.getByText('Thêm passkey hoặc bật mã trên ứng dụng để dùng vai trò')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a member changes his position: what comes next, what stays, one confirmation', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await newMember(context, productOrigin(), { name: 'Lưu Thị Chuyển' });
    await page.goto('/chuyen-cong-tac');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.getByLabel('Ngày cuối giữ chức vụ hiện tại')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Đã nghỉ hưu').check();
    await expect(page.getByRole('combobox', { name: 'Chức vụ' })).toHaveCount(0);
    await page.getByLabel('Giữ chức vụ khác, đơn vị khác').check();
    await page.getByLabel('Ngày cuối giữ chức vụ hiện tại').fill('01/01/2020');
    await page.getByRole('combobox', { name: 'Chức vụ' }).fill('Phó Giám đốc');
    await page.getByRole('combobox', { name: 'Đơn vị' }).fill('Bộ Khoa học và Công nghệ');
    await page.getByRole('option', { name: 'Bộ Khoa học và Công nghệ', exact: true }).click();
    expect(await sideways(page)).toBe(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.getByRole('heading', { name: 'Ở lại đơn vị cũ' })).toBeVisible();
    expect(await sideways(page)).toBe(0);
    await expectAccessible(page);
    // He began today, so a last day before is refused, on its field.
    await page.getByRole('button', { name: 'Ghi chuyển công tác' }).click();
    await expect(page.getByText('Giá trị ngoài khoảng cho phép.')).toBeVisible();
    await page.getByLabel('Chưa có chức vụ mới').check();
    const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    await page.getByLabel('Ngày cuối giữ chức vụ hiện tại').fill(today);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('button', { name: 'Ghi chuyển công tác' }).click();
    await expect(heading(page, 'Lưu Thị Chuyển')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Chức vụ theo thời gian' })).toContainText('Nguyên Chuyên viên');
    await context.close();
  });
});
