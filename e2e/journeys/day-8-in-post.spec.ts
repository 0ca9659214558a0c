import { expectAccessible } from '../axe.ts';
import { enter, test, typed, walkers } from '../day.ts';
import { expect, heading } from '../journey.ts';

/** In no other journey: the first walks on the phone, the second on the laptop. */
const STAYING = ['ky.doan@hailam.example', 'nghia.vuong@namphong.example'] as const;
const RETIRING = ['hoan.duong@hatangso.example', 'huyen.dao@dichvuxahoi.example'] as const;

for (const [at, walker] of walkers.entries()) {
  const { say, how } = walker;

  test(`day 8, a year in the same post, and retired, ${how}`, async ({ open }) => {
    const page = await open(walker);
    await enter(page, STAYING[at]!, say);
    await page.goto('/');
    const still = page.getByRole('heading', { name: say('Vẫn giữ chức vụ này?', 'Still in this position?') });
    await expect(still).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: say('Vẫn giữ chức vụ này', 'Still in this position') }).click();
    await expect(still).toHaveCount(0);
    await page.reload();
    await expect(heading(page, say('Trang chủ', 'Home'))).toBeVisible();
    await expect(still).toHaveCount(0);

    const old = await open(walker);
    await enter(old, RETIRING[at]!, say);
    await old.goto('/chuyen-cong-tac');
    await old.getByRole('radio', { name: say('Đã nghỉ hưu', 'Retired') }).check();
    await expect(old.getByRole('combobox', { name: say('Đơn vị', 'Organisation') })).toHaveCount(0);
    await old.getByLabel(say('Ngày cuối giữ chức vụ hiện tại', 'Last day in the present position')).fill(typed(1));
    await old.getByRole('button', { name: say('Tiếp tục', 'Continue') }).click();
    await expectAccessible(old);
    await old.getByRole('button', { name: say('Ghi chuyển công tác', 'Record the change') }).click();
    await expect(old.getByRole('list', { name: say('Chức vụ theo thời gian', 'Positions over time') })).toContainText(
      say('đã nghỉ hưu', 'retired'),
      { ignoreCase: true },
    );
    await expectAccessible(old);
  });
}
