import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect, test as base, productOrigin, type Say } from './journey.ts';
import { sendAs } from './newcomer.ts';
import { signInByCode } from './sign-in.ts';

/** Who walks through a day: with what in his hand, in which language. */
export interface Walker {
  how: string;
  /** The words of this walker's language. */
  say: Say;
  phone: boolean;
  options: BrowserContextOptions;
}

/** Each day is walked twice. */
export const walkers: readonly Walker[] = [
  {
    how: 'on a phone, in Vietnamese, light',
    say: (vi) => vi,
    phone: true,
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'light' },
  },
  {
    how: 'on a laptop, in English, dark',
    say: (_vi, en) => en,
    phone: false,
    options: { viewport: { width: 1366, height: 768 }, colorScheme: 'dark', locale: 'en-GB' },
  },
];

interface Fixtures {
  /** A browser as this walker holds it, of a visitor; closed after the day. */
  open: (walker: Walker) => Promise<Page>;
}

/** A day: as a journey, with browsers that speak the walker's language. */
export const test = base.extend<Fixtures>({
  open: async ({ browser }, use) => {
    const opened: Page[] = [];
    const faults: string[] = [];
    await use(async ({ options, say }) => {
      const context = await browser.newContext(options);
      await context.addCookies([{ name: 'locale', value: say('vi', 'en'), url: productOrigin() }]);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(faults, 'exceptions in the page').toEqual([]);
  },
});

/** Signs in by the code of the letter and speaks the walker's language from then on. Returns who it is. */
export async function enter(
  page: Page,
  email: string,
  say: Say,
): Promise<{ id: number; name: string; organisationId: number }> {
  await page.goto('/dang-nhap');
  await signInByCode(page, email, say);
  await expect(page.getByRole('banner').getByRole('link', { name: /^(Đặt câu hỏi|Ask a question)$/ })).toBeVisible();
  const chosen = { locale: say('vi', 'en'), theme: 'system', textSize: 'normal', contrast: 'normal' };
  await sendAs(page.context(), `${productOrigin()}/api/account/display`, chosen, { method: 'PUT' });
  const { person } = (await (await page.request.get('/api/session')).json()) as {
    person: { id: number; name: string; organisationId: number };
  };
  return person;
}

/** The day so many days ago, as it is typed into a field. */
export const typed = (daysAgo: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() - daysAgo * 86_400_000);
