import { expectAccessible } from '../axe.ts';
import { test, walkers } from '../day.ts';
import { expect, heading, mark, productOrigin } from '../journey.ts';
import { newMember, sendAs } from '../newcomer.ts';
import { shown, sideways } from '../pages.ts';
import { askQuestion, write } from '../writing.ts';

for (const walker of walkers) {
  const { say, how, phone } = walker;

  // "§" inserts an instrument by its number once the law pages are there.
  test(`day 3, an expert answers, ${how}`, async ({ open, as }) => {
    test.setTimeout(90_000);
    const page = await open(walker);
    const expert = await newMember(page.context(), productOrigin(), { name: 'Phan Thị Đáp' });
    const asker = await as('member');
    const colleague = await (await as('expert')).request.get('/api/session');
    const other = (await colleague.json()) as { person: { name: string } };
    const ask = async (title: string) => {
      const address = await askQuestion(asker, { title: `${title}, mã ${mark()}` });
      const id = Number(/\d+/.exec(address)?.[0]);
      await sendAs(asker.context(), `${productOrigin()}/api/threads/${id}/invited`, { personIds: [expert.id] });
      return id;
    };
    const [first] = [
      await ask('Nghiệm thu dịch vụ thuê theo chỉ số nào'),
      await ask('Tắt hệ thống cũ trước khi chuyển dữ liệu'),
      await ask('Chữ ký số trên điện thoại'),
    ];

    // Three replies, one tap each, where the invitation stands.
    await page.goto('/');
    const duties = page.getByRole('list', { name: say('Việc cần xử lý', 'My duties') });
    const duty = (title: string) => duties.getByRole('listitem').filter({ hasText: title });
    await expect(async () => {
      await page.reload();
      await expect(duty('Chữ ký số')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expectAccessible(page);
    await duty('Nghiệm thu')
      .getByRole('button', { name: say('Tôi trả lời trong 2 ngày', 'I will answer within 2 days') })
      .click();
    await expect(
      duty('Nghiệm thu').getByText(say('Đã hẹn trả lời trước hết ngày', 'An answer is promised by the end of')),
    ).toBeVisible();
    await duty('Tắt hệ thống')
      .getByRole('button', { name: say('Không phải lĩnh vực của tôi', 'Not my field') })
      .click();
    await expect(duty('Tắt hệ thống')).toHaveCount(0);
    await duty('Chữ ký số')
      .getByRole('button', { name: say('Chuyển cho …', 'Hand on to …') })
      .click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByRole('combobox').fill(other.person.name);
    await page.getByRole('option', { name: other.person.name }).first().click();
    await dialog.getByRole('button', { name: say('Chuyển', 'Hand on') }).click();
    await expect(duty('Chữ ký số')).toHaveCount(0);

    // Where the letter's "Trả lời" leads: a plain text box, and nothing that leads away from it.
    await page.goto(`/tra-loi/${first}`);
    await shown(page);
    await expect(heading(page, /^Nghiệm thu dịch vụ thuê/)).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    const box = page.getByRole('textbox', { name: say('Câu trả lời', 'Answer') });
    await expect(box).toHaveCount(1);
    expect(await box.evaluate((element) => element.tagName)).toBe('TEXTAREA');
    await box.fill('Theo thời gian gián đoạn đo từ hai nơi; biểu mẫu gửi sau.');
    const jpeg = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      canvas.getContext('2d')!.fillRect(0, 0, 20, 20);
      return canvas.toDataURL('image/jpeg').split(',')[1]!;
    });
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', {
        name: phone ? say('Chụp ảnh', 'Take a photo') : say('Đính kèm tệp', 'Attach a file'),
      })
      .click();
    const asked = await chooser;
    if (phone) expect(await asked.element().getAttribute('capture'), 'straight from the camera').toBe('environment');
    await asked.setFiles({ name: 'bảng đo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg, 'base64') });
    await expect(page.getByRole('link', { name: /bảng đo/ })).toBeVisible();
    await page
      .getByRole('checkbox', { name: say('Trả lời ngắn trước, bổ sung sau', 'Short answer first, more to follow') })
      .check();
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: say('Gửi câu trả lời', 'Post answer') }).click();

    // Shown as what it is, until it is made whole.
    await expect(page).toHaveURL(/\/hoi-dap\//);
    const answer = page.getByRole('article').filter({ hasText: 'đo từ hai nơi' });
    const more = answer.getByText(say('Trả lời ngắn, sẽ bổ sung', 'Short answer, more to follow'));
    await expect(more).toBeVisible();
    await expect(answer.getByRole('link', { name: /bảng đo/ }).first()).toBeVisible();
    await expectAccessible(page);
    await asker.goto(`/hoi-dap/${first}`);
    await expect(asker.getByText('Trả lời ngắn, sẽ bổ sung')).toBeVisible();
    await expect(asker.getByText('Đã trả lời', { exact: true })).toBeVisible();
    await answer.getByRole('button', { name: say('Sửa', 'Edit'), exact: true }).click();
    await write(
      answer,
      say('Sửa câu trả lời', 'Edit answer'),
      'Theo thời gian gián đoạn đo từ hai nơi, mẫu ở điều 5.',
      say,
    );
    await answer
      .getByRole('checkbox', { name: say('Trả lời ngắn trước, bổ sung sau', 'Short answer first, more to follow') })
      .uncheck();
    await answer
      .getByRole('button', { name: say('Lưu', 'Save'), exact: true })
      .first()
      .click();
    await expect(answer.getByText('mẫu ở điều 5')).toBeVisible();
    await expect(more).toHaveCount(0);
  });
}
