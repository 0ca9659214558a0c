import { expectAccessible } from '../axe.ts';
import { test, walkers } from '../day.ts';
import { content, expect, heading, mark, productOrigin } from '../journey.ts';
import { newMember } from '../newcomer.ts';
import { sideways } from '../pages.ts';
import { write } from '../writing.ts';

const PDF = Buffer.from('%PDF-1.7\nHồ sơ mời thầu, bản dự thảo\n%%EOF');

for (const walker of walkers) {
  const { say, how, phone } = walker;

  // The course as an audience comes with cohorts; instruments by their number with the law pages.
  test(`day 2, asking with a draft tender attached, ${how}`, async ({ open, as }) => {
    test.setTimeout(90_000);
    const page = await open(walker);
    const { name } = await newMember(page.context(), productOrigin(), { name: 'Hoàng Thị Thuê' });
    const title = `Thuê dịch vụ công nghệ thông tin mà nhà thầu chưa bàn giao dữ liệu, mã ${mark()}`;
    await page.goto('/');
    await page
      .getByRole('banner')
      .getByRole('link', { name: say('Đặt câu hỏi', 'Ask a question') })
      .click();
    await expect(heading(page, say('Đặt câu hỏi', 'Ask a question'))).toBeVisible();

    // Required: title, text, topic. The rest waits behind one line.
    await page.getByRole('button', { name: say('Đăng câu hỏi', 'Post question') }).click();
    const titleField = page.getByRole('textbox', { name: say('Tiêu đề', 'Title') });
    await expect(titleField).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(say('Cần điền mục này.', 'This is needed.')).first()).toBeVisible();
    const system = page.getByRole('textbox', { name: say('Hệ thống', 'System') });
    await expect(system).toBeHidden();
    await expectAccessible(page);

    await titleField.fill(title);
    await write(page, say('Nội dung', 'Text'), 'Hồ sơ mời thầu kèm theo đây đã đủ căn cứ để giữ lại tiền chưa?', say);
    const topics = page.getByRole('group', { name: say('Chủ đề', 'Topic') });
    await expect(topics.getByText(say('Theo tiêu đề, nên chọn:', 'Suggested by the title:'))).toBeVisible();
    const topic = say('Thuê dịch vụ công nghệ thông tin', 'Leasing IT services');
    await topics.getByRole('button', { name: topic }).click();
    await expect(topics.getByRole('checkbox', { name: topic })).toBeChecked();

    // One control in plain words.
    const audience = page.getByRole('radiogroup', { name: say('Ai xem được', 'Audience') });
    const members = audience.getByRole('radio', { name: say('Mọi thành viên', 'All members') });
    const bodies = audience.getByRole('radio', { name: say('Chỉ cơ quan nhà nước', 'State bodies only') });
    await expect(members).toBeChecked();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('Đính kèm tệp', 'Attach a file') }).click();
    await (await chooser).setFiles({ name: 'Hồ sơ mời thầu.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(page.getByRole('link', { name: 'Hồ sơ mời thầu.pdf' })).toBeVisible();
    await expect(bodies, 'a document is for state bodies until somebody says otherwise').toBeChecked();
    const issued = page.getByRole('radiogroup', {
      name: say('Hồ sơ đã phát hành chưa?', 'Has the document been issued?'),
    });
    await issued.getByRole('radio', { name: say('Chưa phát hành', 'Not issued yet') }).check();
    await members.check();
    await expect(
      page.getByText(
        say(
          'Hồ sơ chưa phát hành sẽ có người ngoài cơ quan nhà nước đọc được.',
          'People outside state bodies will be able to read a document that is not issued yet.',
        ),
      ),
    ).toBeVisible();
    await bodies.check();

    await page.getByText(say('Thêm thông tin để được trả lời nhanh hơn', 'Add details to be answered faster')).click();
    await system.fill('Hệ thống một cửa, 140 đơn vị');
    await page.getByRole('checkbox', { name: say('Ẩn tên và đơn vị', 'Hide name and organisation') }).check();
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: say('Đăng câu hỏi', 'Post question') }).click();

    await expect(heading(page, title)).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByText(say('Chỉ cơ quan nhà nước', 'State bodies only')).first()).toBeVisible();
    await expect(main.getByText(say('Đang ẩn tên và đơn vị.', 'Name and organisation are hidden.'))).toBeVisible();
    await expect(main.getByRole('link', { name: 'Hồ sơ mời thầu.pdf' })).toBeVisible();
    await expect(main.getByText('Hệ thống một cửa, 140 đơn vị')).toBeVisible();
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
    if (phone) await expect(page.getByRole('navigation', { name: 'Danh mục nhanh' })).toBeInViewport();

    const [reader, moderator, vendor] = [await as('expert'), await as('moderator'), await as('enterprise')];
    await reader.goto(page.url());
    await expect(content(reader).getByText('Một thành viên cấp tỉnh').first()).toBeVisible();
    await expect(content(reader).getByText(name)).toHaveCount(0);
    await moderator.goto(page.url());
    await expect(content(moderator).getByText(/^Điều hành viên được biết:/)).toContainText(name);
    await vendor.goto(page.url());
    await expect(heading(vendor, 'Không tìm thấy, hoặc chỉ dành cho thành viên')).toBeVisible();
  });
}
