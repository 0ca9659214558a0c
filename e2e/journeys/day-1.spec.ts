import { expectAccessible } from '../axe.ts';
import { test, walkers } from '../day.ts';
import { expect, heading, mark, productOrigin } from '../journey.ts';
import { letterTo } from '../letters.ts';
import { invite } from '../newcomer.ts';
import { withDevice } from '../passkeys.ts';
import { sideways } from '../pages.ts';

/** Invitations of the demonstration that ran out; each is sent again once. */
const EXPIRED = [
  { token: 'loi-moi-minh-hoa-da-het-han-cua-Vi-Thi-Hang', email: 'hang.vi@hailam.example' },
  { token: 'loi-moi-minh-hoa-da-het-han-cua-ong-ChuDBao', email: 'bao.chu@tangiang.example' },
] as const;

for (const [at, walker] of walkers.entries()) {
  const { say, how } = walker;

  // The course, its agenda and its questions come with cohorts (P1-P4 of the features): here the invitation is to the network.
  test(`day 1, first invitation, ${how} @short`, async ({ open }) => {
    test.setTimeout(90_000);
    const page = await open(walker);
    await withDevice(page);
    const { email } = await invite(page.context(), productOrigin(), { unit: 'Phòng Hạ tầng', name: 'Trần Thị Liên' });

    await page.goto('/hop-thu-minh-hoa');
    await expect(heading(page, say('Hộp thư minh họa', 'Demo mailbox'))).toBeVisible();
    const row = page.getByRole('listitem').filter({ hasText: email });
    await row.getByRole('button').click({ timeout: 20_000 });
    const letter = page.getByRole('article').filter({ hasText: email });
    await expect(letter.getByRole('heading')).toHaveText('Mời tham gia Mạng lưới chuyên gia Chính phủ điện tử');
    await expect(letter).toContainText(
      say('Từ: Mạng lưới chuyên gia Chính phủ điện tử', 'From: e-Government Experts Network'),
    );
    await expect(letter).toContainText('Kính gửi ông/bà Trần Thị Liên');
    await expect(letter).toContainText(/Cần hỏi thêm, xin liên hệ: .*\d/);
    const { html } = await letterTo(page.context(), productOrigin(), email, /mời/i);
    expect(html, 'readable without images, and nobody is told that it was read').not.toMatch(/<img|<link|url\(|src=/);
    const link = letter.getByRole('link').filter({ hasText: '/loi-moi#' });
    const address = (await link.getAttribute('href')) ?? '';
    expect(address, 'the token stands behind #').toMatch(/^\/loi-moi#.{20,}$/);
    await expectAccessible(page);
    await link.click();

    await expect(
      heading(
        page,
        say('Mời tham gia Mạng lưới chuyên gia Chính phủ điện tử', 'Invitation to the e-Government Experts Network'),
      ),
    ).toBeVisible();
    for (const fact of ['Trần Thị Liên', 'Phòng Hạ tầng', email])
      await expect(page.getByText(fact).first()).toBeVisible();
    await expect(page.getByRole('button', { name: say('Tham gia', 'Join') })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: say('Cần sửa', 'Needs correction') }).click();
    await page.getByRole('textbox', { name: say('Phòng, ban', 'Unit') }).fill('Phòng Hạ tầng số');
    await expect(page.locator('input[type="password"]')).toHaveCount(0);
    const trust = page.getByRole('checkbox', { name: say('Ghi nhớ máy này', 'Remember this device') });
    await expect(trust, 'nothing is agreed to beforehand').not.toBeChecked();
    await trust.check();
    await expectAccessible(page);
    await page.getByRole('button', { name: say('Tham gia', 'Join') }).click();

    const rules = heading(page, say('Quy tắc ứng xử', 'Rules of conduct'));
    await expect(rules).toBeVisible();
    for (const consent of await page.getByRole('checkbox').all()) await expect(consent).not.toBeChecked();
    await expectAccessible(page);
    await page.goto('/hoi-dap');
    await expect(rules, 'nothing is read before the rules').toBeVisible();
    await page.goto('/quy-tac');
    await page.getByRole('button', { name: say('Đồng ý quy tắc và tiếp tục', 'Accept the rules and go on') }).click();

    await expect(page).toHaveURL(/\/$/);
    const steps = page.getByRole('main').getByRole('list').first();
    await expect(page.getByRole('heading', { name: say('Việc cần xử lý', 'My duties') })).toBeVisible();
    await expect(steps.getByRole('listitem').first()).toContainText(say('Chọn chủ đề có thể trả lời', 'Choose topics'));
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('link', { name: say('Chọn chủ đề', 'Choose topics') }).click();
    await expect(heading(page, say('Cài đặt', 'Settings'))).toBeVisible();
    await page.getByRole('checkbox', { name: say('Thuê dịch vụ công nghệ thông tin', 'Leasing IT services') }).check();
    await page.getByRole('button', { name: say('Lưu', 'Save'), exact: true }).click();
    await expect(page.getByText(say('Đã lưu trang cá nhân.', 'The profile is saved.'))).toBeVisible();
    await page.goto('/');
    const duties = page.getByRole('list', { name: say('Việc cần xử lý', 'My duties') });
    await expect(duties.getByRole('link', { name: say('Trả lời', 'Answer'), exact: true }).first()).toBeVisible();
    await expectAccessible(page);

    // Offered later: a second address, and a passkey for the next time.
    await page.goto('/cai-dat');
    const second = `rieng.${mark()}@thurieng.example`;
    await page.getByLabel(say('Thêm địa chỉ', 'Add an address')).fill(second);
    await page.getByRole('button', { name: say('Gửi mã xác nhận', 'Send a confirmation code') }).click();
    const code = await letterTo(page.context(), productOrigin(), second, /mã xác nhận|code/i);
    const addresses = page.getByRole('list', { name: say('Địa chỉ thư', 'E-mail address') });
    await addresses.getByPlaceholder(say('Mã sáu chữ số', 'Six-digit code')).fill(/\b\d{6}\b/.exec(code.text)![0]);
    await addresses.getByRole('button', { name: say('Xác nhận', 'Confirm'), exact: true }).click();
    await expect(addresses.getByText(say('Đã xác nhận', 'Confirmed'), { exact: false })).toHaveCount(2);
    await page.getByLabel(say('Tên gọi của passkey', 'Name of the passkey')).fill('Máy của Liên');
    await page.getByRole('button', { name: say('Thêm passkey', 'Add a passkey') }).click();
    await expect(page.getByRole('list', { name: say('Passkey', 'Passkeys') }).getByText('Máy của Liên')).toBeVisible();
    await expectAccessible(page);
    await page.context().clearCookies({ name: /^(?!locale$)/ });
    await page.goto('/dang-nhap');
    await page.getByRole('button', { name: say('Đăng nhập bằng passkey', 'Sign in with a passkey') }).click();
    await expect(
      page.getByRole('banner').getByRole('link', { name: say('Đặt câu hỏi', 'Ask a question') }),
    ).toBeVisible();

    // The link was for once.
    const other = await open(walker);
    await other.goto(address);
    await expect(heading(other, say('Lời mời không còn dùng được', 'The invitation cannot be used'))).toBeVisible();
    await expectAccessible(other);
    await other.goto('/loi-moi#khong-phai-loi-moi-nao-ca-0123456789');
    await other.reload();
    await expect(heading(other, say('Không có lời mời này', 'There is no such invitation'))).toBeVisible();
  });

  test(`day 1, an expired link, ${how}`, async ({ open }) => {
    const page = await open(walker);
    const { token, email } = EXPIRED[at]!;
    await page.goto(`/loi-moi#${token}`);
    await expect(heading(page, say('Lời mời đã hết hạn', 'The invitation has expired'))).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: say('Gửi lại lời mời', 'Send the invitation again') }).click();
    await expect(
      page.getByText(say('Nếu lời mời còn được phép gửi lại', 'If the invitation may still be sent')),
    ).toBeVisible();
    await expect(page.getByRole('main'), 'nothing is revealed').not.toContainText(email);
    await expectAccessible(page);
    const letter = await letterTo(page.context(), productOrigin(), email, /mời/i);
    await page.goto(/\/loi-moi#\S+/.exec(letter.text)![0]);
    await expect(page.getByText(email)).toBeVisible();
  });
}
