// Every page as people see it: two widths, both themes, both languages, into screenshots/; and the picture of the README.
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium as engine, type Browser, type BrowserContext } from '@playwright/test';
import { chromium, reader } from './chromium.ts';
import { addressOf, open, pages, shown, type ProductPage } from './pages.ts';
import { startProduct } from './product.ts';
import { signIn } from './sign-in.ts';

const FOLDER = fileURLToPath(new URL('../screenshots/', import.meta.url));
const PICTURE = fileURLToPath(new URL('../docs/question.png', import.meta.url));
const SIZES = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const OPENERS = ['visitor', 'member', 'administrator', 'newcomer'] as const;

interface Look {
  size: keyof typeof SIZES;
  theme: 'light' | 'dark';
  language: 'vi' | 'en';
}

const LOOKS: Look[] = (['desktop', 'phone'] as const).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['vi', 'en'] as const).map((language) => ({ size, theme, language })),
  ),
);

const nameOf = ({ path }: ProductPage) => path.slice(1).replaceAll('/', '-').replaceAll('$', '') || 'trang-chu';

/** An address without an entry in the router's list. */
const empty = (path: string): ProductPage => ({ path, title: { vi: '', en: '' }, as: 'visitor' });

/** What the list of pages does not show by itself: pages of visitors as a member sees them, a search with and without results. */
const MORE: (ProductPage & { name: string })[] = [
  ...pages
    .filter(({ path }) => ['/', '/hoi-dap', '/hoi-dap/$id', '/don-vi/$id'].includes(path))
    .map((page) => ({ ...page, as: 'member' as const, name: `${nameOf(page)}.thanh-vien` })),
  { ...empty('/tim?q=thue+dich+vu'), name: 'tim.co-ket-qua' },
  { ...empty('/tim?q=xyzxyz'), name: 'tim.khong-co' },
  { ...empty('/khong-co-trang-nay'), name: 'khong-tim-thay' },
];

/** The language of this browser, and of the account that it is signed in to. */
async function speak(context: BrowserContext, origin: string, who: ProductPage['as'], language: Look['language']) {
  await context.addCookies([{ name: 'locale', value: language, url: origin }]);
  if (who === 'visitor') return;
  const display = { locale: language, theme: 'system', textSize: 'normal', contrast: 'normal' };
  const answer = await context.request.put(`${origin}/api/account/display`, { data: display });
  if (!answer.ok()) throw new Error(await answer.text());
}

async function take(browser: Browser, origin: string, who: ProductPage['as'], look: Look): Promise<void> {
  const { size, theme, language } = look;
  const phone = size === 'phone';
  const context = await browser.newContext({
    ...reader,
    viewport: SIZES[size],
    colorScheme: theme,
    hasTouch: phone,
    isMobile: phone,
  });
  await open(context, origin, who);
  await speak(context, origin, who, language);
  const page = await context.newPage();
  const own = pages.filter((each) => each.as === who).map((each) => [nameOf(each), each] as const);
  const more = MORE.filter((each) => each.as === who).map((each) => [each.name, each] as const);
  for (const [name, product] of [...own, ...more]) {
    await page.setViewportSize(SIZES[size]);
    await page.goto(origin + (await addressOf(product, origin, context.request)));
    await shown(page);
    // The bottom bar belongs under the whole page, not over its middle.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (phone) await page.setViewportSize({ ...SIZES.phone, height: Math.max(SIZES.phone.height, height) });
    await page.screenshot({ path: `${FOLDER}${name}.${size}.${theme}.${language}.png`, fullPage: true });
  }
  await context.close();
}

interface Card {
  id: number;
  title: string;
  answers: number;
  accepted: number;
}

/** The question with the most to see: chosen answers first, then answers and related questions. */
async function fullest({ request }: BrowserContext, origin: string): Promise<Card> {
  const read = async (address: string) =>
    (await (await request.get(`${origin}${address}`)).json()) as { items: Card[] };
  const { items } = await read('/api/threads?kind=question&state=resolved&limit=50');
  const weighed = [];
  for (const card of items) {
    const related = await read(`/api/similar?${new URLSearchParams({ title: card.title })}`);
    weighed.push({ card, weight: card.accepted * 100 + card.answers + related.items.length });
  }
  const [best] = weighed.toSorted((a, b) => b.weight - a.weight);
  if (!best) throw new Error('No question has a chosen answer.');
  return best.card;
}

async function takePicture(browser: Browser, origin: string): Promise<void> {
  const viewport = { width: SIZES.desktop.width, height: 1400 };
  const context = await browser.newContext({ ...reader, viewport, colorScheme: 'light' });
  await signIn(context, origin, 'member');
  const page = await context.newPage();
  const related = page.waitForResponse((answer) => answer.url().includes('/api/similar'));
  await page.goto(`${origin}/hoi-dap/${(await fullest(context, origin)).id}`);
  await related;
  await shown(page);
  await page.screenshot({ path: PICTURE });
  await context.close();
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const product = await startProduct();
try {
  const browser = await engine.launch(chromium);
  await takePicture(browser, product.origin);
  for (const who of OPENERS) for (const look of LOOKS) await take(browser, product.origin, who, look);
  await browser.close();
  console.log(`${(pages.length + MORE.length) * LOOKS.length} pictures in ${FOLDER}, and ${PICTURE}`);
} finally {
  await product.stop();
}
