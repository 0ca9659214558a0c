import { expectAccessible } from '../axe.ts';
import { content, expect, heading, mark, test } from '../journey.ts';

const SOURCE = 'Thông báo số 1 của cơ quan thử';

test('an administrator enters a swapped day, imports two, and takes one back', async ({ as }) => {
  const page = await as('administrator');
  // A year of its own for each run: what others reckon by stays as it is.
  const year = 2060 + Math.floor(Math.random() * 39);
  await page.goto('/quan-tri');
  await content(page).getByRole('link', { name: 'Ngày nghỉ và ngày làm bù' }).click();
  await expect(heading(page, 'Ngày nghỉ và ngày làm bù')).toBeVisible();
  await page.goto(`/quan-tri/ngay-nghi?year=${year}`);
  await expect(content(page).getByText('Giỗ Tổ Hùng Vương').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog.getByLabel('Nguồn')).toHaveAttribute('aria-invalid', 'true');
  const name = `Nghỉ hoán đổi ${mark()}`;
  await dialog.getByRole('textbox', { name: 'Ngày', exact: true }).fill(`20/8/${year}`);
  await dialog.getByLabel('Tên ngày').fill(name);
  await dialog.getByLabel('Nguồn').fill(SOURCE);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  const row = content(page).getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText(SOURCE);

  await page.getByRole('button', { name: 'Nhập từ tệp CSV' }).click();
  const text = `day,kind,name,source\n${year}-08-23,off,Nghỉ thêm,${SOURCE}\n${year}-13-01,work,Làm bù,${SOURCE}\n`;
  await dialog.getByLabel('Nội dung').fill(text);
  await dialog.getByRole('button', { name: 'Nhập', exact: true }).click();
  await expect(dialog.getByText('Dòng 3 chưa đúng.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Nội dung').fill(text.replace(`${year}-13-01`, `${year}-08-28`));
  await dialog.getByRole('button', { name: 'Nhập', exact: true }).click();
  await expect(page.getByText('Đã nhập 2 ngày.')).toBeVisible();

  await row.getByRole('button', { name: /^Sửa/ }).click();
  await dialog.getByRole('button', { name: 'Bỏ ngày này' }).click();
  await expect(row).toHaveCount(0);
});

test('an administrator adds a topic, renames it and retires it; a word is explained as an editor wrote it', async ({
  as,
}) => {
  const [page, editor] = [await as('administrator'), await as('editor')];
  const name = `Chủ đề thử ${mark()}`;
  await page.goto('/quan-tri/chu-de');
  await page.getByRole('button', { name: 'Thêm chủ đề' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên tiếng Việt').fill(name);
  await dialog.getByLabel('Tên tiếng Anh').fill('A topic tried');
  await dialog.getByLabel('Mô tả tiếng Việt').fill('Để thử danh mục.');
  await dialog.getByLabel('Mô tả tiếng Anh').fill('To try the list.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  const row = (words: string) => content(page).getByRole('listitem').filter({ hasText: words });
  await row(name).getByRole('button', { name: /^Sửa/ }).click();
  await dialog.getByLabel('Tên tiếng Việt').fill(`${name} đổi tên`);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(row(`${name} đổi tên`)).toBeVisible();
  await expectAccessible(page);
  await row(name)
    .getByRole('button', { name: /^Thôi dùng/ })
    .click();
  await expect(row(name).getByRole('button', { name: /^Dùng lại/ })).toBeVisible();
  await row(name).getByRole('link').click();
  await expect(content(page).getByText('Chủ đề này thôi dùng')).toBeVisible();
  await page.goto('/chu-de');
  await expect(content(page).getByText(name)).toHaveCount(0);

  const word = `QX${mark()
    .replace(/[^0-9A-Z]/gi, '')
    .slice(-4)
    .toUpperCase()}`;
  await editor.goto('/quan-tri/tu-viet-tat');
  await editor.getByRole('button', { name: 'Thêm từ viết tắt' }).click();
  const words = editor.getByRole('dialog');
  await words.getByRole('textbox', { name: 'Viết tắt', exact: true }).fill(word);
  await words.getByLabel('Nghĩa tiếng Việt').fill('Nghĩa để thử bảng từ viết tắt');
  await words.getByLabel('Nguồn').fill(SOURCE);
  await words.getByRole('button', { name: 'Lưu' }).click();
  await expect(words).toBeHidden();
  await expectAccessible(editor);
  await editor.goto(`/tu-viet-tat?q=${word}`);
  await expect(content(editor).getByText('Nghĩa để thử bảng từ viết tắt')).toBeVisible();
});
