import type { BrowserContext } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { enter, test, typed, walkers } from '../day.ts';
import { content, expect, heading, mark, productOrigin } from '../journey.ts';
import { letterTo } from '../letters.ts';
import { newMember, sendAs } from '../newcomer.ts';
import { sideways } from '../pages.ts';
import { signIn, signInByCode } from '../sign-in.ts';
import { answerQuestion, askQuestion } from '../writing.ts';

const NEW = 'Bộ Khoa học và Công nghệ';
const TOPIC = 'Thuê dịch vụ công nghệ thông tin';
/** In their posts for more than a year, and in no other journey: the first walks on the phone, the second on the laptop. */
const LEAVERS = ['toan.luong@phugiang.example', 'hien.ho@namphong.example'] as const;

interface Named {
  name: string;
  nameEn: string;
}

/** A coordinator names somebody representative of his organisation and expert of the topic. */
async function name(from: BrowserContext, id: number, organisation: number): Promise<void> {
  const origin = productOrigin();
  const context = await from.browser()!.newContext();
  await signIn(context, origin, 'coordinator');
  const { version } = (await (await context.request.get(`${origin}/api/accounts/${id}`)).json()) as { version: number };
  const topics = (await (await context.request.get(`${origin}/api/topics`)).json()) as {
    items: { id: number; name: string }[];
  };
  const topicIds = topics.items.filter((one) => one.name === TOPIC).map((one) => one.id);
  const put = { method: 'PUT' };
  await sendAs(context, `${origin}/api/accounts/${id}/represented`, { organisationIds: [organisation] }, put);
  const seen = { ...put, headers: { 'if-match': `"${version}"` } };
  await sendAs(context, `${origin}/api/accounts/${id}/expert-topics`, { topicIds }, seen);
  await context.close();
}

for (const [at, walker] of walkers.entries()) {
  const { say, how } = walker;

  // Mentors and their pairs come with mentoring.
  test(`day 8, to another ministry, ${how}`, async ({ open, as }) => {
    test.setTimeout(120_000);
    const page = await open(walker);
    const leaver = await enter(page, LEAVERS[at]!, say);
    const organisation = leaver.organisationId;
    const { name: vi, nameEn } = (await (await page.request.get(`/api/organisations/${organisation}`)).json()) as Named;
    const old = say(vi, nameEn);
    const coming = say(NEW, 'Ministry of Science and Technology');
    const stays = await open(walker);
    const code = mark();
    const colleague = await newMember(stays.context(), productOrigin(), {
      organisationId: organisation,
      name: `Lý Thị Ở Lại`,
      title: `Chuyên viên ${code}`,
    });
    await name(page.context(), leaver.id, organisation);
    const address = await askQuestion(await as('member'), { title: `Việc trả lời ở đơn vị cũ, mã ${code}` });
    await answerQuestion(page, address, 'Trả lời khi còn ở đơn vị cũ.');

    // Two confirmed addresses: the mailbox of the office stays with the office.
    await page.goto('/chuyen-cong-tac');
    await expect(heading(page, say('Chuyển công tác', 'Change of position'))).toBeVisible();
    await page.getByRole('combobox', { name: say('Chức vụ', 'Position'), exact: true }).fill('Phó Vụ trưởng');
    await page.getByRole('combobox', { name: say('Đơn vị', 'Organisation') }).fill(NEW);
    await page.getByRole('option', { name: coming, exact: true }).click();
    const day = page.getByLabel(say('Ngày cuối giữ chức vụ hiện tại', 'Last day in the present position'));
    await day.fill(typed(1));
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: say('Tiếp tục', 'Continue') }).click();
    await expect(
      page.getByText(say('Tài khoản chỉ có một địa chỉ thư:', 'The account has one address only:')),
    ).toBeVisible();
    await page.getByRole('link', { name: say('địa chỉ thứ hai', 'second address') }).click();
    const second = `rieng.${mark()}@thurieng.example`;
    await page.getByLabel(say('Thêm địa chỉ', 'Add an address')).fill(second);
    await page.getByRole('button', { name: say('Gửi mã xác nhận', 'Send a confirmation code') }).click();
    const sent = await letterTo(page.context(), productOrigin(), second, /mã xác nhận|code/i);
    const addresses = page.getByRole('list', { name: say('Địa chỉ thư', 'E-mail address') });
    await addresses.getByPlaceholder(say('Mã sáu chữ số', 'Six-digit code')).fill(/\b\d{6}\b/.exec(sent.text)![0]);
    await addresses.getByRole('button', { name: say('Xác nhận', 'Confirm'), exact: true }).click();
    await addresses.getByRole('button', { name: say('Nhận thư tại đây', 'Receive letters here') }).click();
    await expect(
      addresses
        .getByRole('listitem')
        .filter({ hasText: second })
        .getByText(say('Đã xác nhận, nhận thư của mạng lưới', 'Confirmed, receives the network’s mail')),
    ).toBeVisible();

    // End date, new title, new unit; then what stays, and to whom it is offered.
    await page.goto('/chuyen-cong-tac');
    await page.getByRole('combobox', { name: say('Chức vụ', 'Position'), exact: true }).fill('Phó Vụ trưởng');
    await page.getByRole('combobox', { name: say('Đơn vị', 'Organisation') }).fill(NEW);
    await page.getByRole('option', { name: coming, exact: true }).click();
    await day.fill(typed(1));
    await page.getByRole('button', { name: say('Tiếp tục', 'Continue') }).click();
    await expect(
      page.getByRole('heading', { name: say('Ở lại đơn vị cũ', 'Stays with the former organisation') }),
    ).toBeVisible();
    await expect(page.getByText(say('Tài khoản chỉ có một', 'The account has one address only'))).toHaveCount(0);
    for (const role of [old, say(TOPIC, 'Leasing IT services')]) {
      await page
        .getByRole('combobox', { name: say(`Đề nghị đồng nghiệp nhận: ${role}`, `Offer to a colleague: ${role}`) })
        .click();
      await page.getByRole('option', { name: colleague.title }).click();
    }
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: say('Ghi chuyển công tác', 'Record the change') }).click();
    const positions = page.getByRole('list', { name: say('Chức vụ theo thời gian', 'Positions over time') });
    await expect(positions).toContainText(coming);
    await expect(positions).toContainText(old);
    await expectAccessible(page);
    await page.goto(address);
    await expect(page.getByRole('article').filter({ hasText: 'khi còn ở đơn vị cũ' })).toContainText(vi);

    // The colleague is told, agrees, and a coordinator records it.
    await letterTo(stays.context(), productOrigin(), colleague.email, /nhận bàn giao|take over/i);
    await stays.goto('/');
    const handed = stays.getByRole('list', { name: say('Bàn giao vai trò', 'Roles handed on') });
    await expect(handed.getByText(say(`${leaver.name} chuyển công tác`, `${leaver.name} moves`))).toHaveCount(2);
    await expectAccessible(stays);
    for (let left = 2; left > 0; left--) {
      await handed
        .getByRole('button', { name: say('Nhận vai trò', 'Take the role') })
        .first()
        .click();
      await expect(handed.getByRole('listitem')).toHaveCount(left - 1);
    }
    const coordinator = await as('coordinator');
    await coordinator.goto('/');
    const agreed = content(coordinator)
      .getByRole('list', { name: 'Bàn giao vai trò' })
      .getByRole('listitem')
      .filter({ hasText: leaver.name });
    await expect(agreed.first()).toBeVisible();
    await expectAccessible(coordinator);
    const { items } = (await (await coordinator.request.get('/api/handovers')).json()) as {
      items: { id: number; person: { id: number } }[];
    };
    for (const { id } of items.filter(({ person }) => person.id === colleague.id))
      await sendAs(coordinator.context(), `${productOrigin()}/api/handovers/${id}/decide`, { to: 'named' });
    await stays.goto(`/danh-ba/${colleague.id}`);
    await expect(stays.getByRole('main')).toContainText(say(TOPIC, 'Leasing IT services'));

    // The office's mailbox is gone; the second address still leads in.
    await page.context().clearCookies({ name: /^(?!locale$)/ });
    await page.goto('/dang-nhap');
    await expect(page.getByLabel(say('Địa chỉ thư', 'E-mail address'))).toBeVisible();
    await signInByCode(page, second, say);
    await expect(
      page.getByRole('banner').getByRole('link', { name: say('Đặt câu hỏi', 'Ask a question') }),
    ).toBeVisible();
  });
}
