import { expectAccessible } from '../axe.ts';
import { content, expect, heading, productOrigin, test } from '../journey.ts';
import { addressOf, pages, shown } from '../pages.ts';
import { signIn, signInByCode } from '../sign-in.ts';

const forMembers = pages.filter((page) => page.as !== 'visitor' && !page.visitors);

test('every address that needs an account leads a visitor in, in the same words', async ({ as, browser }) => {
  test.setTimeout(120_000);
  const visitor = await as('visitor');
  const origin = productOrigin();
  // The numbers in the addresses are those of things that exist: what stands there makes no difference.
  const knowing = await browser.newContext();
  await signIn(knowing, origin, 'administrator');
  expect(forMembers.length).toBeGreaterThan(15);
  let words: string | undefined;
  for (const page of forMembers) {
    const address = await addressOf(page, origin, knowing.request);
    await visitor.goto(address);
    await expect(heading(visitor, 'Cần đăng nhập'), address).toBeVisible();
    await expect(visitor.getByRole('alert'), address).toHaveCount(0);
    const link = content(visitor).getByRole('link', { name: 'Đăng nhập', exact: true });
    await expect(link).toHaveAttribute('href', `/dang-nhap?tro-lai=${encodeURIComponent(address)}`);
    words ??= await content(visitor).innerText();
    expect(await content(visitor).innerText(), address).toBe(words);
  }
  await knowing.close();
});

test('a visitor signs in from there and stands where he wanted to be, filters included', async ({ as }) => {
  const page = await as('visitor');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/danh-ba?q=hoang');
    await expect(heading(page, 'Cần đăng nhập')).toBeVisible();
    await expectAccessible(page);
  }
  await content(page).getByRole('link', { name: 'Đăng nhập', exact: true }).click();
  await signInByCode(page, 'kien.do@namphong.example');
  await expect(heading(page, 'Danh bạ')).toBeVisible();
  await expect(content(page).getByRole('searchbox')).toHaveValue('hoang');
});

test('what the product brings speaks English: regions and the built-in audiences', async ({ as }) => {
  const page = await as('visitor');
  await page.context().addCookies([{ name: 'locale', value: 'en', url: productOrigin() }]);
  const english = page.getByRole('main', { name: 'Main content' });
  await page.goto('/don-vi');
  await shown(page);
  const region = page.getByLabel('Region');
  await expect(region.getByRole('option', { name: 'Red River Delta' })).toHaveCount(1);
  await expect(region.getByRole('option', { name: 'Đồng bằng sông Hồng' })).toHaveCount(0);
  await region.selectOption({ label: 'Red River Delta' });
  await expect(page).toHaveURL(/region=/);
  await expect(english.getByRole('listitem').first()).toContainText('Red River Delta');
  const { items } = (await (await page.request.get('/api/spaces')).json()) as { items: { id: number; kind: string }[] };
  await page.goto(`/khong-gian/${items.find(({ kind }) => kind === 'public')!.id}`);
  await expect(english.getByText('Anybody may read; members write.')).toBeVisible();
});
