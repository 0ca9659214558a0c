import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';
import { write } from '../writing.ts';

const TEXT = 'Hợp đồng thuê hết hạn tháng tới, nhà thầu cũ chưa bàn giao mô tả dữ liệu. Căn cứ nào để giữ tiền?';

test('a member asks: similar questions while typing, an audience, a draft that survives, and the question in the list @short', async ({
  as,
}) => {
  const page = await as('representative');
  const title = `Hết hợp đồng thuê mà nhà thầu chưa bàn giao dữ liệu, mã ${mark()}`;
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Đặt câu hỏi' }).click();
  await expect(heading(page, 'Đặt câu hỏi')).toBeVisible();

  await page.getByRole('button', { name: 'Đăng câu hỏi' }).click();
  const titleField = page.getByRole('textbox', { name: 'Tiêu đề' });
  await expect(titleField).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await titleField.pressSequentially('Hết hợp đồng thuê, nhà thầu chỉ bàn giao tệp sao lưu', { delay: 5 });
  const similar = page.getByRole('status').filter({ hasText: 'Câu hỏi gần giống' });
  await expect(similar.getByRole('link', { name: /^Hết hợp đồng thuê, nhà thầu chỉ bàn giao/ })).toBeVisible();
  await expect(titleField).toBeFocused();
  await titleField.fill(title);
  await write(page, 'Nội dung', TEXT);
  await page.getByRole('checkbox', { name: 'Thuê dịch vụ công nghệ thông tin' }).check();
  await expect(page.getByRole('radio', { name: 'Mọi thành viên' })).toBeChecked();
  await page.getByRole('radio', { name: 'Chỉ cơ quan nhà nước' }).check();
  await expect(page.getByText(/Đã lưu nháp lúc \d\d:\d\d/)).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Tiêu đề' })).toHaveValue(title);
  await expect(page.getByRole('textbox', { name: 'Nội dung', exact: true })).toContainText(TEXT);
  await expect(page.getByRole('checkbox', { name: 'Thuê dịch vụ công nghệ thông tin' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Chỉ cơ quan nhà nước' })).toBeChecked();
  await page.getByRole('button', { name: 'Đăng câu hỏi' }).click();
  await expect(heading(page, title)).toBeVisible();
  await expect(content(page).getByText('Chỉ cơ quan nhà nước').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Hỏi đáp' }).first().click();
  await expect(
    page.getByRole('list', { name: 'Câu hỏi và thảo luận' }).getByRole('link', { name: title }),
  ).toBeVisible();
  await page.goto('/dat-cau-hoi');
  await expect(page.getByRole('textbox', { name: 'Tiêu đề' })).toHaveValue('');

  const enterprise = await as('enterprise');
  await enterprise.goto('/hoi-dap?sort=new');
  const list = enterprise.getByRole('list', { name: 'Câu hỏi và thảo luận' });
  await expect(list.getByRole('link').first()).toBeVisible();
  await expect(list.getByRole('link', { name: title })).toHaveCount(0);
  await expectAccessible(enterprise);
});
